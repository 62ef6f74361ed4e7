"""Media types, as far as choosing a codec needs them (RFC 9110, section 8.3.1)."""

from __future__ import annotations

from email.message import Message


def essence(media_type: str) -> str:
    """The type and subtype alone, in lower case: `Text/HTML; charset=utf-8` is `text/html`."""
    return media_type.partition(";")[0].strip().lower()


def json(media_type: str) -> bool:
    """Whether the content is one JSON value: `application/json`, or anything that ends in `+json`."""
    return essence(media_type).endswith(("/json", "+json"))


def text(media_type: str) -> bool:
    """Whether the content is text for people: `text/*`."""
    return essence(media_type).startswith("text/")


def charset(media_type: str) -> str:
    """The charset that a media type names, else UTF-8."""
    if "charset" not in media_type.lower():
        return "utf-8"
    message = Message()
    message["content-type"] = media_type
    return message.get_content_charset("utf-8")


def within(media_type: str, declared: str) -> bool:
    """Whether a media type is the declared one or in its range: `*/*` and `text/*` are ranges.

    JSON under another name is still JSON: servers answer `application/problem+json` where `application/json`
    was declared, and the schema has the last word anyway.
    """
    ours, theirs = essence(declared), essence(media_type)
    if ours in (theirs, "*/*") or (ours.endswith("/*") and theirs.startswith(ours[:-1])):
        return True
    return json(ours) and json(theirs)
