"""What a YAML text holds, under the core schema of YAML 1.2 plus merge keys.

`no` and `2024-01-01` are strings and every key is the text it was written as. Nodes are composed by the C
parser and carry their marks, so that a place can be told for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Protocol

import yaml
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from specwright.collector import paused
from specwright.problem import Position, Problem, Refusal, error
from specwright.read.json_text import JsonValue, key_duplicated, line_and_column, number_unwritable

DEPTH = 100
"""How deep a document may nest; of 2,600 published ones the deepest has 35 levels."""

_SPARE = 1_000_000


def parse(text: str, file: str) -> JsonValue:
    """The value of a text, aliases and merge keys expanded. Raises `Refusal` with all that is wrong."""
    return value_of(compose(text, file), text, file)


def value_of(node: Node, text: str, file: str) -> JsonValue:
    """The value of the outermost node of a text. Raises `Refusal` with all that is wrong."""
    reading = _Reading(file, budget=len(text) + _SPARE)
    with paused():
        value = reading.value(node)
    if reading.problems:
        raise Refusal(reading.problems, findings=True)
    return value


def compose(text: str, file: str) -> Node:
    """The outermost node of a text. Raises `Refusal` if it is empty, broken or too deep."""
    try:
        with paused():
            node = _LOADER(text).get_single_node()
    except _DepthError:
        raise Refusal([nesting_too_deep(file)], findings=True) from None
    except yaml.YAMLError as failure:
        raise Refusal([_syntax_error(failure, text, file)], findings=True) from None
    if node is None:
        empty = error("document-empty", "the document is empty", Position(file, 1, 1), "Write a document into it.")
        raise Refusal([empty], findings=True)
    return node


@lru_cache(maxsize=4096)
def members(node: Node) -> dict[str, tuple[Node, Node]]:
    """The children of a node: token -> (key, value), an element of an array being its own key."""
    if isinstance(node, MappingNode):
        return {key.value: (key, value) for key, value in _merged(node) if isinstance(key, ScalarNode)}
    if isinstance(node, SequenceNode):
        return {str(index): (item, item) for index, item in enumerate(node.value)}
    return {}


def place(node: Node) -> tuple[int, int]:
    """Line and column of a node; both count from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def nesting_too_deep(file: str) -> Problem:
    """The problem of a document that no recursion survives."""
    return error(
        "nesting-too-deep",
        f"the document nests more than {DEPTH} levels deep",
        Position(file, 1, 1),
        "Flatten it: give inner schemas names under components and refer to them.",
    )


# --- composing --------------------------------------------------------------------------------------------------------


