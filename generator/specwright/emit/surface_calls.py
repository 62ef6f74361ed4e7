"""Two signatures of a method -> what changes for those who call it, or for those who write it and are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.emit.surface_types import Type
from specwright.emit.surface_values import Argument, Method
from specwright.ir import Location


@dataclass(frozen=True, slots=True)
class CallChange:
    """A change of a signature, and whether it hurts the party of the method."""

    rule: str
    message: str
    hurts: bool
    old: Location
    new: Location


def compare_calls(name: str, old: Method, new: Method) -> Iterator[CallChange]:
    """How a method of this name is called otherwise."""
    before = {each.name for each in old.arguments}
    after = {each.name: each for each in new.arguments}
    for argument in old.arguments:
        if other := after.get(argument.name):
            yield from _argument(name, argument, other, old.overridden)
        else:
            message = f"`{name}` has no argument `{argument.name}` any more"
            yield CallChange("argument-removed", message, True, argument.location, new.location)
    for argument in new.arguments:
        if argument.name not in before:
            yield _added(name, argument, old)
    yield from _order(name, old, new)
    yield from _returns(name, old, new)


def _added(name: str, argument: Argument, method: Method) -> CallChange:
    """Whoever calls may leave out what is optional; whoever is called is given it all the same."""
    told = "must be given" if argument.required else "may be given"
    message = (
        f"`{name}` is called with `{argument.name}` too"
        if method.overridden
        else f"`{argument.name}` {told} to `{name}`"
    )
    hurts = method.overridden or argument.required
    return CallChange("argument-added", message, hurts, method.location, argument.location)


def _argument(name: str, old: Argument, new: Argument, overridden: bool) -> Iterator[CallChange]:
    places = old.location, new.location
    if old.required != new.required:
        rule, told = ("argument-required", "must") if new.required else ("argument-optional", "need not")
        yield CallChange(rule, f"`{old.name}` {told} be given to `{name}`", new.required is not overridden, *places)
    if old.positional != new.positional:
        told = "by its position too" if new.positional else "by its name only"
        yield CallChange("argument-kind", f"`{old.name}` is given to `{name}` {told}", old.positional, *places)
    before, after = (old.type, new.type) if old.required == new.required else (_bare(old.type), _bare(new.type))
    if before != after:
        hurts = not (before.admits(after) if overridden else after.admits(before))
        message = f"`{old.name}` of `{name}` is `{new.type}`, and was `{old.type}`"
        yield CallChange("argument-type", message, hurts, *places)


def _bare(type_: Type) -> Type:
    """A type without what stands for an argument that is not given."""
    return type_.without("UNSET").without("None")


def _order(name: str, old: Method, new: Method) -> Iterator[CallChange]:
    """Arguments that are given by position, in another order."""
    names = {each.name for each in old.arguments} & {each.name for each in new.arguments}
    before, after = (
        [each.name for each in method.arguments if each.positional and each.name in names] for method in (old, new)
    )
    if sorted(before) == sorted(after) and before != after:
        message = f"the order of the arguments of `{name}` is {', '.join(after)}, and was {', '.join(before)}"
        yield CallChange("arguments-reordered", message, True, old.location, new.location)


def _returns(name: str, old: Method, new: Method) -> Iterator[CallChange]:
    if old.returns != new.returns:
        admitted = new.returns.admits(old.returns) if old.overridden else old.returns.admits(new.returns)
        message = f"`{name}` returns `{new.returns}`, and returned `{old.returns}`"
        yield CallChange("return-type", message, not admitted, old.location, new.location)
