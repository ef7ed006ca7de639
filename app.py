"""How is the dashboard served? `streamlit run app.py`; the pages begin in signals/ui/main.py."""

import streamlit as st
from starlette.middleware import Middleware

from signals.settings import ROOT
from signals.ui import server

app = st.App(
    ROOT / "signals" / "ui" / "main.py",
    lifespan=server.lifespan,
    routes=server.routes(),
    middleware=[Middleware(server.SecurityHeaders)],
    on_script_error=server.apologise,
)
