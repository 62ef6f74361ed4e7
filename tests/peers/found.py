"""The operations of a generated client, by its text: the same way for every generator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from tests.corpus.count import operations, raw

HOW = (
    "An operation counts as found if one call or dict in the modules that a generator keeps operations in has both\n"
    "its method and its path, whatever the parameters in the path are called; a module with a syntax error has none."
)
_METHODS = frozenset("get put post delete options head patch trace".split())


def lacking(document: Path, modules: Iterable[Path], output: str) -> tuple[int, int, int]:
    """How many operations a document has, how many of them modules lack, and how many of those nothing is said of."""
    counted, there = operations(raw(document)), found(modules)
    missing = [operation for operation in counted if anonymous(operation) not in there]
    return len(counted), len(missing), sum(not told(operation, output) for operation in missing)


def found(modules: Iterable[Path]) -> set[str]:
    """`GET /pets/{}` for each method and path that stand side by side in modules; one that cannot be read has none."""
    return {operation for module in modules for operation in _operations(module.read_text("utf-8"))}


def anonymous(operation: str) -> str:
    """An operation without escapes, and without the names in its path: `GET /pets/{id}` is `GET /pets/{}`."""
    return re.sub(r"\{[^{}/]*\}", "{}", unquote(operation))


def told(operation: str, output: str) -> bool:
    """Whether what a generator said names the path of an operation."""
    path = operation.split(" ", 1)[1]
    return re.search(re.escape(path) + r"(?![\w/{}-])", output) is not None


def _operations(text: str) -> Iterator[str]:
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except SyntaxError:
        return
    for node in nodes:
        texts = [text for each in _parts(node) for text in _texts(each)]
        for method in texts:
            if method.lower() in _METHODS:
                yield from (anonymous(f"{method.upper()} {path}") for path in texts if path.startswith("/"))


def _parts(node: ast.AST) -> list[ast.expr]:
    """What stands side by side in a call or a dict."""
    match node:
        case ast.Call():
            return [*node.args, *(keyword.value for keyword in node.keywords)]
        case ast.Dict():
            return node.values
        case _:
            return []


def _texts(node: ast.expr) -> Iterator[str]:
    """The text of a literal, or of one that is formatted."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            yield text
        case _:
            pass
