"""The table of mutants: `table/*.toml`, a file for each thing that breaks, a section for each mutant."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TABLE = HERE / "table"
GENERATION = "generation"
"""What notices a mutant if the tool itself refuses to generate."""


@dataclass(frozen=True)
class Mutant:
    """A text that becomes another one, and what of the proof must notice.

    A `file` under `generator/` or `templates/` is one of the tool, which then generates the document anew; any other is
    one of the package that was generated. The `document` is the folder of a golden one or a file of `documents/`;
    without one it is that of the committed project. `property` is a module of the proof or `GENERATION`, and `subject`
    a pattern of the operations, schemas or webhooks that are looked at. No other property notices one that it notices
    `alone`. One that `survives` says why.
    """

    name: str
    group: str
    file: str
    old: str
    new: str
    property: str
    subject: str = "*"
    document: str = ""
    alone: bool = False
    survives: str = ""

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"

    @property
    def of_the_tool(self) -> bool:
        return self.file.startswith(("generator/", "templates/"))

    @property
    def unbroken(self) -> Mutant:
        """The same without the break: two mutants that look at the same part of the proof share it."""
        name = f"{self.document or 'the committed project'}, {self.property}, {self.subject}"
        return replace(self, name=name, group="unbroken", file="", old="", new="", alone=False, survives="")

    def apply(self, folder: Path) -> None:
        """Break a copy; raises LookupError if the text is not there."""
        file = folder / self.file
        text = file.read_text("utf-8") if file.is_file() else ""
        if self.old not in text or self.old == self.new:
            raise LookupError(f"{self.file} does not say {self.old!r}")
        file.write_text(text.replace(self.old, self.new), "utf-8")


def mutants() -> tuple[Mutant, ...]:
    """Every mutant; raises ValueError for a row that is none."""
    rows = [(file.stem, *row) for file in sorted(TABLE.glob("*.toml")) for row in _rows(file)]
    return tuple(_mutant(*row) for row in rows)


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from tomllib.loads(file.read_text("utf-8")).items()


def _mutant(group: str, name: str, row: dict[str, Any]) -> Mutant:
    try:
        mutant = Mutant(name, group, **row)
    except TypeError as fault:
        raise ValueError(f"{group}.toml, {name!r}: {fault}") from None
    if mutant.of_the_tool and not mutant.document:
        raise ValueError(f"{mutant}: a mutant of the tool names the document that is generated anew")
    return mutant
