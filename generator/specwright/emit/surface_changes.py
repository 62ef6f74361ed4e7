"""Two surfaces -> what changes for the code that is written against a generated package.

A change hurts those whose code a type checker then refuses, or whose call fails; what hurts nobody is an addition.
Types are judged by which way values go. Whoever makes a value is hurt if the type admits less than before, whoever
reads it if it admits more: an argument that was `int` and is `float` hurts no caller, an attribute of an answer does.
A handler reads arguments and makes answers, and its method is called with every argument there is, so that even an
optional one that is new hurts. What is inside a list or a dict must stay the same, as type checkers have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from specwright.emit.surface_calls import compare_calls
from specwright.emit.surface_names import Place, moved, renamed, with_names
from specwright.emit.surface_values import Alias, Attribute, Class, Declaration, Member, Method, Party, Surface
from specwright.ir import NOWHERE, Location

RULES: Mapping[str, str] = {
    "name-removed": "A class, a function or the name of a type is gone: code that imports it fails.",
    "name-added": "There is a class, a function or the name of a type that was not there.",
    "name-renamed": "A model stands wherever another stood that is gone: it is called something else.",
    "name-replaced": "What was a class is the name of a type now, or the other way round.",
    "type-changed": "The name of a type stands for another one.",
    "method-removed": "A method is gone; one that handles an operation would never be called.",
    "method-added": "There is a method that was not there.",
    "method-renamed": "The method of an operation is called something else, or is a method of another class.",
    "attribute-removed": "An attribute, or a key of a `TypedDict`, is gone.",
    "attribute-added": "There is a new attribute: it hurts those who make the object, if they must give it.",
    "attribute-required": "An attribute must be given that could be left out.",
    "attribute-optional": "An attribute may be absent that was always there.",
    "attribute-type": "An attribute is of another type: narrower hurts who makes it, wider who reads it.",
    "argument-removed": "A method does not take an argument any more.",
    "argument-added": "A method takes a new argument: it hurts callers who must give it, and every handler.",
    "argument-required": "An argument must be given that could be left out.",
    "argument-optional": "An argument may be left out: a handler has to expect that.",
    "argument-kind": "An argument that could be given by its position goes by its name only, or the other way round.",
    "argument-type": "An argument is of another type: narrower hurts callers, wider hurts handlers.",
    "arguments-reordered": "The arguments that are given by position have another order.",
    "return-type": "A method returns another type: wider hurts callers, narrower hurts handlers.",
}
"""What each rule finds."""


class Level(StrEnum):
    """Whether code that was right before still is."""

    BREAKING = "breaking"
    ADDITION = "addition"


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A change of something that is offered: `name` is what it was called, or if it is new what it is called now.

    `rule` is a key of `RULES`, `message` a sentence without its full stop; `old` and `new` are the places in the
    documents, `NOWHERE` where there is none.
    """

    rule: str
    name: str
    message: str
    hurts: tuple[Party, ...] = ()
    old: Location = field(default=NOWHERE, compare=False)
    new: Location = field(default=NOWHERE, compare=False)

    @property
    def level(self) -> Level:
        """Breaking if it hurts anybody."""
        return Level.BREAKING if self.hurts else Level.ADDITION


def compare_surfaces(old: Surface, new: Surface) -> tuple[SourceChange, ...]:
    """Everything that changed, sorted by name. A model that has another name alone is compared under the new one."""
    names = renamed(old, new)
    changes = [_renamed(name, other, old.declarations[name], new.declarations[other]) for name, other in names.items()]
    before, after = with_names(old, names).declarations, new.declarations
    methods = moved(before, after)
    changes += [change for place, other in methods.items() for change in _moved(place, other, before, after)]
    for name in sorted({*before, *after}):
        changes += _declarations(name, before.get(name), after.get(name), methods)
    return tuple(sorted(changes, key=lambda change: (change.name, change.rule, change.message)))


def _renamed(name: str, other: str, old: Declaration, new: Declaration) -> SourceChange:
    message = f"`{name}` is called `{other}` now"
    return SourceChange("name-renamed", name, message, _parties(old), old.location, new.location)


def _moved(
    place: Place, other: Place, before: Mapping[str, Declaration], after: Mapping[str, Declaration]
) -> Iterator[SourceChange]:
    """A method that has another name, and what else there is about it."""
    old, new = _method_at(before, place), _method_at(after, other)
    message = f"`{'.'.join(place)}` is called `{'.'.join(other)}` now"
    yield SourceChange("method-renamed", ".".join(place), message, (old.party,), old.location, new.location)
    yield from _calls(".".join(other), old, new)


