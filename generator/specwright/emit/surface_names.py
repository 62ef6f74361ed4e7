"""Which names of one surface are other names in another: classes by what they are made of, methods by operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from specwright.emit.surface_types import Type, type_of
from specwright.emit.surface_values import Alias, Attribute, Class, Declaration, Member, Method, Surface

Place: TypeAlias = tuple[str, str]
"""A member: the name of its class, and its own."""

_MODEL = re.compile(r"\bmodels\.\w+")


def renamed(old: Surface, new: Surface) -> dict[str, str]:
    """Old name -> new name of each model that is gone, and in whose every place another stands that was not there."""
    names: dict[str, str] = {}
    while found := _replaced(with_names(old, names), new):
        names.update(found)
    return names


def _replaced(old: Surface, new: Surface) -> dict[str, str]:
    """The models that stand where others stood, in whatever both surfaces have."""
    votes: dict[str, set[str]] = {}
    after = dict(_places(new))
    for place, before in _places(old):
        gone, come = _models_apart(before, new), _models_apart(after.get(place, before), old)
        pairs = dict(zip(gone, come, strict=False))
        if pairs and _renamed_type(before, pairs) == after.get(place):
            for name, other in pairs.items():
                votes.setdefault(name, set()).add(other)
    sure = {name: next(iter(others)) for name, others in votes.items() if len(others) == 1}
    return {name: other for name, other in sure.items() if list(sure.values()).count(other) == 1}


def _models_apart(type_: Type, other: Surface) -> list[str]:
    """The models in a type that another surface does not have."""
    return sorted({name for name in _MODEL.findall(str(type_)) if name not in other.declarations})


def _places(surface: Surface) -> Iterator[tuple[tuple[str, ...], Type]]:
    """Wherever a type is spoken of: its place, and the type."""
    for name, declaration in surface.declarations.items():
        members = declaration.members if isinstance(declaration, Class) else {"": declaration}
        for member, what in members.items():
            match what:
                case Attribute(type=type_) | Alias(type=type_):
                    yield (name, member), type_
                case Method(arguments=arguments, returns=returns):
                    yield (name, member, "return"), returns
                    yield from (((name, member, each.name), each.type) for each in arguments)


def with_names(surface: Surface, names: Mapping[str, str]) -> Surface:
    """The surface with other names for some models, wherever they are spoken of."""
    if not names:
        return surface
    return Surface({names.get(name, name): _with_names(each, names) for name, each in surface.declarations.items()})


def _with_names(declaration: Declaration, names: Mapping[str, str]) -> Declaration:
    match declaration:
        case Class(members=members):
            return replace(declaration, members={name: _member(each, names) for name, each in members.items()})
        case Alias(type=type_):
            return replace(declaration, type=_renamed_type(type_, names))
        case Method():
            return _method(declaration, names)


def _member(member: Member, names: Mapping[str, str]) -> Member:
    match member:
        case Attribute(type=type_):
            return replace(member, type=_renamed_type(type_, names))
        case Method():
            return _method(member, names)


def _method(method: Method, names: Mapping[str, str]) -> Method:
    arguments = tuple(replace(each, type=_renamed_type(each.type, names)) for each in method.arguments)
    return replace(method, arguments=arguments, returns=_renamed_type(method.returns, names))


def _renamed_type(type_: Type, names: Mapping[str, str]) -> Type:
    text = str(type_)
    other = _MODEL.sub(lambda match: names.get(match[0], match[0]), text)
    return type_ if other == text else type_of(other)


def moved(old: Mapping[str, Declaration], new: Mapping[str, Declaration]) -> dict[Place, Place]:
    """The methods that stand for the same operation as before, and are called something else or are elsewhere."""
    after = {key: place for place, key in _operations(new).items()}
    pairs = {place: after.get(key, place) for place, key in _operations(old).items()}
    return {place: other for place, other in pairs.items() if place != other}


def _operations(declarations: Mapping[str, Declaration]) -> dict[Place, tuple[bool, str]]:
    """The methods that stand for an operation: which one, and on which side."""
    return {
        (name, member): (method.overridden, method.operation)
        for name, each in declarations.items()
        if isinstance(each, Class)
        for member, method in each.members.items()
        if isinstance(method, Method) and method.operation
    }
