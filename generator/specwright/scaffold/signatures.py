"""Whether a method can be called as an operation calls its handler."""

from __future__ import annotations

import ast
import re

_ANYTHING = {"Any", "object"}


def misfit(node: ast.FunctionDef | ast.AsyncFunctionDef, wanted: ast.AsyncFunctionDef) -> str:
    """Why a method does not fit any more; empty if it does."""
    theirs, ours = node.args, wanted.args
    positional = [argument.arg for argument in (*theirs.posonlyargs, *theirs.args)][1:]
    expected = [argument.arg for argument in ours.args][1:]
    if theirs.vararg is None and positional[: len(expected)] != expected:
        return f"its arguments are {_named(positional)}, and would be {_named(expected)}"
    named = {argument.arg for argument in (*theirs.kwonlyargs, *theirs.args)}
    absent = [argument.arg for argument in ours.kwonlyargs if argument.arg not in named]
    if absent and theirs.kwarg is None:
        return f"it has no {_named(absent)}"
    known = {argument.arg for argument in (*ours.args, *ours.kwonlyargs)}
    if strange := [name for name in _required(theirs) if name not in known]:
        return f"nothing is given for {_named(strange)}"
    return _annotated(theirs, ours) or _returned(node, wanted)


def _named(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _required(arguments: ast.arguments) -> list[str]:
    """The arguments without a default, besides the first."""
    positional = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    without = positional[1 : len(positional) - len(arguments.defaults)]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return [*without, *(argument.arg for argument, default in named if default is None)]


def _annotated(theirs: ast.arguments, ours: ast.arguments) -> str:
    """Which argument would not take what is given for it now."""
    given = {argument.arg: argument.annotation for argument in (*ours.args, *ours.kwonlyargs)}
    for argument in (*theirs.posonlyargs, *theirs.args, *theirs.kwonlyargs):
        wanted = given.get(argument.arg)
        if wanted is None or argument.annotation is None:
            continue
        takes, gets = _kinds(argument.annotation), _kinds(wanted)
        if not takes & _ANYTHING and not gets <= takes:
            return f"`{argument.arg}` is `{ast.unparse(argument.annotation)}`, and would be `{ast.unparse(wanted)}`"
    return ""


def _returned(node: ast.FunctionDef | ast.AsyncFunctionDef, wanted: ast.AsyncFunctionDef) -> str:
    """Whether a method answers something else altogether."""
    if node.returns is None or wanted.returns is None:
        return ""
    returns, expected = _kinds(node.returns), _kinds(wanted.returns)
    if (returns | expected) & _ANYTHING or returns & expected:
        return ""
    return f"it returns `{ast.unparse(node.returns)}`, and would return `{ast.unparse(wanted.returns)}`"


def _kinds(annotation: ast.expr) -> set[str]:
    """The alternatives of an annotation, without modules and wrappers of answers."""
    quoted = isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
    text = str(annotation.value) if isinstance(annotation, ast.Constant) and quoted else ast.unparse(annotation)
    text = re.sub(r"\b[A-Za-z_]\w*\.", "", text)
    if wrapped := re.fullmatch(r"(?:Reply|Result|Awaitable)\[(.*)\]", text):
        text = wrapped[1]
    return {part.strip() for part in re.split(r"\|(?![^\[]*\])", text)}
