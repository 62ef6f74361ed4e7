"""The judge of payloads. It reads the API's document itself and knows nothing of the models it judges.

Schemas are JSON Schema 2020-12, which is what OpenAPI 3.1 says they are; those of OpenAPI 3.0 are translated first.
Of all formats, date, date-time and uuid are asserted and any other is an annotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, cast
from urllib.parse import quote, unquote

import jsonschema_rs

from .dialect import modern
from .direction import Direction, direction_of, one_way
from .json import Json
from .references import target

_DOCUMENT = "urn:document"
_ANNOTATIONS = (
    "color duration email hostname idn-email idn-hostname ipv4 ipv6 iri iri-reference json-pointer regex "
    "relative-json-pointer time uri uri-reference uri-template"
).split()

_RULES = frozenset(
    "contains dependentSchemas else if not patternProperties prefixItems propertyNames then unevaluatedItems "
    "unevaluatedProperties".split()
)
_INWARDS = frozenset("additionalProperties items patternProperties prefixItems properties".split())
"""The keywords whose schemas are of what stands inside of a value."""

_LARGE, _SMALL = 24, 2_000
"""How many judges are kept: in a document where everything leads to everything, each is as big as the document."""
_FEW = 30
"""A judge that leads to no more references is small."""


class Judge:
    """Says whether values are valid for one schema, that at a pointer of a document."""

    def __init__(self, validator: jsonschema_rs.Validator, document: Mapping[str, Any], pointer: str) -> None:
        self._validator = validator
        self._document = document
        self._pointer = pointer

    def accepts(self, value: Json) -> bool:
        return self._validator.is_valid(value)

    def explain(self, value: Json) -> str:
        """What is wrong with a value, a line for each fault; empty if nothing is."""
        faults = (f"{_pointer(fault.instance_path)}: {fault.message}" for fault in self._validator.iter_errors(value))
        return "\n".join(sorted(set(faults)))

    def places(self, value: Json) -> frozenset[str]:
        """The JSON pointers of the faults of a value.

        That of the value as a whole is one where something around a fault decides on more than its own place: a reader
        need not say more than that it is not met.
        """
        return frozenset(place for fault in self._validator.iter_errors(value) for place in self._places(fault, value))

    def _places(self, fault: jsonschema_rs.ValidationError, value: Json) -> Iterator[str]:
        yield from map(_pointer, _meant(value, fault.instance_path))
        node: object = _found(self._document, self._pointer)
        path = fault.evaluation_path[1:]
        for index, token in enumerate(path):
            if _decides(node) and not _INWARDS.isdisjoint(map(str, path[index:-1])):
                yield ""
                return
            reference = cast("dict[str, object]", node).get("$ref") if isinstance(node, dict) else None
            if token == "$ref" and isinstance(reference, str):
                node = _found(self._document, unquote(reference.removeprefix("#")))
            else:
                node = _entered(node, str(token))


class Oracle:
    """The schemas of an OpenAPI document, each by its JSON pointer. Nothing is ever fetched."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._given = document
        self._document = modern(document)
        self._one_way: Callable[[Direction | None], dict[str, Any]] = cache(self._directed)
        self._registry: Callable[[Direction | None], jsonschema_rs.Registry] = cache(self._registered)
        self._large: Callable[[str, Direction | None], Judge] = lru_cache(_LARGE)(self._validator)
        self._small: Callable[[str, Direction | None], Judge] = lru_cache(_SMALL)(self._validator)
        self._place: Callable[[str, Direction | None], str] = cache(self._named)
        self._leads_far: Callable[[str], bool] = cache(self._reaches_many)

    def validator(self, pointer: str, direction: Direction | None = None) -> Judge:
        """The judge for the schema at a pointer, for values that go this way; by default, the way of its operation.

        References on the way to it are followed. Raises KeyError or IndexError if there is none.
        """
        way = direction or direction_of(pointer)
        place = self._place(pointer, way)
        return (self._large if self._leads_far(place) else self._small)(place, way)

    def at(self, pointer: str, direction: Direction | None = None) -> object:
        """What stands at a pointer, as JSON Schema 2020-12, without what does not go this way.

        Raises KeyError or IndexError if there is nothing.
        """
        return _found(self._one_way(direction), pointer)

    def _directed(self, direction: Direction | None) -> dict[str, Any]:
        return self._document if direction is None else modern(one_way(self._given, direction))

    def _registered(self, direction: Direction | None) -> jsonschema_rs.Registry:
        document = self._one_way(direction)
        return jsonschema_rs.Registry([(_DOCUMENT, document)], draft=jsonschema_rs.Draft202012, retriever=_refuse)

    def _validator(self, pointer: str, direction: Direction | None) -> Judge:
        place = f"{_DOCUMENT}#{quote(pointer)}"
        validator = jsonschema_rs.Draft202012Validator(
            {"$ref": place},
            registry=self._registry(direction),
            retriever=_refuse,
            formats=FORMATS,
            validate_formats=True,
        )
        return Judge(validator, self._one_way(direction), pointer)

    def _named(self, pointer: str, direction: Direction | None) -> str:
        """The place of the schema at a pointer: where its reference leads, if it is nothing but one."""
        document, seen = self._one_way(direction), set[str]()
        place = self.followed(pointer)
        while isinstance(node := _found(document, place), dict) and node.keys() == {"$ref"} and place not in seen:
            seen.add(place)
            place = self.followed(unquote(str(cast("dict[str, object]", node)["$ref"]).removeprefix("#")))
        return place

    def _reaches_many(self, place: str) -> bool:
        """Whether a schema leads to many others."""
        waiting, seen = [_found(self._document, place)], set[str]()
        while waiting and len(seen) <= _FEW:
            node = waiting.pop()
            if isinstance(node, list):
                waiting += cast("list[object]", node)
            elif isinstance(node, dict):
                members = cast("dict[str, object]", node)
                reference = members.get("$ref")
                if isinstance(reference, str) and reference not in seen:
                    seen.add(reference)
                    waiting.append(target(self._document, reference))
                waiting += members.values()
        return len(seen) > _FEW

    def followed(self, pointer: str) -> str:
        """The pointer without a reference on its way. Raises KeyError or IndexError if it leads nowhere."""
        place, node = "", cast(Any, self._document)
        for token in pointer.split("/")[1:]:
            seen: set[str] = set()
            while isinstance(node, dict) and isinstance(reference := cast(Any, node).get("$ref"), str):
                if reference in seen:
                    raise KeyError(f"{reference} leads to itself")
                seen.add(reference)
                place = self.followed(unquote(reference.removeprefix("#")))
                node = _found(self._document, place)
            node = _child(node, token)
            place += f"/{token}"
        return place


