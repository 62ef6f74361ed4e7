"""The handlers of a tag -> the module that a person fills in: written once, and only ever added to."""

from __future__ import annotations

import ast
import re
import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from specwright.problem import Position, Problem, Refusal, error
from specwright.scaffold.signatures import misfit

_HEAD = "from __future__ import annotations\n"


@dataclass(frozen=True, slots=True)
class Handler:
    """A method to be filled in, indented by nothing, and what it imports: each name behind its module."""

    name: str
    text: str
    imports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Handlers:
    """What a module is to have: a class that extends `base`, with these methods."""

    base: str
    docstring: str
    handlers: tuple[Handler, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A module as it should be: `text` is the old one with the methods `added`; `problems` are left to a person."""

    text: str
    added: tuple[str, ...]
    problems: tuple[Problem, ...]


def module(wanted: Handlers, text: str | None, file: str) -> Module:
    """The module with a method for each operation. Raises `Refusal` if what is there is no Python.

    Nothing that is there is changed. Methods that answer no operation, and those whose arguments are others now, are
    told.
    """
    if text is None or not text.strip():
        return Module(_new(wanted), tuple(handler.name for handler in wanted.handlers), ())
    tree = _parsed(text, file)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and _extends(node, tree, wanted.base)]
    methods = {node.name: node for each in classes for node in each.body if isinstance(node, _FUNCTIONS)}
    missing = [handler for handler in wanted.handlers if handler.name not in methods]
    problems = tuple(_problems(wanted, methods.values(), file))
    if not missing:
        return Module(text, (), problems)
    if classes:
        text = _inserted(text, classes[0], missing, file)
    else:
        text = text.rstrip("\n") + "\n\n\n" + _class(wanted, missing)
    return Module(_imported(text, tree, missing), tuple(handler.name for handler in missing), problems)


def left_over(text: str, package: str, bases: Collection[str], file: str) -> Iterator[Problem]:
    """The classes of a module that extend one of a package's server that is no longer generated."""
    tree = _parsed(text, file)
    gone = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == f"{package}.server"
        for alias in node.names
        if alias.name not in bases
    }
    for node in tree.body:
        for base in sorted(gone):
            if isinstance(node, ast.ClassDef) and _extends(node, tree, base):
                message = f"`{node.name}` extends `{base}`, whose operations were all removed"
                place = Position(file, node.lineno, node.col_offset + 1)
                yield error(
                    "handler-unused", message, place, "Remove it, or move its methods to where they belong now."
                )


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


# --- a new module -----------------------------------------------------------------------------------------------------


def _new(wanted: Handlers) -> str:
    names = dict.fromkeys(pair for handler in wanted.handlers for pair in handler.imports)
    imports = "\n".join(_import_lines(names))
    return f"{wanted.docstring}\n\n{_HEAD}\n{imports}\n\n\n{_class(wanted, wanted.handlers)}"


def _class(wanted: Handlers, handlers: Sequence[Handler]) -> str:
    methods = "\n".join(textwrap.indent(handler.text, "    ") for handler in handlers)
    return f"class {wanted.base}Handlers({wanted.base}):\n    {wanted.docstring}\n\n{methods}"


def _import_lines(names: Iterable[tuple[str, str]]) -> list[str]:
    modules: dict[str, list[str]] = {}
    for place, name in names:
        modules.setdefault(place, []).append(name)
    lines = {place: f"from {place} import {', '.join(sorted(modules[place]))}" for place in sorted(modules)}
    standard = [line for place, line in lines.items() if place.partition(".")[0] in sys.stdlib_module_names]
    others = [line for line in lines.values() if line not in standard]
    return [*standard, *[""] * bool(standard and others), *others]


# --- a module that is there -------------------------------------------------------------------------------------------


def _parsed(text: str, file: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as failure:
        place = Position(file, failure.lineno or 1, failure.offset or 1)
        remedy = "Mend the module: handlers are added to it when it can be read."
        raise Refusal(
            [error("handlers-unreadable", f"no Python: {failure.msg}", place, remedy)], findings=True
        ) from None


def _extends(node: ast.ClassDef, tree: ast.Module, base: str) -> bool:
    """Whether a class extends the generated one, under whatever name it was imported."""
    names = {base} | {
        alias.asname
        for each in tree.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
        if alias.name == base and alias.asname
    }
    return any(ast.unparse(each).rpartition(".")[2] in names for each in node.bases)


def _inserted(text: str, node: ast.ClassDef, missing: Sequence[Handler], file: str) -> str:
    """The text with methods behind the last line of a class."""
    lines = text.splitlines(keepends=True)
    last, first = node.body[-1], node.body[0]
    if first.lineno == node.lineno:
        message = f"the class `{node.name}` is written on one line"
        place = Position(file, node.lineno, node.col_offset + 1)
        problem = error("handlers-closed", message, place, "Write its body on lines of its own.")
        raise Refusal([problem], findings=True)
    margin = lines[first.lineno - 1][: first.col_offset]
    end = last.end_lineno or last.lineno
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    methods = newline + newline.join(
        textwrap.indent(handler.text, margin).replace("\n", newline) for handler in missing
    )
    before = "".join(lines[:end])
    return before + ("" if before.endswith("\n") else newline) + methods + "".join(lines[end:])


def _imported(text: str, tree: ast.Module, missing: Sequence[Handler]) -> str:
    """The text with the imports of new methods, behind those that are there."""
    bound = {
        (alias.asname or alias.name).partition(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    names = dict.fromkeys(pair for handler in missing for pair in handler.imports if pair[1] not in bound)
    if not names:
        return text
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    end = _imports_end(tree)
    return "".join([*lines[:end], *(line + newline for line in _import_lines(names)), *lines[end:]])


def _imports_end(tree: ast.Module) -> int:
    """How many lines stand as far as the last import, or the docstring if there is none."""
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    if imports:
        return imports[-1].end_lineno or imports[-1].lineno
    return (tree.body[0].end_lineno or 0) if tree.body and ast.get_docstring(tree) is not None else 0


# --- what is left to a person -----------------------------------------------------------------------------------------


def _problems(
    wanted: Handlers, methods: Iterable[ast.FunctionDef | ast.AsyncFunctionDef], file: str
) -> Iterable[Problem]:
    known = {handler.name: handler for handler in wanted.handlers}
    for node in methods:
        place = Position(file, node.lineno, node.col_offset + 1)
        if node.name in known:
            if reason := misfit(node, _signature(known[node.name].text)):
                remedy = f"It would be `{_head(known[node.name].text)}`."
                yield error("handler-misfit", f"`{node.name}` no longer fits: {reason}", place, remedy)
        elif not node.name.startswith("_") and not node.decorator_list:
            remedy = "Remove it, or rename it to its operation; begin the name of a helper with an underscore."
            yield error("handler-unused", f"`{node.name}` answers no operation of `{wanted.base}`", place, remedy)


def _signature(text: str) -> ast.AsyncFunctionDef:
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.AsyncFunctionDef)
    return node


def _head(text: str) -> str:
    """The first line of a method, however long."""
    return re.sub(r"\s+", " ", text.partition(':\n    """')[0]).replace("( ", "(").replace(", )", ")")
