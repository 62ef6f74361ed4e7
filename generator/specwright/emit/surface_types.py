"""The types of a signature as a type checker understands them, however a module spells what they are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

_EVERYTHING = (("Any",), ("object",))
_RUNTIME = {"Integer": ("int",), "Date": ("date",), "DateTime": ("datetime",), "Uuid": ("UUID",), "Nothing": ("Never",)}
"""What the runtime's own scalars are to a type checker; its `Number` is spelled `float`, which admits integers."""


@dataclass(frozen=True, slots=True)
class Type:
    """The alternatives of a type, sorted, none inside another: `None`, `int`, `list[models.Pet]`, `Literal['a']`.

    What only validates (`Annotated`) is no part of it. As text the alternatives stand beside each other, null last.
    """

    alternatives: tuple[str, ...]

    def __str__(self) -> str:
        values = [each[8:-1] for each in self.alternatives if each.startswith("Literal[")]
        others = [each for each in self.alternatives if not each.startswith("Literal[") and each != "None"]
        literal = [f"Literal[{', '.join(values)}]"] if values else []
        return " | ".join([*literal, *others, *["None"] * ("None" in self.alternatives)])

    def admits(self, other: Type) -> bool:
        """Whether a type checker takes every value of another type for one of this, and none of it is unknown.

        A container admits only itself, since it can be changed: a `list[int]` is no `list[float]`. `Any` admits
        everything alone; beside others, of which a checker knows the attributes, it stands for itself.
        """
        known = self.alternatives
        return known in _EVERYTHING or all(any(_inside(each, own) for own in known) for each in other.alternatives)

    def without(self, alternative: str) -> Type:
        """The type without one of its alternatives, if it has it."""
        return Type(tuple(each for each in self.alternatives if each != alternative))


@cache
def type_of(text: str) -> Type:
    """The type that an annotation means. Raises SyntaxError for what is no expression."""
    return written_type(ast.parse(text.strip(), mode="eval").body)


def written_type(node: ast.expr) -> Type:
    """The type that the syntax tree of an annotation means."""
    return _type(_alternatives(node))


def _type(alternatives: Iterable[str]) -> Type:
    distinct = sorted(set(alternatives))
    return Type(tuple(each for each in distinct if not any(_inside(each, other, proper=True) for other in distinct)))


@cache
def _inside(part: str, whole: str, *, proper: bool = False) -> bool:
    """Whether one alternative is inside another: `float` admits integers, as type checkers have it."""
    if part == whole:
        return not proper
    if part.startswith("Literal["):
        return _inside(type(ast.literal_eval(part[8:-1])).__name__, whole)
    return (part, whole) == ("int", "float")


def _alternatives(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _alternatives(left)
            yield from _alternatives(right)
        case ast.Name(id=name):
            yield from _named(name)
        case ast.Constant(value=str(text)):
            yield from type_of(text).alternatives
        case ast.Subscript(value=ast.Name(id=name), slice=inside):
            yield from _subscripted(name.removeprefix("_"), inside)
        case _:
            yield ast.unparse(node)


def _named(name: str) -> Iterator[str]:
    plain = name.removeprefix("_")
    yield from ("float",) if plain == "Number" else _RUNTIME.get(plain, (plain,))


def _subscripted(name: str, inside: ast.expr) -> Iterator[str]:
    parts = inside.elts if isinstance(inside, ast.Tuple) else [inside]
    match name:
        case "Annotated":
            yield from _alternatives(parts[0])
        case "Union" | "OneOf" | "KindOf":
            for part in parts:
                yield from _alternatives(part)
        case "Result":
            yield from (*_alternatives(parts[0]), "Reply")
        case "Literal":
            yield from (f"Literal[{ast.unparse(part)}]" for part in parts)
        case _:
            yield f"{name}[{', '.join(str(written_type(part)) for part in parts)}]"
