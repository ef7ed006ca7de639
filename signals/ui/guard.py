"""Who is reading, and may they be here?"""

import ipaddress

import streamlit as st

LOCAL_READER = "local reader"


def require() -> None:
    """Stops the page unless it is read on this machine or by someone who has signed in. Each page asks for itself."""
    if not (_is_loopback(st.config.get_option("server.address")) or st.user.get("is_logged_in")):
        st.error("Sign-in is required on this address, and none has been set up. Ask whoever runs this dashboard.")
        st.stop()


def person() -> str:
    """The name that loads and undos are recorded under."""
    return str(st.user.get("email") or LOCAL_READER)


def _is_loopback(address: str | None) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address or "0.0.0.0").is_loopback
    except ValueError:
        return False
