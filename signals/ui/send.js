"use strict";
// Says how far the sending is, since the browser's own form is silent. Without this script the form is sent as it is.
const form = document.querySelector("form");
const said = document.getElementById("said");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (file.size > Number(form.dataset.largest)) {
    said.textContent = `${file.name} is larger than the ${(form.dataset.largest / 2 ** 30).toFixed(1)} GB that fit here just now.`;
    return;
  }
  const body = new FormData(form);
  const button = form.querySelector("button");
  const sending = new XMLHttpRequest();
  button.disabled = form.elements.file.disabled = true;
  said.textContent = `Sending ${file.name} …`;
  sending.upload.addEventListener("progress", (step) => {
    const sent = Math.floor((100 * step.loaded) / step.total);
    said.textContent = `Sending ${file.name}: ${sent} % of ${Math.round(step.total / 2 ** 20).toLocaleString("en")} MB`;
  });
  const fail = (sentence) => {
    said.textContent = sentence;
    button.disabled = form.elements.file.disabled = false;
  };
  sending.addEventListener("error", () => fail("The file did not arrive whole. Send it again."));
  sending.addEventListener("load", () => {
    if (sending.status < 400) {
      location.assign(sending.responseURL);
    } else {
      const answer = new DOMParser().parseFromString(sending.responseText, "text/html");
      fail(answer.getElementById("said")?.textContent ?? "The file did not arrive whole. Send it again.");
    }
  });
  sending.open("POST", form.action);
  sending.send(body);
});