def _method_at(declarations: Mapping[str, Declaration], place: Place) -> Method:
    holder = declarations[place[0]]
    method = holder.members[place[1]] if isinstance(holder, Class) else holder
    assert isinstance(method, Method)
    return method


def _declarations(
    name: str, old: Declaration | None, new: Declaration | None, methods: Mapping[Place, Place]
) -> Iterator[SourceChange]:
    match old, new:
        case None, new if new is not None:
            yield SourceChange("name-added", name, f"`{name}` is new", (), NOWHERE, new.location)
        case old, None if old is not None:
            yield SourceChange("name-removed", name, f"`{name}` is gone", _parties(old), old.location)
        case Class(), Class():
            yield from _members(name, old, new, methods)
        case Method(), Method():
            yield from _calls(name, old, new)
        case Alias(), Alias() if old.type != new.type:
            yield _type("type-changed", name, old, new)
        case ((Class() | Alias() | Method()), (Class() | Alias() | Method())) if type(old) is not type(new):
            message = f"`{name}` is a {_kind(new)}, and was a {_kind(old)}"
            yield SourceChange("name-replaced", name, message, _parties(old), old.location, new.location)
        case _:
            return


def _kind(declaration: Declaration) -> str:
    match declaration:
        case Class():
            return "class"
        case Alias():
            return "name of a type"
        case Method():
            return "function"


def _members(name: str, old: Class, new: Class, methods: Mapping[Place, Place]) -> Iterator[SourceChange]:
    gone, come = set(methods), set(methods.values())
    for member in sorted({*old.members, *new.members}):
        before = None if (name, member) in gone else old.members.get(member)
        after = None if (name, member) in come else new.members.get(member)
        yield from _member(f"{name}.{member}", before, after, (old, new))


def _member(name: str, old: Member | None, new: Member | None, holders: tuple[Class, Class]) -> Iterator[SourceChange]:
    match old, new:
        case None, Method(location=location):
            yield SourceChange("method-added", name, f"`{name}` is new", (), holders[0].location, location)
        case None, Attribute(required=required, use=use, location=location):
            hurts = tuple(sorted(use.made_by)) if required else ()
            told = ", and must be given" if hurts else ""
            yield SourceChange("attribute-added", name, f"`{name}` is new{told}", hurts, holders[0].location, location)
        case ((Method() | Attribute()), None):
            rule = "method-removed" if isinstance(old, Method) else "attribute-removed"
            yield SourceChange(rule, name, f"`{name}` is gone", _parties(old), old.location, holders[1].location)
        case Method(), Method():
            yield from _calls(name, old, new)
        case Attribute(), Attribute():
            yield from _attribute(name, old, new)
        case _:
            return


def _attribute(name: str, old: Attribute, new: Attribute) -> Iterator[SourceChange]:
    places = old.location, new.location
    if new.required and not old.required:
        hurts = tuple(sorted(old.use.made_by))
        yield SourceChange("attribute-required", name, f"`{name}` must be given", hurts, *places)
    if old.required and not new.required:
        hurts = tuple(sorted(old.use.read_by))
        yield SourceChange("attribute-optional", name, f"`{name}` may be absent", hurts, *places)
    if old.type != new.type:
        yield _type("attribute-type", name, old, new)


def _type(rule: str, name: str, old: Attribute | Alias, new: Attribute | Alias) -> SourceChange:
    makers = old.use.made_by if not new.type.admits(old.type) else frozenset[Party]()
    readers = old.use.read_by if not old.type.admits(new.type) else frozenset[Party]()
    message = f"`{name}` is `{new.type}`, and was `{old.type}`"
    return SourceChange(rule, name, message, tuple(sorted(makers | readers)), old.location, new.location)


def _calls(name: str, old: Method, new: Method) -> Iterator[SourceChange]:
    for change in compare_calls(name, old, new):
        hurts = (old.party,) if change.hurts else ()
        yield SourceChange(change.rule, name, change.message, hurts, change.old, change.new)


def _parties(declaration: Declaration | Member) -> tuple[Party, ...]:
    """Everybody who has to do with something."""
    if isinstance(declaration, Method):
        return (declaration.party,)
    return tuple(sorted(declaration.use.parties))
