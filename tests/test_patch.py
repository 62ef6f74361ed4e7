"""A change of a small module, carried over to a large one that holds the same rows."""

from __future__ import annotations

import pytest

from specwright.emit.patch import patched


def module(*rows: str, imports: str = "from .draw import text") -> str:
    """A module as templates write one: a table, functions and a class."""
    table = "".join(f"    Case({row}),\n" for row in rows)
    functions = "".join(f"\n\ndef {row}() -> int:\n    return {row!r}\n" for row in rows)
    methods = "".join(f"\n    @old\n    def {row}(self) -> int:\n        return 1\n" for row in rows)
    head = f'"""A module."""\n\nfrom __future__ import annotations\n\n{imports}\n\n'
    return f"{head}CASES: tuple[Case, ...] = (\n{table})\n{functions}\n\nclass Pets:\n    x: int = 0\n{methods}"


WHOLE = module("a", "b", "c", "d")


def test_a_row_is_replaced_wherever_it_stands() -> None:
    before = module("b", "d")
    after = (
        before.replace("Case(d)", "Case(d, 1)")
        .replace("return 'b'", "return 'B'")
        .replace("    @old\n    def d(self) -> int:\n        return 1", "    def d(self) -> str:\n        return 1")
    )
    wanted = (
        WHOLE.replace("Case(d)", "Case(d, 1)")
        .replace("return 'b'", "return 'B'")
        .replace("    @old\n    def d(self) -> int:\n        return 1", "    def d(self) -> str:\n        return 1")
    )
    assert patched(WHOLE, before, after) == wanted


def test_what_does_not_change_changes_nothing() -> None:
    assert patched(WHOLE, module("b"), module("b")) == WHOLE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (module("b"), module("b", "e")),  # a row more
        (module("b", "d"), module("b")),  # a row less
        (module("e"), module("e").replace("Case(e)", "Case(f)")),  # a row that the whole does not have
        (module("b"), module("b").replace("Case(b)", "Case(b)\nCASES = ()")),  # a statement more
        (module("b"), module("b", imports="from .draw import none")),  # an import that others may need
    ],
)
def test_what_cannot_be_told_is_not_told(before: str, after: str) -> None:
    assert patched(WHOLE, before, after) is None


def test_a_row_that_is_there_twice_is_not_replaced() -> None:
    twice = WHOLE.replace("Case(c)", "Case(b)")
    assert patched(twice, module("b"), module("b").replace("Case(b)", "Case(x)")) is None


def test_a_row_is_no_part_of_a_longer_one() -> None:
    before = "from __future__ import annotations\n\nX: int = 1\n"
    whole = "from __future__ import annotations\n\nX: int = 1\n    + 2\n\nX: int = 1\n"
    assert patched(whole, before, before.replace("1", "3")) == whole[: -len("1\n")] + "3\n"


def test_what_is_newly_imported_is_added_in_its_place() -> None:
    before, after = (module("b", imports=f"from .draw import {names}") for names in ("text", "integers, text"))
    assert patched(WHOLE, before, after) == module("a", "b", "c", "d", imports="from .draw import integers, text")
    known = module("a", "b", imports="from .draw import integers, none, text")
    assert patched(known, before, after) == known
    typed = module("b", imports="from datetime import date\n\nfrom .draw import text")
    wanted = module("a", "b", "c", "d", imports="from datetime import date\n\nfrom .draw import text")
    assert patched(WHOLE, before, typed) == wanted
