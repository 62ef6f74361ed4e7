"""JSON values as text in a URL or a header: the style tables of OpenAPI 3.1, section 4.8.12.5, and RFC 6570.

A value is a scalar, a list of scalars or an object of scalars; only `deepObject` goes deeper, because many APIs do.
Null has no text: a null member of an object is left out, as a null parameter is; a null in a list is refused.
What is refused, for no text stands for it or for another value would be read, is a ValueError that names its parameter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias, cast
from urllib.parse import quote, unquote

PathStyle: TypeAlias = Literal["simple", "label", "matrix"]
QueryStyle: TypeAlias = Literal["form", "spaceDelimited", "pipeDelimited", "deepObject"]
Encode: TypeAlias = Callable[[str], str]

DELIMITERS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C", "deepObject": ","}


def encode(text: str) -> str:
    """Percent-encode everything but the unreserved characters of RFC 3986."""
    return quote(text, safe="")


def encode_reserved(text: str) -> str:
    """Percent-encode what `allowReserved` cannot mean: what ends a query, parts it, or reads as a space."""
    return quote(text, safe=":/?@!$'()*,;")


def scalar(name: str, value: object) -> str:
    """The text of a JSON scalar: a number without exponent, and an integral one without a fraction.

    The name is for the ValueError of what has no text.
    """
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() if math.isfinite(value):
            return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
        case _:
            raise ValueError(f"{name} cannot hold {_told(value)}: no text stands for it")


def _told(value: object) -> str:
    match value:
        case None:
            return "null"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return repr(value)


def misread(name: str, text: str) -> ValueError:
    """The fault of a text that has the separator of its place in it."""
    return ValueError(f"{name} cannot hold {text!r}: it would be read as something else")


def segment(name: str, value: object, style: PathStyle, explode: bool, encode: Encode) -> str:
    """A value in a path or, with style `simple`, in a header; empty for an empty list or object."""
    if style == "matrix":
        return "".join(f";{pair.removesuffix('=')}" for pair in pairs(name, value, "form", explode, encode))
    prefix = "." if style == "label" else ""
    separator = "." if style == "label" and explode else ","
    match flat(name, value):
        case str() as text:
            return prefix + encode(text)
        case list() as items:
            texts = [encode(item) for item in items]
        case members:
            texts = [encode(key) + ("=" if explode else ",") + encode(text) for key, text in members.items()]
    if separator == "." and (dotted := [text for text in texts if "." in text]):
        raise misread(name, unquote(dotted[0]))
    return prefix + separator.join(texts) if texts else ""


def pairs(name: str, value: object, style: QueryStyle, explode: bool, encode: Encode) -> list[str]:
    """A value as `key=value` texts for a query or a cookie; none for an empty list or object."""
    key = encode(name)
    if style == "deepObject" and compound(value):
        return [f"{encode(path)}={encode(text)}" for path, text in deep(name, value)]
    match flat(name, value):
        case str() as text:
            return [f"{key}={encode(text)}"]
        case list() as items if explode:
            return [f"{key}={encode(item)}" for item in items]
        case dict() as members if explode:
            return [f"{encode(member)}={encode(text)}" for member, text in members.items()]
        case list() as items:
            texts = items
        case members:
            texts = [text for member in members.items() for text in member]
    return [f"{key}={joined(name, texts, DELIMITERS[style], lambda text: comma_free(encode(text)))}"] if texts else []


def plain_pairs(name: str, value: object, style: QueryStyle, explode: bool) -> list[tuple[str, str]]:
    """The same for a place without percent-encoding, such as a part of a form: names with their texts.

    Nothing there could tell a separator from the same character inside a text, so such a text is refused: a server
    does not decode what RFC 6570 would encode.
    """
    if style == "deepObject" and compound(value):
        return list(deep(name, value))
    match flat(name, value):
        case str() as text:
            return [(name, text)]
        case list() as items if explode:
            return [(name, item) for item in items]
        case dict() as members if explode:
            return list(members.items())
        case list() as items:
            texts = items
        case members:
            texts = [text for member in members.items() for text in member]
    return [(name, joined(name, texts, unquote(DELIMITERS[style]), str))] if texts else []


def comma_free(encoded: str) -> str:
    """An encoded text without the comma that `allowReserved` leaves in it."""
    return encoded.replace(",", "%2C")


def joined(name: str, texts: list[str], delimiter: str, encode: Encode) -> str:
    """Several texts in one value. A delimiter that is itself percent-encoded cannot be told from the same
    character inside a text, so such a text is refused."""
    encoded = [encode(text) for text in texts]
    for text, written in zip(texts, encoded, strict=True):
        if delimiter in written:
            raise misread(name, text)
    return delimiter.join(encoded)


def compound(value: object) -> bool:
    """Whether a JSON value is a list or an object."""
    return isinstance(value, list | dict)


def flat(name: str, value: object) -> str | list[str] | dict[str, str]:
    """A JSON value with each of its scalars as text."""
    if isinstance(value, list):
        return [scalar(name, item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: scalar(name, member) for key, member in members.items() if member is not None}
    return scalar(name, value)


def deep(path: str, value: object) -> Iterator[tuple[str, str]]:
    """The scalars inside a value with their bracketed paths: `color[R]`, and `color[0]` for a list."""
    if isinstance(value, dict):
        for key, member in cast("dict[str, object]", value).items():
            if "[" in key or "]" in key:
                raise ValueError(f"{path} cannot hold the key {key!r}: it would be read as a path of keys")
            if member is not None:
                yield from deep(f"{path}[{key}]", member)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from deep(f"{path}[{index}]", item)
    else:
        yield path, scalar(path, value)
