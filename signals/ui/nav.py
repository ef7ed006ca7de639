"""Which pages are there, under which names and addresses?"""

import streamlit as st

from signals.settings import ROOT

TITLES = {
    "today": "Today",
    "quarter": "Quarter",
    "products": "Products",
    "customers": "Customers",
    "base": "Base",
    "voice": "Voice",
    "uploads": "Uploads",
    "track_record": "Track record",
    "settings": "Settings",
    "warning": "Warning",
    "customer": "Customer",
}
OPENED_FROM_OTHERS = ("warning", "customer")  # they need to know which; the menu leaves them out


def page(name: str) -> st.Page:
    return st.Page(
        ROOT / "pages" / f"{name}.py",
        title=TITLES[name],
        url_path=name,
        default=name == "today",
        visibility="hidden" if name in OPENED_FROM_OTHERS else "visible",
    )


def pages() -> list[st.Page]:
    return [page(name) for name in TITLES]