def _found(node: object, pointer: str) -> object:
    for token in pointer.split("/")[1:]:
        node = _child(node, token)
    return node


def _child(node: Any, token: str) -> object:
    if isinstance(node, list):
        return cast("list[object]", node)[int(token)]
    return cast("dict[str, object]", node)[token.replace("~1", "/").replace("~0", "~")]


def _entered(node: Any, token: str) -> object:
    """What the path of a fault leads to next: the validator leaves an empty name out of it."""
    if isinstance(node, dict) and token not in node and "" in node:
        node = cast("dict[str, object]", node)[""]
    return _child(node, token)


def _meant(value: Json, path: list[str | int]) -> Iterator[list[str | int]]:
    """The places in a value that the path of a fault may stand for: the validator leaves empty names out of it."""
    if isinstance(value, dict) and "" in value:
        yield from (["", *rest] for rest in _meant(value[""], path))
    match value, path:
        case _, []:
            yield []
        case dict(), [str() as name, *rest] if name in value:
            yield from ([name, *inner] for inner in _meant(value[name], rest))
        case list(), [int() as index, *rest] if index < len(value):
            yield from ([index, *inner] for inner in _meant(value[index], rest))
        case _:
            return


def _pointer(path: list[str | int]) -> str:
    return "".join(f"/{str(token).replace('~', '~0').replace('/', '~1')}" for token in path)


def _decides(schema: object) -> bool:
    """Whether a schema holds a value against others as a whole: against alternatives, beside null, or by a rule."""
    if not isinstance(schema, dict):
        return False
    keywords = cast("dict[str, Any]", schema)
    unions = [keywords[word] for word in ("anyOf", "oneOf") if isinstance(keywords.get(word), list)]
    return not _RULES.isdisjoint(keywords) or any(
        sum(each != {"type": "null"} for each in union) > 1 for union in unions
    )


def _refuse(uri: str) -> Any:
    raise LookupError(f"{uri} is not part of the document")


# --- formats ----------------------------------------------------------------------------------------------------------

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))",
    re.ASCII,
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)


def _full_date(text: str) -> bool:
    """RFC 3339, section 5.6, with the length of months of its appendix C; there is a year 0."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    try:
        date(year or 400, month, day)
    except ValueError:
        return False
    return True


def _date_time(text: str) -> bool:
    """RFC 3339, section 5.6; a second 60 only where one can be inserted: at the end of a day of UTC."""
    match = _DATE_TIME.fullmatch(text)
    if match is None or not _full_date(match[1]):
        return False
    ahead = timedelta(hours=int(match[6] or 0), minutes=int(match[7] or 0)) * (-1 if match[5] == "-" else 1)
    minute = (timedelta(hours=int(match[2]), minutes=int(match[3])) - ahead) % timedelta(days=1)
    return match[4] != "60" or minute == timedelta(hours=23, minutes=59)


def _uuid(text: str) -> bool:
    """RFC 4122, section 3, in either case."""
    return _UUID.fullmatch(text) is not None


def _annotation(_: str) -> bool:
    return True


FORMATS: dict[str, Callable[..., bool]] = {
    **dict.fromkeys(_ANNOTATIONS, _annotation),
    "date": _full_date,
    "date-time": _date_time,
    "uuid": _uuid,
}
