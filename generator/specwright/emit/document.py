"""The document as the generated tests read it: JSON with an indentation of one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import cast

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_DEEP = 3


def document_text(value: object) -> str:
    """The text of a document."""
    text = StringIO()  # the pieces of a large one take more room than the whole
    text.writelines(_spelled(value, _DEEP, ""))
    text.write("\n")
    return text.getvalue()


def member_text(steps: Sequence[str], value: object) -> str:
    """The lines of a member of a document in its text, by the names that lead to it."""
    margin = " " * len(steps)
    name = json.dumps(steps[-1], ensure_ascii=False)
    return "".join((f"\n{margin}{name}: ", *_spelled(value, _DEEP - len(steps), margin)))


def _spelled(value: object, depth: int, margin: str) -> Iterator[str]:
    """A value as JSON with an indentation of one, in pieces.

    One character of the upper planes would make a text take four times the room of ASCII: they are escaped.
    """
    if not isinstance(value, dict) or not value or not depth:
        text = json.dumps(value, ensure_ascii=False, indent=1).replace("\n", f"\n{margin}")
        yield text if text.isascii() else _ASTRAL.sub(lambda found: json.dumps(found[0])[1:-1], text)
        return
    before = "{"
    for name, member in cast("dict[str, object]", value).items():
        yield f"{before}\n{margin} {json.dumps(name, ensure_ascii=False)}: "
        yield from _spelled(member, depth - 1, f"{margin} ")
        before = ","
    yield f"\n{margin}}}"
