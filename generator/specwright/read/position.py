"""Where in a text a JSON pointer points, for people and their editors."""

from __future__ import annotations

from functools import lru_cache

from yaml.nodes import Node

from specwright.ir import escaped
from specwright.problem import Refusal
from specwright.read import json_text, yaml_text


def position(octets: str, pointer: str) -> tuple[int, int]:
    """Line and column, from 1, of the key or array element that a pointer names in a JSON or YAML text.

    Where it names nothing, its nearest existing ancestor stands for it; where the text is neither, (1, 1). The text is
    UTF-8 with a character for each octet: one emoji would have a string of all characters take four times the room.
    """
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    try:
        if octets.lstrip().startswith(("{", "[")):
            return _in_json(octets, tokens)
    except (ValueError, RecursionError):
        pass
    try:
        return _in_yaml(octets.encode("latin-1").decode(errors="replace"), tokens)
    except (Refusal, ValueError, RecursionError):
        return 1, 1


def pointer_at(text: str, line: int) -> str:
    """The pointer to the innermost value of a JSON text whose key or element begins on a line, or that the line is in.

    The whole document's where the text is no JSON.
    """
    start = sum(len(each) for each in text.splitlines(keepends=True)[: line - 1])
    end = start + len(text[start:].split("\n", 1)[0])
    pointer, value = "", json_text.root(text)
    try:
        while child := _holding(text, value, start, end):
            token, value = child
            pointer = f"{pointer}/{escaped(token)}"
    except ValueError:
        return ""
    return pointer


def _holding(text: str, value: int, start: int, end: int) -> tuple[str, int] | None:
    """The last member of a value that reaches into a stretch of the text: its token, and where its value stands."""
    within = [(token, at) for token, (key, at) in json_text.members(text, value).items() if key <= end]
    return within[-1] if within and json_text.end(text, within[-1][1]) > start else None


def _in_json(octets: str, tokens: list[str]) -> tuple[int, int]:
    key = value = json_text.root(octets)
    for token in tokens:
        children = json_text.members(octets, value)
        child = children.get(token.encode(errors="surrogatepass").decode("latin-1")) or children.get(token)
        if child is None:
            break
        key, value = child
    line, column = json_text.line_and_column(octets, key)
    before = octets[key - column + 1 : key].encode("latin-1")
    return line, len(before.decode(errors="replace")) + 1


def _in_yaml(text: str, tokens: list[str]) -> tuple[int, int]:
    key = value = _root(text)
    for token in tokens:
        children = yaml_text.members(value)
        if token not in children:
            break
        key, value = children[token]
    return yaml_text.place(key)


@lru_cache(maxsize=4)
def _root(text: str) -> Node:
    return yaml_text.compose(text, "")
