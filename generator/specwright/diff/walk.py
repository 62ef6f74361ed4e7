"""Pairs the parts of two documents: what stands where, once for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias, TypeVar

from specwright import ir
from specwright.diff import pairs
from specwright.diff.at import At, Owner, Root
from specwright.diff.shapes import Found, Shapes
from specwright.ir import Direction, Location
from specwright.pointers import Asked, parameter_schema, request_schema, response_schema

_VARIABLE = re.compile(r"\{[^}]*\}")
_Part = TypeVar("_Part")
_Placed: TypeAlias = "ir.Parameter | ir.Content | ir.Response"


class Walk:
    """Every pair of two documents; after it, `reached` tells which operations each pair found matters to."""

    def __init__(self, old: ir.Api, new: ir.Api) -> None:
        self._old = old
        self._new = new
        self._shapes = Shapes(old, new)

    def __iter__(self) -> Iterator[Found]:
        nowhere = Location(""), Location("")
        yield pairs.Apis(self._old, self._new), At("", "the API", *nowhere)
        for old, new in _matched(self._old.operations, self._new.operations, _shape):
            yield from self._operation(old, new)
        for before, after in _matched(
            self._old.webhooks, self._new.webhooks, lambda each: (each.wire_name, each.method)
        ):
            yield from self._webhook(before, after)
        yield from self._shapes.named()

    def reached(self) -> dict[Owner, list[str]]:
        """Owner of a pair -> the operations that it is part of."""
        found: dict[Owner, list[str]] = {}
        operations = [owner for owner in self._shapes.uses if isinstance(owner, str)]
        for operation in operations:
            seen: dict[Owner, None] = {operation: None}
            rest: list[Owner] = [operation]
            while rest:
                more = [owner for owner in self._shapes.uses.get(rest.pop(), ()) if owner not in seen]
                seen |= dict.fromkeys(more)
                rest += more
            for owner in seen:
                found.setdefault(owner, []).append(operation)
        return found

    # --- operations ---------------------------------------------------------------------------------------------------

    def _operation(self, old: ir.Operation | None, new: ir.Operation | None) -> Iterator[Found]:
        at = At(_title(new or old), "operation", *_places(old, new))
        yield pairs.Operations(old, new), at
        if old and new:
            yield from self._security(old, new, replace(at, subject="security"))
            yield from self._message(old, new, at, Direction.REQUEST)

    def _webhook(self, old: ir.Webhook | None, new: ir.Webhook | None) -> Iterator[Found]:
        present = new or old
        assert present is not None
        at = At(f"{present.method} {present.wire_name}", "webhook", *_places(old, new))
        yield pairs.Webhooks(old, new), at
        if old and new:
            yield from self._message(old, new, at, Direction.RESPONSE)

    def _message(self, old: Asked, new: Asked, at: At, sent: Direction) -> Iterator[Found]:
        """The parameters, the body and the responses; what is `sent` by whom decides on the direction of each."""
        received = Direction.RESPONSE if sent is Direction.REQUEST else Direction.REQUEST
        request, answer = replace(at, direction=sent), replace(at, direction=received)
        before, after = _parameters(old), _parameters(new)
        for key in dict.fromkeys((*before, *after)):
            yield from self._parameter(before.get(key), after.get(key), request)
        yield from self._body(old, new, request)
        for response, other in _matched(old.responses, new.responses, lambda each: each.status):
            yield from self._response(response, other, (old, new), answer)

    def _security(self, old: ir.Operation, new: ir.Operation, at: At) -> Iterator[Found]:
        before, after = (_requirements(api, op) for api, op in ((self._old, old), (self._new, new)))
        if set(before) != set(after):
            yield pairs.Securities(before, after), replace(at, direction=Direction.REQUEST)

    def _parameter(self, old: ir.Parameter | None, new: ir.Parameter | None, at: At) -> Iterator[Found]:
        present = new or old
        assert present is not None
        here = _placed(at, f"{present.place} parameter `{present.wire_name}`", old, new)
        yield pairs.Parameters(old, new), here
        if old and new:
            yield from self._shapes.schemas(
                _rooted(here, old.schema, new.schema, parameter_schema(old), parameter_schema(new))
            )

    def _body(self, old: Asked, new: Asked, at: At) -> Iterator[Found]:
        here = replace(at, subject="request body")
        if old.body or new.body:
            yield pairs.Bodies(old.body, new.body), here
        if not old.body or not new.body:
            return
        for before, after in _matched(old.body.content, new.body.content, _media_type):
            inner = _placed(here, "request body", before, after)
            yield pairs.Requests(before, after), inner
            if before and after:
                pointers = (request_schema(old, before), request_schema(new, after))
                yield from self._shapes.schemas(_rooted(inner, before.schema, after.schema, *pointers))

    def _response(
        self,
        old: ir.Response | None,
        new: ir.Response | None,
        asked: tuple[Asked, Asked],
        at: At,
    ) -> Iterator[Found]:
        present = new or old
        assert present is not None
        here = _placed(at, f"response {present.status}", old, new)
        yield pairs.Responses(old, new), here
        if not old or not new:
            return
        for header, other in _matched(old.headers, new.headers, lambda each: each.wire_name.lower()):
            yield from self._header(header, other, here)
        for before, after in _matched(old.content, new.content, _media_type):
            inner = _placed(here, here.subject, before, after)
            yield pairs.Answers(before, after), inner
            if before and after:
                pointers = (response_schema(asked[0], old, before), response_schema(asked[1], new, after))
                yield from self._shapes.schemas(_rooted(inner, before.schema, after.schema, *pointers))

    def _header(self, old: ir.Parameter | None, new: ir.Parameter | None, at: At) -> Iterator[Found]:
        present = new or old
        assert present is not None
        here = _placed(at, f"header `{present.wire_name}` of {at.subject}", old, new)
        yield pairs.Headers(old, new), here
        if old and new:
            yield from self._shapes.schemas(
                _rooted(here, old.schema, new.schema, parameter_schema(old), parameter_schema(new))
            )


def _matched(
    old: Iterable[_Part], new: Iterable[_Part], key: Callable[[_Part], Hashable]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Parts of one key side by side, in the order of the old ones; what is new comes last."""
    before, after = {key(part): part for part in old}, {key(part): part for part in new}
    for name, part in before.items():
        yield part, after.get(name)
    yield from ((None, part) for name, part in after.items() if name not in before)


