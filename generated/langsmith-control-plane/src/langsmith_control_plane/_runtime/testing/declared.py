"""What a document declares of its operations, read anew: what is proved must be what is declared.

Clients, stubs and the table of cases are made of one reading of the document. A parameter, a style, a status that it
missed would be missing from all of them alike, so the table is held against the document itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias, cast

from ..forms import FORM, Encoding
from ..media import essence
from .case import BodyCase, Case, ParameterCase, ResponseCase
from .references import followed

_METHODS = "get put post delete options head patch trace query".split()
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_IGNORED = ("accept", "content-type", "authorization", "host", "content-length", "transfer-encoding")
_SET_BY_HTTP = ("content-type", "content-length", "transfer-encoding", "connection")
_STYLED = ("style", "explode", "allowReserved")

Told: TypeAlias = "dict[str, Any]"
"""An object of the document."""
Say: TypeAlias = "tuple[bool, str, bool, str]"
"""Whether a parameter is required, its style, whether that is exploded, and the media type of its text, if any."""


class Declared:
    """The operations of a document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._old = str(document.get("openapi")).startswith("3.0")

    def missing(self, cases: Sequence[Case]) -> str:
        """The operations that are not among the cases; empty if all are."""
        known = {(case.method, case.path) for case in cases}
        return ", ".join(" ".join(each) for each in self._operations if each not in known)

    def misread(self, case: Case) -> str:
        """The first thing that a case says otherwise than the document; empty if there is none such."""
        return next(self._faults(case), "")

    def _faults(self, case: Case) -> Iterator[str]:
        item, operation = self._operations[case.method, case.path]
        yield from self._parameter_faults(case, item, operation)
        yield from self._body_faults(case, self._followed(operation.get("requestBody")))
        for status, response in _members(operation.get("responses")).items():
            if not status.startswith("x-"):
                yield from self._response_faults(case, status.upper(), self._followed(response))

    @cached_property
    def _operations(self) -> dict[tuple[str, str], tuple[Told, Told]]:
        """Each operation with its path item, by method and path."""
        found: dict[tuple[str, str], tuple[Told, Told]] = {}
        for path, value in _members(self._document.get("paths")).items():
            item = self._followed(value)
            named = {method: item[method] for method in _METHODS if method in item}
            for method, operation in {**named, **_members(item.get("additionalOperations"))}.items():
                if path.startswith("/"):
                    found[method.upper(), path] = item, _members(operation)
        return found

    # --- parameters ---------------------------------------------------------------------------------------------------

    def _parameter_faults(self, case: Case, item: Told, operation: Told) -> Iterator[str]:
        declared: dict[str, Say] = {}
        for owner in (item, operation):
            for each in _items(owner.get("parameters")):
                parameter = self._followed(each)
                place, name = str(parameter.get("in")), str(parameter.get("name"))
                if _applies(place, name, case.path):
                    declared[f"{place} parameter {name}"] = _say(place, parameter)
        said = {f"{each.place} parameter {each.wire_name}": _said(each) for each in case.parameters}
        yield from _differences(declared, said, case.waivers)

    # --- bodies -------------------------------------------------------------------------------------------------------

    def _body_faults(self, case: Case, body: Told) -> Iterator[str]:
        content, required = _members(body.get("content")), body.get("required") is True
        declared = {f"body of {media_type}": required for media_type in content}
        said = {f"body of {each.media_type}": each.required for each in case.bodies}
        yield from _differences(declared, said, case.waivers)
        for each in case.bodies:
            yield from self._encoding_faults(each, self._followed(content.get(each.media_type)))

    def _encoding_faults(self, body: BodyCase, content: Told) -> Iterator[str]:
        kind = essence(body.media_type)
        styled = kind == FORM or (kind == "multipart/form-data" and not self._old)
        for name, value in _members(content.get("encoding")).items():
            told, found = _members(value), body.encodings.get(name, Encoding())
            style = str(told.get("style") or "form")
            explode = told["explode"] if isinstance(told.get("explode"), bool) else style == "form"
            if not (kind == FORM or kind.startswith("multipart/")):
                return
            if styled and any(word in told for word in _STYLED):
                if (found.style or "form", found.explode) != (style, explode):
                    yield f"{name} has the style {style}, explode {explode}, not {found}"
            elif found.media_type != (told.get("contentType") or ""):
                yield f"{name} has the media type {told.get('contentType')!r}, not {found}"

    # --- answers ------------------------------------------------------------------------------------------------------

    def _response_faults(self, case: Case, status: str, response: Told) -> Iterator[str]:
        content = [*_members(response.get("content"))] if case.method != "HEAD" else []
        declared = {f"answer {status} {media_type}": True for media_type in content or [""]}
        rows = [each for each in case.responses if each.status.upper() == status]
        yield from _differences(declared, {f"answer {status} {each.media_type}": True for each in rows}, case.waivers)
        for each in rows:
            yield from self._header_faults(each, _members(response.get("headers")))

    def _header_faults(self, response: ResponseCase, headers: Told) -> Iterator[str]:
        names = [name for name in headers if name.lower() not in _SET_BY_HTTP]
        declared = {f"header {name}": _say("header", self._followed(headers[name])) for name in names}
        yield from _differences(declared, {f"header {each.wire_name}": _said(each) for each in response.headers}, ())

    def _followed(self, value: object) -> Told:
        """The object that references lead to from here; an empty one if it is none."""
        return _members(followed(self._document, value))


def _applies(place: str, name: str, path: str) -> bool:
    """Whether a parameter is one: some headers are of HTTP or told elsewhere, a path has those that it names."""
    if place == "path":
        return f"{{{name}}}" in path
    return place in _STYLES and not (place == "header" and name.lower() in _IGNORED)


def _say(place: str, parameter: Told) -> Say:
    """What the document says of a parameter, its defaults filled in."""
    media_type = next(iter(_members(parameter.get("content"))), "")
    told, explode = parameter.get("style"), parameter.get("explode")
    style = told if isinstance(told, str) and told != "cookie" and not media_type else _STYLES[place]
    exploded = explode if isinstance(explode, bool) and not media_type else style == "form"
    return place == "path" or parameter.get("required") is True, style, exploded, media_type


def _said(parameter: ParameterCase) -> Say:
    return parameter.required, parameter.style, parameter.exploded, parameter.media_type


def _differences(declared: Mapping[str, object], said: Mapping[str, object], waivers: Collection[str]) -> Iterator[str]:
    """How a table differs from what is declared; with waivers, something may be missing from it."""
    for name, each in declared.items():
        if name in said and said[name] != each:
            yield f"the {name} is declared as {each}, and taken as {said[name]}"
        elif name not in said and not waivers:
            yield f"the {name} is declared, and left out"
    yield from (f"the {name} is not declared" for name in said if name not in declared)


def _members(value: object) -> Told:
    return cast("Told", value) if isinstance(value, dict) else {}


def _items(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
