"""`make splices`: puts an operation into real documents, written in several styles, and tells where that fails.

Variables choose documents as those of `make corpus` do; N is 200 here, and MAX_KB 400.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from tests.corpus.fetch import Unfetched, fetch
from tests.corpus.run import REPOSITORY
from tests.corpus.sample import Choice, sample

from specwright.problem import Refusal
from specwright.scaffold.pieces import Piece
from specwright.scaffold.source import Text, read_text
from specwright.scaffold.splice import same, splice

OPERATION = {
    "summary": "Make it: now",
    "description": "It's one line,\n\nthen another.",
    "tags": ["yes", "a b"],
    "responses": {"200": {"description": "OK # fine"}},
}
BLOCK = ("block", "wide", "narrow", "single", "double", "literal")
STYLES: Mapping[str, dict[str, Any]] = {
    "block": {"default_flow_style": False},
    "wide": {"default_flow_style": False, "indent": 4, "width": 1_000_000},
    "narrow": {"default_flow_style": False, "width": 40},
    "single": {"default_flow_style": False, "default_style": "'"},
    "double": {"default_flow_style": False, "default_style": '"'},
    "literal": {"default_flow_style": False, "default_style": "|"},
    "mixed": {"default_flow_style": None},
    "flow": {"default_flow_style": True},
}


def texts(value: Any) -> Iterator[tuple[str, str]]:
    """A document as YAML and JSON in every style, with the name of the style."""
    for name, options in STYLES.items():
        text: str = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, **options)
        yield name, text
        yield f"{name} crlf", text.replace("\n", "\r\n")
        yield f"{name} unended", text.rstrip("\n")
    yield "json", json.dumps(value)
    yield "json pretty", json.dumps(value, indent=2, ensure_ascii=False)


def fault(text: str) -> str:
    """What is wrong with putting an operation and a schema into a text; empty if nothing is."""
    try:
        document = read_text(text, "")
    except Refusal:
        return "unreadable"
    value: Any = document.value
    components = value.get("components") or {}
    schemas = {**(components.get("schemas") or {}), "Specwright": {}}
    paths = {**(value.get("paths") or {}), "/specwright/{id}": {"post": OPERATION}}
    wanted = {**value, "paths": paths, "components": {**components, "schemas": schemas}}
    try:
        return judged(document, wanted, splice(document, wanted).document.text)
    except Refusal as refusal:
        return str(refusal)


def judged(document: Text, wanted: Any, text: str) -> str:
    """Whether a text says what is wanted and has every line of the document, or every character in brackets."""
    if not same(read_text(text, "").value, wanted):
        return "it says something else"
    if all(_holder(document.root, place).block for place in (["paths"], ["components", "schemas"])):
        rest = iter(text.splitlines())
        return "" if all(line in rest for line in document.text.splitlines()) else "a line is not what it was"
    rest = iter(text)
    return "" if all(character in rest for character in document.text) else "a character is not what it was"


def _holder(piece: Piece, place: list[str]) -> Piece:
    """The innermost part that is there of those that lead to a place."""
    entry = next((entry for entry in piece.entries if place and entry.key == place[0]), None)
    return _holder(entry.value, place[1:]) if entry else piece


def main(variables: Mapping[str, str]) -> int:
    """Splice into every document that is chosen; 1 if it failed where it must not."""
    try:
        documents = sample(fetch(REPOSITORY / ".corpus"), Choice.asked({"N": "200", "MAX_KB": "400", **variables}))
    except Unfetched as why:
        print(f"splices: {why}", file=sys.stderr)
        return 2
    counted: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for style, text in texts(json.loads(document.path.read_bytes())):
            found = fault(text)
            counted[style, found] += 1
            if found:
                print(f"{document.name} ({style}): {found}")
    for style in dict.fromkeys(style for style, _ in counted):
        told = ", ".join(f"{count} {found or 'fine'}" for (name, found), count in counted.items() if name == style)
        print(f"{style}: {told}")
    print(f"{len(documents)} documents")
    return 1 if any(found and style.split()[0] in BLOCK and found != "unreadable" for style, found in counted) else 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
