"""The dashboard as a reader meets it: running, on the demo company, seen through Chromium."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
DEMO_SECONDS = 180
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ALWAYS_MISSING = ("/_stcore/health", "/_stcore/host-config")  # a deep link is probed under the page's own path first
WIDTHS = {"desk": (1440, 900), "phone": (390, 844)}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory) -> Path:
    """The demo company, made and loaded by the command line, once for all workers of a run."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    path, unfinished = folder / "demo.duckdb", folder / "unfinished.duckdb"
    with (folder / "demo.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not path.exists():
            unfinished.unlink(missing_ok=True)
            made = subprocess.run(
                [sys.executable, "-m", "signals", "demo"],
                cwd=ROOT,
                env=os.environ | {"SIGNALS_DATABASE_URL": f"duckdb:///{unfinished}"},
                capture_output=True,
                text=True,
                timeout=DEMO_SECONDS,
                check=False,
            )
            assert made.returncode == 0, made.stderr
            unfinished.rename(path)
    return path


@pytest.fixture(scope="module")
def database_url(demo_database, tmp_path_factory) -> str:
    """A copy of it, for each module to change."""
    return f"duckdb:///{shutil.copy(demo_database, tmp_path_factory.mktemp('browser'))}"


@pytest.fixture(scope="module")
def address(database_url, tmp_path_factory):
    """Where the dashboard answers; it ends with the tests."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("log") / "dashboard.log"
    with log.open("w") as written:
        served = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | {"SIGNALS_DATABASE_URL": database_url},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", served, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            served.terminate()
            served.wait(10)


@pytest.fixture(scope="module")
def chromium():
    """Not for the whole session: the driver keeps an event loop running, and other tests want their own."""
    found = "/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None
    found = found or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing = "no Chromium on this machine: the browser tests cannot run"
        pytest.fail(missing) if os.environ.get("SIGNALS_REQUIRE_ALL") == "1" else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


class Reader:
    """One visit: opens pages, and remembers what went wrong and whom the browser asked."""

    def __init__(self, context, address: str):
        self.page = context.new_page()
        self.address = address
        self.failures: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.failures.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        self.page.on("response", self._response)

    def opens(self, path: str = "/"):
        self.page.goto(self.address + path)
        return self.settled()

    def settled(self):
        """Waits until the page has its heading and no script runs."""
        self.page.wait_for_selector(".lead", timeout=60_000)
        self.page.wait_for_selector("[data-test-script-state='running']", state="detached", timeout=60_000)
        return self.page

    def drops(self, name: str, text: str):
        """Opens Uploads and drops a file; waits until it was read."""
        self.opens("/uploads")
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        self.page.set_input_files("input[type=file]", files=[file])
        return self.read()

    def read(self):
        """Waits until the file that lies on the page was read."""
        self.page.get_by_text("How it was understood").wait_for(timeout=60_000)
        return self.settled()

    def facts(self) -> dict[str, str]:
        return dict(zip(self.texts(".facts dt"), self.texts(".facts dd"), strict=True))

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_text_contents()]

    def overflow_pixels(self) -> int:
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def _console(self, message):
        if message.type == "error" and "404" not in message.text:
            self.failures.append(message.text)

    def _response(self, response):
        if response.status >= 400 and not response.url.endswith(ALWAYS_MISSING):
            self.failures.append(f"{response.status} {response.url}")


@pytest.fixture
def reader_of(chromium, address):
    """`reader_of("phone")`: a reader with a screen of that width and a light or dark theme."""
    contexts = []

    def started(width: str = "desk", theme: str = "light") -> Reader:
        across, down = WIDTHS[width]
        context = chromium.new_context(viewport={"width": across, "height": down}, color_scheme=theme)
        contexts.append(context)
        return Reader(context, address)

    yield started
    for context in contexts:
        context.close()


def _wait_for(address: str, served: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert served.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the dashboard did not start in {START_SECONDS} s: {log.read_text()}")
