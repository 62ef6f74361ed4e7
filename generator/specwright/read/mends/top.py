"""Mends of the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.read.edit import Put
from specwright.read.json_text import JsonValue
from specwright.read.keywords import members
from specwright.read.mends.mended import Mended
from specwright.read.outline import Outline


def info_incomplete(outline: Outline) -> Iterator[Mended]:
    """`info`, or its `title` or `version`, is missing; they name the package and say nothing of the API."""
    value: dict[str, JsonValue] = outline.document.value
    usual: dict[str, JsonValue] = {"title": "API", "version": "0.0.0"}
    info = value.get("info")
    if info is None:
        yield Mended("", "`info` is missing", "Add `info` with a title and a version.", Put("", "info", usual))
    for name, text in usual.items() if isinstance(info, dict) else ():
        if not isinstance(info, dict) or info.get(name) is not None:
            continue
        message = f"`{name}` is missing; {text} is taken"
        yield Mended("/info", message, f"Add the {name} of the API.", Put("/info", name, text))


def info_unquoted(outline: Outline) -> Iterator[Mended]:
    """The `title` or `version` of the API is a number, as YAML reads `version: 1.0`: it is meant as a text."""
    info = members(outline.document.value.get("info"))
    for name in ("title", "version"):
        value = info.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            message = f"`{name}` is a number; the text {str(value)!r} is taken"
            yield Mended(f"/info/{name}", message, f'Write it in quotes: "{value}".', Put("/info", name, str(value)))


def paths_missing(outline: Outline) -> Iterator[Mended]:
    """There are no `paths`, which every version but 3.1 demands and 3.1 wants something in the place of."""
    if outline.document.value.get("paths") is None:
        version = str(outline.document.value.get("openapi"))
        others = ("webhooks", "components") if not version.startswith("3.0") else ()
        if not any(name in outline.document.value for name in others):
            remedy = "Write `paths: {}` if it has none."
            yield Mended("", "`paths` is missing: there are no operations", remedy, Put("", "paths", {}))
