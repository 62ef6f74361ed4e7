"""Rules about what is new in OpenAPI 3.2 and is not generated as it is meant."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.ir import Location
from specwright.read.outline import Outline
from specwright.read.rules.finding import Finding, doubtful


def item_schema_unread(outline: Outline) -> Iterator[Finding]:
    """A media type describes the items of a stream with `itemSchema`, which are not parted.

    The content is taken as a whole: as text if the media type is `text/*`, which that of server-sent events is, else
    as bytes.
    """
    for node in outline.nodes["media_type"]:
        if "itemSchema" in node.value:
            message = "the items that `itemSchema` describes are not parsed: the content is text or bytes as a whole"
            yield doubtful(f"{node.pointer}/itemSchema", message, "Part the content where it is received.")


def querystring_parameter_left_out(outline: Outline) -> Iterator[Finding]:
    """A parameter is the query as a whole (`in: querystring`); calls are made without it."""
    for node in outline.nodes["parameter"]:
        if node.value.get("in") == "querystring":
            message = f"the parameter `{node.value.get('name')}`, the query as a whole, is left out"
            remedy = "Declare its members as parameters with `in: query`, in an overlay if the document is not yours."
            yield doubtful(node.pointer, message, remedy)


def cookie_style_unknown(outline: Outline) -> Iterator[Finding]:
    """A cookie has `style: cookie`, and is written in the style `form`: percent-encoded."""
    for node in outline.nodes["parameter"]:
        if node.value.get("style") == "cookie":
            message = f"the cookie `{node.value.get('name')}` is written in the style `form`: percent-encoded"
            yield doubtful(f"{node.pointer}/style", message, "Mind values that hold special characters.")


def method_in_lower_case(outline: Outline) -> Iterator[Finding]:
    """The method of an additional operation is not in upper case, in which every method is sent."""
    for node in outline.nodes["path_item"]:
        additional = node.value.get("additionalOperations")
        for method in additional if isinstance(additional, dict) else ():
            if method != method.upper():
                place = (Location("", f"{node.pointer}/additionalOperations") / method).pointer
                remedy = "Write it in upper case if the server takes it so."
                yield doubtful(place, f"the method `{method}` is sent as `{method.upper()}`", remedy)
