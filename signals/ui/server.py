"""What surrounds the pages: security headers, a health answer, memory upkeep, and errors kept from the reader."""

import asyncio
import base64
import gc
import hashlib
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from signals.ui import arrivals, faults, sending

COLLECT_SECONDS = 30
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Pure ASGI: it adds headers to every answer and reads no body."""

    def __init__(self, app: ASGIApp):
        self._app = app
        self._headers = security_headers(Path(st.__file__).parent / "static" / "index.html")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def security_headers(index_page: Path) -> dict[str, str]:
    """Streamlit sends none by itself. Its one inline script is allowed by its hash, which changes with its version."""
    hashes = (hashlib.sha256(script).digest() for script in INLINE_SCRIPT.findall(index_page.read_bytes()))
    inline = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashes)
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' {inline}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }


def routes() -> list[Route]:
    """What answers beside the pages."""
    return [
        Route("/healthz", healthy),
        Route("/send", sending.page),
        Route("/send", sending.receive, methods=["POST"]),
        Route("/send.js", sending.script),
    ]


async def healthy(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Garbage is collected every 30 seconds, not after every click; error messages stay out of the log."""
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.exc_info is None)
    gc.freeze()
    collecting = asyncio.create_task(_collect_forever())
    try:
        yield
    finally:
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await collecting
        arrivals.remove_all()


async def _collect_forever() -> None:
    while True:
        await asyncio.sleep(COLLECT_SECONDS)
        await asyncio.to_thread(gc.collect)


def apologise(error: Exception) -> bool:
    reference = faults.recorded(error, "page")
    st.error(f"This page could not be shown. Nothing was changed. Reference for the log: {reference}")
    return True
