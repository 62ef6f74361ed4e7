"""Media types, as far as choosing a codec needs them (RFC 9110, section 8.3.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import Message


def essence(media_type: str) -> str:
    """The type and subtype alone, in lower case: `Text/HTML; charset=utf-8` is `text/html`."""
    return media_type.partition(";")[0].strip().lower()


def json(media_type: str) -> bool:
    """Whether the content is one JSON value: `application/json`, or anything that ends in `+json`."""
    return essence(media_type).endswith(("/json", "+json"))


TEXTS = frozenset(
    "application/" + name
    for name in "xml yaml x-yaml jsonl jsonlines x-ndjson ndjson javascript graphql sql toml".split()
)
"""The media types of text beside `text/*` and those that end in `+xml` or `+yaml`."""


def text(media_type: str) -> bool:
    """Whether the content is text, which a str holds."""
    kind = essence(media_type)
    return kind in TEXTS or kind.startswith("text/") or kind.endswith(("+xml", "+yaml"))


def broad(media_type: str) -> bool:
    """Whether it stands for JSON and octets alike: `*/*` and `application/*`."""
    return essence(media_type) in ("*/*", "application/*")


def charset(media_type: str, content: bytes = b"") -> str:
    """The charset that a media type names, or else an XML declaration in the content; UTF-8 if neither does."""
    if "charset" not in media_type.lower():
        declared = re.match(rb"""<\?xml[^>]*?\sencoding=["']([A-Za-z0-9._-]+)["']""", content)
        return declared[1].decode() if declared and "xml" in essence(media_type) else "utf-8"
    message = Message()
    message["content-type"] = media_type
    return message.get_content_charset("utf-8")


def within(media_type: str, declared: str) -> bool:
    """Whether a media type is the declared one or in its range: `*/*`, `text/*` and `application/*+json` are ranges.

    JSON under another name is still JSON: servers answer `application/problem+json` where `application/json`
    was declared, and the schema has the last word anyway.
    """
    return bool(closeness(media_type, declared)) or (json(declared) and json(media_type))


def best(media_type: str, declared: Sequence[str]) -> int | None:
    """The index of the most specific of the declared media types that one is within, None without."""
    ranks = [0 if ranged(media_type) else closeness(media_type, each) for each in declared]
    return ranks.index(max(ranks)) if any(ranks) else None


def closeness(media_type: str, declared: str) -> int:
    """How specific the declaration of a media type is, from `*/*` to the same parameters; 0 if it is another one.

    Parameters alone never make another media type.
    """
    ours, theirs = essence(declared), essence(media_type)
    if ours == theirs:
        return (5 if declared.strip().lower() == media_type.strip().lower() else 4) if theirs else 0
    kind, _, subtype = ours.partition("/")
    its_kind, _, its_subtype = theirs.partition("/")
    if not its_subtype or kind not in ("*", its_kind) or not subtype.startswith("*"):
        return 0
    if len(subtype) > 1:
        return 3 if its_subtype.endswith(subtype[1:]) else 0
    return 1 if kind == "*" else 2


def ranged(media_type: str) -> bool:
    """Whether it stands for many media types: `*/*`, `image/*`, `application/*+json`."""
    return "*" in essence(media_type)


def concrete(media_type: str, *, structured: bool = False) -> str:
    """The media type to send for a declared one: itself, or one in its range that says no more than it must.

    JSON is called so where it may be; `structured` says that the content is JSON whatever its name.
    """
    if not ranged(media_type):
        return media_type
    if structured and broad(media_type):
        return "application/json"
    kind, _, subtype = essence(media_type).partition("/")
    if kind == "text":
        return "text/plain; charset=utf-8"
    if subtype == "*" and kind in ("*", "application"):
        return "application/octet-stream"
    return f"{kind.replace('*', 'application')}/x-unknown{subtype[1:]}"