def _title(operation: ir.Operation | None) -> str:
    return f"{operation.method} {operation.path}" if operation else ""


def _shape(operation: ir.Operation) -> tuple[str, str]:
    """What an operation is matched by: the names of path variables do not travel."""
    return operation.method, _VARIABLE.sub("{}", operation.path)


def _media_type(content: ir.Content) -> str:
    """What a media type is matched by: its case and the spaces around its parameters mean nothing."""
    return re.sub(r"\s*;\s*", ";", content.media_type.strip().lower())


def _parameters(asked: Asked) -> dict[Hashable, ir.Parameter]:
    """Each parameter with what it is matched by: its place and name, or its position in the path."""
    path = asked.path if isinstance(asked, ir.Operation) else ""
    variables = [variable[1:-1] for variable in _VARIABLE.findall(path)]
    return {_identity(each, variables): each for each in asked.parameters}


def _identity(parameter: ir.Parameter, variables: list[str]) -> Hashable:
    match parameter.place:
        case ir.Place.PATH if parameter.wire_name in variables:
            return parameter.place, variables.index(parameter.wire_name)
        case ir.Place.HEADER:
            return parameter.place, parameter.wire_name.lower()
        case _:
            return parameter.place, parameter.wire_name


def _requirements(api: ir.Api, operation: ir.Operation) -> tuple[frozenset[str], ...]:
    """The requirements by the names of the document."""
    wire_names = {scheme.name: scheme.wire_name for scheme in api.security_schemes}
    return tuple(frozenset(wire_names[name] for name in requirement) for requirement in operation.security)


def _places(old: Asked | None, new: Asked | None) -> tuple[Location, Location]:
    return old.location if old else ir.NOWHERE, new.location if new else ir.NOWHERE


def _placed(at: At, subject: str, old: _Placed | None, new: _Placed | None) -> At:
    """A place with where its part stands; on a side that has none it stays where the part would be."""
    old_place, new_place = old.location if old else at.old_place, new.location if new else at.new_place
    return replace(at, subject=subject, old_place=old_place, new_place=new_place)


def _rooted(at: At, old: ir.Schema, new: ir.Schema, old_pointer: str, new_pointer: str) -> At:
    assert at.direction is not None
    return replace(at, old=old, new=new, root=Root(old_pointer, new_pointer, at.direction))
