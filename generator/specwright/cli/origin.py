"""A line of a generated file -> the place in the document that it comes from: the innermost one whose name it is in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from specwright.emit.origins import Spot
from specwright.ir import Location

_ROW = re.compile(r"(?P<indent> {12,})(?P<name>\S+): ")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of lines, the names that it goes by, the last line that is its own, and what is in it."""

    names: frozenset[str]
    first: int
    head: int
    last: int
    nodes: tuple[ast.AST, ...]


def origin(text: str, line: int, spot: Spot) -> Location:
    """Where a line of a file with this text comes from; the whole file, if the line is in nothing smaller.

    What is no Python is taken as a whole.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return spot.location
    return _innermost(_Part(frozenset(), 1, 0, line, (tree,)), line, spot).location


def _innermost(part: _Part, line: int, spot: Spot) -> Spot:
    """The spot of what stands on the line inside a part; the part's own, where several things do."""
    own = _named(part.names, spot)
    if own is not spot and line <= part.head:
        return own
    inner = {
        found.location: found
        for node in part.nodes
        for child in _parts(node)
        if child.first <= line <= child.last and (found := _innermost(child, line, own)) is not own
    }
    return next(iter(inner.values())) if len(inner) == 1 else own


def _named(names: frozenset[str], spot: Spot) -> Spot:
    """The spot, or the one inside it that goes by one of the names, and so on."""
    found = next((spot.inside[name] for name in sorted(names) if name in spot.inside), None)
    return spot if found is None else _named(names, found)


def _parts(node: ast.AST) -> Iterator[_Part]:
    match node:
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                first = value if key is None else key
                yield _part(_literals([first]), first, value, value)
        case ast.ClassDef() | ast.Module():
            yield from _statements(node.body)
        case ast.Expr(value=ast.Constant(value=str(text))) if node.end_lineno == node.lineno + text.count("\n"):
            yield from _rows(text.split("\n"), node.lineno)
        case _:
            for child in ast.iter_child_nodes(node):
                if hasattr(child, "lineno") or isinstance(child, ast.arguments):
                    yield from (
                        [_part(_names(child), child, child, child)] if hasattr(child, "lineno") else _parts(child)
                    )


def _statements(body: list[ast.stmt]) -> Iterator[_Part]:
    """The statements of a module or class; the text below an attribute is its docstring."""
    above = frozenset[str]()
    for statement in body:
        text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        names = above if text else _names(statement)
        yield _part(names, statement, statement, statement)
        above = names if isinstance(statement, ast.AnnAssign | ast.Assign) else frozenset[str]()


def _rows(lines: list[str], first: int) -> Iterator[_Part]:
    """The rows under a heading of a docstring (`    name: what it is`), each with the lines that go on with it."""
    for number, line in enumerate(lines):
        if match := _ROW.match(line):
            last = number
            while last + 1 < len(lines) and lines[last + 1].startswith(match["indent"] + " "):
                last += 1
            yield _Part(frozenset({match["name"]}), first + number, first + last, first + last, ())


def _part(names: frozenset[str], first: ast.AST, last: ast.AST, *nodes: ast.AST) -> _Part:
    head = getattr(first, "lineno", 0)
    decorated = (decorator.lineno for decorator in getattr(first, "decorator_list", []))
    return _Part(names, min([head, *decorated]), head, getattr(last, "end_lineno", 0) or 0, nodes)


def _names(node: ast.AST) -> frozenset[str]:
    """What a declaration declares, what a call is told, and what an import brings."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return frozenset({name})
        case ast.arg(arg=name) | ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return frozenset({name})
        case ast.Call(func=func, args=args, keywords=keywords):
            called = {func.attr} if isinstance(func, ast.Attribute) else set[str]()
            return _literals([*args, *(each.value for each in keywords)]) | called
        case ast.ImportFrom(names=[ast.alias(name=name)]):
            return frozenset({name})
        case _:
            return frozenset()


def _literals(nodes: list[ast.expr]) -> frozenset[str]:
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(text for text in texts if isinstance(text, str))
