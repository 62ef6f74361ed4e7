"""What a rule is: a function about a class of pairs, with a name, an effect and levels; its docstring is its manual."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Pair
from specwright.ir import Direction, Schema
from specwright.ir import Rule as Restriction

AboutT = TypeVar("AboutT", bound=Pair)


@dataclass(frozen=True, slots=True)
class Finding:
    """That a rule applies: the rest of a sentence about the subject, and what may show it.

    The values stand at the place of the pair; `ABSENT` is the one that is left out. Of each document, a schema whose
    values show it where only that document admits them, or a restriction that values break where only that document
    has it. If nothing shows it, any value of the schemas at the place will be tried.
    """

    message: str
    values: tuple[object, ...] = ()
    schemas: tuple[Schema | None, Schema | None] = (None, None)
    restrictions: tuple[Restriction | None, Restriction | None] = (None, None)


class Absent:
    """The value of a member that is not there."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Repeated:
    """An array or an object of so many members."""

    times: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `id` is the function's name in kebab-case.

    `effect` is about the values that are valid; with `witnessed`, a value must exist that shows it. `request` and
    `response` are the levels for what a client sends and receives. `oasdiff` names the checks of oasdiff that are about
    the same change.
    """

    id: str
    about: type[Pair]
    find: Callable[[Any], Iterable[Finding]]
    manual: str
    effect: Effect
    request: Level
    response: Level
    witnessed: bool
    oasdiff: tuple[str, ...]

    def level(self, direction: Direction | None, effect: Effect) -> Level:
        """How bad it is for values that go this way; milder if it turned out to have less of an effect than it can."""
        request, response = (self.request, self.response) if effect is self.effect else LEVELS[effect]
        usual = self.response if direction is Direction.RESPONSE else self.request
        return max(usual, response if direction is Direction.RESPONSE else request, key=list(Level).index)


LEVELS = {
    Effect.NARROWS: (Level.ERROR, Level.INFO),
    Effect.WIDENS: (Level.INFO, Level.ERROR),
    Effect.CHANGES: (Level.ERROR, Level.ERROR),
    Effect.KEEPS: (Level.INFO, Level.INFO),
}
_ALL: list[Rule] = []


def rule(
    about: type[AboutT],
    effect: Effect,
    *,
    request: Level | None = None,
    response: Level | None = None,
    witnessed: bool = True,
    oasdiff: str = "",
) -> Callable[[Callable[[AboutT], Iterator[Finding]]], Callable[[AboutT], Iterator[Finding]]]:
    """Make a function a rule. Levels follow from the effect: what breaks somebody's values is an error."""
    usual = LEVELS[effect]

    def declare(find: Callable[[AboutT], Iterator[Finding]]) -> Callable[[AboutT], Iterator[Finding]]:
        declared = Rule(
            find.__name__.replace("_", "-"),
            about,
            find,
            inspect.cleandoc(find.__doc__ or ""),
            effect,
            request or usual[0],
            response or usual[1],
            witnessed and effect is not Effect.KEEPS,
            tuple(name for each in oasdiff.split() for name in expanded(each)),
        )
        _ALL.append(declared)
        return find

    return declare


def expanded(name: str) -> Iterator[str]:
    """The names that one with choices stands for: `a-{b,c}` for `a-b` and `a-c`."""
    head, opened, rest = name.partition("{")
    if not opened:
        yield name
        return
    choices, _, tail = rest.partition("}")
    for choice in choices.split(","):
        yield from expanded(f"{head}{choice}{tail}")


def declared() -> tuple[Rule, ...]:
    """Every rule of the modules that were imported, in the order of their declaration."""
    return tuple(_ALL)
