"""Header values that arrive as they were meant (RFC 9110, section 5.5)."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]|^[ \t]|[ \t]\Z")


def header_value(name: str, text: str) -> bytes:
    """The octets of a header value: ASCII as it is, anything else as UTF-8.

    Control characters and outer white space are refused; the message never shows the value, which may be secret.
    """
    if FORBIDDEN.search(text):
        raise ValueError(f"the value of {name} has a control character, or white space at an end")
    return text.encode("utf-8")
