"""The entry script of every visit: which page is asked for?"""

import streamlit as st

from signals.settings import ROOT
from signals.ui import guard, nav

st.set_page_config(page_title="Customer Signals", page_icon=str(ROOT / "signals" / "ui" / "icon.svg"), layout="wide")
chosen = st.navigation(nav.pages(), position="top")
guard.require()
st.html(ROOT / "signals" / "ui" / "look.css")
chosen.run()
