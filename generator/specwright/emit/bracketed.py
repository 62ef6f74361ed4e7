"""The text of a statement -> the tree of its brackets, if the text is spelled as black spells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[(\[{]|,?[)\]}]|, |[^"'()\[\]{},]+""")
_SPELLED = re.compile(
    r"""@?(?:
        (?<![\w.")\]}])\w[\w.]*+(?!") |                    # a name, a keyword or a number
        (?<=[)\]}"])\.\w[\w.]*+(?!") | (?<![\w.])\.\.\. |  # an attribute of what comes before, an ellipsis
        (?<![\w")\]}])"" |                                 # a string, whatever is in it
        (?<![\w")\]}.])-(?=\d) | (?<=\de)[-+](?=\d) |      # signs
        (?<=[(\[{\ ])\*\*?(?=[\w(\[{"]) | (?<=[(\ ])\*(?=,) |
        (?<=[\w(\[{)\]}"=*])[(\[{](?!\s) | (?<=[,:=|]\ )[(\[{](?!\s) |
        (?<![\s,])[)\]}] | ,[)\]}] | ,\ (?=[^\s,)\]}]) |
        (?<=[\w)\]}".])(?:\ (?=[\w"]) | \ \|\ (?=\S) | \ =\ (?=\S) | =(?=[^\s=]) | \ ->\ (?=\S) | :\ (?=\S) | :$)
    )*+""",
    re.VERBOSE,
)
"""Tokens and the spaces between them as black has them, in a text whose strings are empty."""
_RESPELLED = re.compile(
    r"\b0[xXoObB]|\b\d[\w.]*[A-Zjl_]|"  # numbers
    r"[(,] ?\w+ = |\w: [^,()=]*[\w\])]=|\(\):|^class .*\(\)|"  # equal signs, empty bases
    r"\b(?:not|in|and|or|if|else|is|return|yield|await|lambda|raise|assert|del|for|while|with|except|import)[(\[{]|"
    r"^(?:for|while|with|except|del|assert|if|elif|match|case|print|exec|global)\b.*[(,]|\bfor\b.*\bin\b"
)
_JUDGED = re.compile(r",[)\]}]|(?<![\w)\]}\"])\(")
"""Commas at the end of brackets, and parentheses that follow no name."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in brackets; `called` ones follow a name. A `magic` comma at the end keeps each item on its line."""

    opening: str
    items: tuple[Item, ...]
    closing: str
    called: bool
    magic: bool
    flat: str


@dataclass(frozen=True, slots=True)
class Item:
    """What stands between two commas, or a statement; `exploded` by a magic comma in it, it needs several lines."""

    parts: tuple[str | Group, ...]
    exploded: bool
    flat: str


class Unknown(Exception):
    """A text that is not of the kinds which are laid out here: black has to be asked."""


def spelled(text: str) -> tuple[str, bool]:
    """A statement with its strings in double quotes, and whether it has nothing that a tree is needed to judge.

    Raises Unknown.
    """
    text = _STRING.sub(_requoted, text)
    bare = _STRING.sub('""', text)
    if not text.isascii() or not _SPELLED.fullmatch(bare) or _RESPELLED.search(bare):
        raise Unknown(text)
    return text, not _JUDGED.search(bare)


def bracketed(text: str) -> Item:
    """The tree of a statement on one line that is spelled as black does it. Raises Unknown."""
    return _tree(_TOKEN.findall(text))


def _requoted(match: re.Match[str]) -> str:
    """A string in double quotes, unless it holds some."""
    text = match[0]
    body = text[1:-1]
    if "\\'" in body or '\\"' in body:
        raise Unknown(text)
    return text if text[0] == '"' or '"' in body else f'"{body}"'


def _tree(tokens: Sequence[str]) -> Item:
    stack: list[tuple[str, list[Item], list[str | Group]]] = []
    items: list[Item] = []
    parts: list[str | Group] = []
    for token in tokens:
        if token in "([{":
            stack.append((token, items, parts))
            items, parts = [], []
        elif token[-1] in ")]}" and token[0] in ",)]}":
            if parts:
                items.append(_item(parts))
            if not stack:
                raise Unknown(token)
            opening, outer, before = stack.pop()
            before.append(_group(opening, items, token, bool(before) and _callable(before[-1])))
            items, parts = outer, before
        elif token == ", " and stack:
            items.append(_item(parts))
            parts = []
        else:
            parts.append(token)
    if stack:
        raise Unknown(stack[-1][0])
    return _item(parts)


def _callable(part: str | Group) -> bool:
    return isinstance(part, Group) or part[-1].isalnum() or part[-1] in '_"'


def _item(parts: list[str | Group]) -> Item:
    exploded = any(part.magic or any(item.exploded for item in part.items) for part in parts if isinstance(part, Group))
    return Item(tuple(parts), exploded, "".join(part if isinstance(part, str) else part.flat for part in parts))


def _group(opening: str, items: list[Item], end: str, called: bool) -> Group:
    comma = end[0] == ","
    alone = len(items) == 1
    if (opening == "[" and called and alone and comma) or (opening == "(" and not called and alone and not comma):
        raise Unknown(end)  # a subscript that is a tuple of one, parentheses that may be redundant
    tuple_of_one = opening == "(" and not called and alone
    flat = f"{opening}{', '.join(item.flat for item in items)}{end}"
    return Group(opening, tuple(items), end[-1], called, comma and not tuple_of_one, flat)


def members(parts: Sequence[str | Group]) -> tuple[Item, ...]:
    """What stands between the `|` of a union that are in no brackets; each but the first begins with one."""
    found: list[Item] = []
    member: list[str | Group] = []
    for part in parts:
        first, *others = [part] if isinstance(part, Group) or part[0] in "'\"" else part.split(" | ")
        if first:
            member.append(first)
        for other in others:
            found.append(_item(member))
            member = [f"| {other}"]
    return (*found, _item(member))
