"""Mends what can be meant in one way only: an edit of the document, and a warning that tells of it.

What is mended is what `mends` finds; what is wrong in the result is for `validate` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from specwright.problem import Problem, warning
from specwright.read.edit import apply
from specwright.read.load import Document
from specwright.read.mends import operations, schemas, top
from specwright.read.mends.mended import Mended
from specwright.read.outline import Outline

Mend: TypeAlias = Callable[[Outline], Iterable[Mended]]

MENDS: tuple[Mend, ...] = (
    top.info_incomplete,
    top.info_unquoted,
    top.paths_missing,
    operations.path_without_slash,
    operations.path_with_query,
    operations.parameter_without_schema,
    operations.parameter_repeated,
    operations.responses_missing,
    operations.response_undescribed,
    operations.status_spelled,
    operations.reference_to_nothing_needed,
    schemas.keyword_unreadable,
)


def mend(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """The document as it must be meant, and a warning for each edit, at the text that it changes."""
    problems: list[Problem] = []
    while found := _found(document):
        problems += [warning(name, m.message, document.locate(m.pointer), m.remedy) for name, m in found]
        document = apply(document, [mended.edit for _, mended in found])
    return document, tuple(problems)


def _found(document: Document) -> list[tuple[str, Mended]]:
    """What the mends find, each with its code; of two edits of one place the second waits for the next turn."""
    outline = Outline(Document(document.file, document.value))
    found = {mended.edit.place: (code(rule), mended) for rule in reversed(MENDS) for mended in rule(outline)}
    return list(found.values())


def code(rule: Mend) -> str:
    """The id of a mend: its name in kebab case."""
    return rule.__name__.replace("_", "-")