_TAG = "tag:yaml.org,2002:"
_CORE = (
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z")),
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")),
    ("int", re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")),
    (
        "float",
        re.compile(
            r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
        ),
    ),
)
_PLAIN_STARTS = frozenset("~nNtTfF+-.0123456789")


class _DepthError(Exception):
    """The text nests deeper than the stack of the C parser should have to bear."""


class _Core:
    """The part of a loader that gives nodes their tags: the core schema of YAML 1.2."""

    depth = 0

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        if kind is MappingNode:
            return _TAG + "map"
        if kind is SequenceNode:
            return _TAG + "seq"
        return _TAG + (_plain(value) if implicit[0] else "str")

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise _DepthError

    def ascend_resolver(self) -> None:
        self.depth -= 1


def _plain(text: str) -> str:
    """The kind of a scalar that stands without quotes."""
    if text and text[0] not in _PLAIN_STARTS:
        return "merge" if text == "<<" else "str"
    return next((kind for kind, pattern in _CORE if pattern.match(text)), "str")


class _Composes(Protocol):
    def __init__(self, stream: str) -> None: ...

    def get_single_node(self) -> Node | None: ...


def _loader() -> type[_Composes]:
    """The loader in C, or the one in Python where libyaml was not built."""
    if yaml.__with_libyaml__:

        class Quick(_Core, yaml.CBaseLoader): ...

        return Quick

    class Slow(_Core, yaml.BaseLoader): ...

    return Slow


_LOADER = _loader()


def _syntax_error(failure: yaml.YAMLError, text: str, file: str) -> Problem:
    reason, (line, column) = str(failure).partition("\n")[0], (1, 1)
    if isinstance(failure, yaml.MarkedYAMLError):
        reason = ", ".join(part for part in (failure.context, failure.problem) if part)
        line, column = _marked(failure.problem_mark or failure.context_mark)
    elif isinstance(failure, yaml.reader.ReaderError):
        reason = f"the character U+{failure.character:04X} is not allowed"
        line, column = line_and_column(text, len(text.encode()[: failure.position].decode(errors="ignore")))
    return error("syntax-error", f"not valid YAML: {reason}", Position(file, line, column), _remedy(reason))


def _marked(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _remedy(reason: str) -> str:
    if "\\t" in reason:
        return "Indent with spaces; YAML does not allow tabs."
    if "undefined alias" in reason:
        return "Define the anchor before it is used, or quote the text if the asterisk is meant."
    if "expected a single document" in reason:
        return "Keep one document in a file: remove the `---` and what follows it."
    return "Mend the text here; wrong indentation or text that should be quoted shortly before is the usual cause."


# --- from nodes to values ---------------------------------------------------------------------------------------------


class _Reading:
    """Turns nodes into values, counting them so that aliases cannot grow without bound."""

    def __init__(self, file: str, budget: int) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._budget = budget
        self._open: set[int] = set()

    def value(self, node: Node) -> JsonValue:
        self._budget -= 1
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if self._budget < 0:
            raise Refusal([self._bomb(node)], findings=True)
        if id(node) in self._open:
            raise Refusal([self._recursive(node)], findings=True)
        if len(self._open) >= DEPTH:
            raise Refusal([nesting_too_deep(self._file)], findings=True)
        self._open.add(id(node))
        value = self._collection(node)
        self._open.discard(id(node))
        return value

    def _collection(self, node: Node) -> JsonValue:
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self.problems.append(self._tag_unknown(node))
        if isinstance(node, SequenceNode):
            return [self.value(item) for item in node.value]
        if isinstance(node, MappingNode) and _ordinary(node):
            return {key.value: self.value(value) for key, value in node.value}
        self.problems.extend(self._key_problems(node))
        try:
            children = members(node)
        except RecursionError:
            raise Refusal([self._recursive(node)], findings=True) from None
        return {key: self.value(value) for key, (_, value) in children.items()}

    def _key_problems(self, node: Node) -> Iterator[Problem]:
        first: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                yield self._problem("key-unwritable", "a list or mapping cannot be a key", key, "Use text as the key.")
            elif key.tag == _TAG + "merge":
                yield from self._merge_problems(value)
            elif key.value in first:
                yield key_duplicated(key.value, Position(self._file, *place(key)), place(first[key.value]))
            else:
                first[key.value] = key

    def _merge_problems(self, node: Node) -> Iterator[Problem]:
        for source in _sources(node):
            if not isinstance(source, MappingNode):
                yield self._problem(
                    "merge-mistyped", "`<<` merges something that is no mapping", source, "Point it at mappings only."
                )

    def _scalar(self, node: ScalarNode) -> JsonValue:
        kind, text = node.tag.removeprefix(_TAG), node.value
        if kind in ("str", "merge", "!"):
            return str(text)
        if kind != "null" and kind not in _CONVERSIONS:
            self.problems.append(self._tag_unknown(node))
            return None
        if (_plain(text), kind) != ("int", "float") and _plain(text) != kind:
            self.problems.append(self._tag_unfit(node, kind))
            return None
        return self._converted(node, kind)

    def _converted(self, node: ScalarNode, kind: str) -> JsonValue:
        if kind == "null":
            return None
        try:
            return _CONVERSIONS[kind](node.value)
        except (ValueError, OverflowError):
            self.problems.append(number_unwritable(node.value, Position(self._file, *place(node))))
            return None

    def _problem(self, code: str, message: str, node: Node, remedy: str) -> Problem:
        return error(code, message, Position(self._file, *place(node)), remedy)

    def _tag_unknown(self, node: Node) -> Problem:
        name = node.tag.replace(_TAG, "!!")
        return self._problem(
            "tag-unknown",
            f"the tag `{name}` has no meaning in JSON",
            node,
            "Remove the tag, or quote it.",
        )

    def _tag_unfit(self, node: ScalarNode, kind: str) -> Problem:
        return self._problem("tag-unfit", f"`{node.value}` is no {kind}", node, f"Remove the tag `!!{kind}`.")

    def _bomb(self, node: Node) -> Problem:
        return self._problem(
            "alias-bomb",
            "the aliases of the document expand to more than a million values",
            node,
            "Replace aliases of aliases by `$ref`.",
        )

    def _recursive(self, node: Node) -> Problem:
        return self._problem(
            "alias-recursive", "an alias stands inside the very value it means", node, "Use a `$ref` for the inner one."
        )


def _ordinary(node: MappingNode) -> bool:
    """Whether every key is a text of its own, and nothing is merged."""
    keys = {key.value for key, _ in node.value if isinstance(key, ScalarNode) and key.tag != _TAG + "merge"}
    return len(keys) == len(node.value)


def _merged(node: MappingNode) -> Iterator[tuple[Node, Node]]:
    """Keys and values, the merged ones first so that the mapping's own replace them."""
    pairs: list[tuple[Node, Node]] = node.value
    for source in (source for key, value in pairs if key.tag == _TAG + "merge" for source in reversed(_sources(value))):
        if isinstance(source, MappingNode):
            yield from members(source).values()
    yield from (pair for pair in pairs if pair[0].tag != _TAG + "merge")


def _sources(node: Node) -> list[Node]:
    """What a merge key merges, the most important first."""
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def _float(text: str) -> float:
    value = float(text)
    if value - value != 0:
        raise OverflowError
    return value


def _int(text: str) -> int:
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    return int(text)


def _bool(text: str) -> bool:
    return text.lower() == "true"


_CONVERSIONS = {"bool": _bool, "int": _int, "float": _float}
