"""What people and programs are shown: where the culprit is, what to do, and nothing that a terminal would obey."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.cli import drift
from specwright.cli.excerpt import Place, escaped, excerpt
from specwright.cli.report import Located, in_colour, paint_for, plain, problems_json, problems_text, tally
from specwright.cli.terminal import say
from specwright.ir import Location
from specwright.problem import Position, Problem, error, warning
from specwright.write.drift import Changed, Drift, Edited, Foreign, Missing, Stale
from specwright.write.manifest import MANIFEST

SPEC = """\
openapi: 3.1.0
paths:
  /pets/{petId}:
    get: {operationId: "get pet", tags: [a]}
"""
CODE, MESSAGE = "path-parameter-undeclared", "path parameter `petId` of GET /pets/{petId} is not declared"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a document in it."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/pets.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def undeclared(pointer: str = "/paths/~1pets~1{petId}") -> Problem:
    return error(CODE, MESSAGE, Location("spec/pets.yaml", pointer), "declare it under `parameters` with `in: path`")


# --- problems as text -------------------------------------------------------------------------------------------------


def test_a_problem_shows_its_line_with_the_culprit_marked(root: Path) -> None:
    assert (
        problems_text([undeclared()], root)
        == """\
error[path-parameter-undeclared]: path parameter `petId` of GET /pets/{petId} is not declared
 --> spec/pets.yaml:3:3
  |
3 |   /pets/{petId}:
  |   ^^^^^^^^^^^^^
  = Declare it under `parameters` with `in: path`

1 error"""
    )


@pytest.mark.parametrize(
    ("pointer", "mark"),
    [
        ("/openapi", "openapi"),
        ("/paths/~1pets~1{petId}/get/operationId", "operationId"),
        ("/paths/~1pets~1{petId}/get/tags/0", "a"),
    ],
)
def test_the_mark_is_as_long_as_the_key(root: Path, pointer: str, mark: str) -> None:
    lines = problems_text([undeclared(pointer)], root).splitlines()
    start = lines[4].index("^")
    assert lines[3][start:].startswith(mark)
    if mark != "a":
        assert lines[4].count("^") == len(mark)


def test_a_json_key_is_marked_with_its_quotes(root: Path) -> None:
    (root / "spec/pets.yaml").write_text('{"paths": {"/pets/{petId}": {}}}')
    assert "^" * len('"/pets/{petId}"') == problems_text([undeclared()], root).splitlines()[4].split()[-1]


def test_a_position_is_shown_as_it_is(root: Path) -> None:
    text = problems_text([error("yaml-invalid", "no", Position("spec/pets.yaml", 2, 1), "")], root)
    assert "--> spec/pets.yaml:2:1" in text
    assert "2 | paths:\n  | ^^^^^" in text


@pytest.mark.parametrize(
    "location",
    [
        None,
        Location(""),
        Location("absent.yaml", "/a"),
        Position("absent.yaml", 3, 4),
        Position("spec/pets.yaml", 99, 1),
    ],
)
def test_a_problem_without_a_line_to_show_is_shown_without(root: Path, location: Location | Position | None) -> None:
    text = problems_text([error("a", "it is wrong", location, "mend it")], root)
    assert "error[a]: it is wrong" in text
    assert "= Mend it" in text
    assert "|" not in text


def test_files_are_named_as_seen_from_the_working_directory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "spec")
    assert "--> pets.yaml:3:3" in problems_text([undeclared()], root)
    (root / "elsewhere").mkdir()
    monkeypatch.chdir(root / "elsewhere")
    assert "--> ../spec/pets.yaml:3:3" in problems_text([undeclared()], root)


def test_errors_come_first_and_are_counted(root: Path) -> None:
    problems = [warning("w", "odd", None, ""), error("e", "bad", None, ""), error("e", "bad", None, "")]
    text = problems_text(problems, root)
    assert text.startswith("error[e]")
    assert text.endswith("\n2 errors, 1 warning")
    assert tally([]) == ""


def test_beyond_fifty_problems_only_their_codes_are_told(root: Path) -> None:
    problems = [
        *(warning("odd", "odd", None, "") for _ in range(60)),
        *(error("bad", "bad", None, "") for _ in range(2)),
    ]
    text = problems_text(problems, root)
    assert text.count("warning[odd]") == 48
    assert "and 12 more: 12 x odd" in text
    assert text.endswith("2 errors, 60 warnings")


@settings(derandomize=True, deadline=None, database=None)
@given(st.text(), st.text(), st.text())
def test_no_text_of_a_document_reaches_the_terminal_as_a_command(message: str, file: str, remedy: str) -> None:
    text = problems_text([error("a", message, Location(file), remedy)], Path())
    assert text.replace("\n", "").isprintable()


def test_a_source_line_cannot_command_the_terminal(root: Path) -> None:
    (root / "spec/pets.yaml").write_text('"paths": "\x1b]0;owned\x07 \u202egnihton"\n')
    text = problems_text([error("a", "no", Position("spec/pets.yaml", 1, 1), "")], root)
    assert r"\x1b]0;owned\x07 \u202egnihton" in text
    assert "\x1b" not in text


@settings(derandomize=True, deadline=None, database=None)
@given(st.text(st.characters(exclude_characters="\n")), st.integers(1, 500), st.integers(1, 500))
def test_a_source_line_is_cut_to_the_width_and_the_mark_stands_below_it(line: str, column: int, culprit: int) -> None:
    shown = excerpt(Place("a", 1, column, line, culprit))
    assert shown is not None
    assert len(shown[0]) <= 100
    assert shown[1].strip(" ").strip("^") == ""
    assert "^" in shown[1]


def test_a_very_long_line_is_cut_around_the_culprit() -> None:
    line = "x" * 5000 + "CULPRIT" + "y" * 5000
    shown = excerpt(Place("a", 1, 5001, line, 7))
    assert shown is not None
    start = shown[1].index("^")
    assert shown[0][start : start + 7] == "CULPRIT"
    assert shown[0].startswith("...x")
    assert shown[0].endswith("y...")


def test_the_mark_stands_below_the_culprit_after_wide_characters_and_tabs() -> None:
    assert excerpt(Place("a", 1, 4, "\t犬: x", 1)) == ("    犬: x", "       ^")


def test_what_can_be_printed_is_left_alone() -> None:
    assert escaped("/pets/{größe} 犬") == "/pets/{größe} 犬"


# --- colour and streams -----------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_and_for_those_who_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert paint_for(io.StringIO()) is plain
    assert paint_for(Terminal()) is in_colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert paint_for(Terminal()) is plain


def test_colour_changes_no_text(root: Path) -> None:
    text = problems_text([undeclared()], root, in_colour)
    for code in ("1;31", "1;33", "1;34", "1", "0"):
        text = text.replace(f"\x1b[{code}m", "")
    assert text == problems_text([undeclared()], root)


def test_a_stream_that_cannot_hold_a_character_gets_it_spelled_out() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    say("größe", stream)
    assert stream.buffer.seek(0) == 0
    assert stream.buffer.read() == rb"gr\xf6\xdfe" + b"\n"


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_says_everything_with_null_for_what_is_unknown(root: Path) -> None:
    runs = [Located((undeclared(),), root), Located((warning("w", "odd", None, "mend it"),), root)]
    assert json.loads(problems_json(runs)) == [
        {
            "code": CODE,
            "severity": "error",
            "message": MESSAGE,
            "file": "spec/pets.yaml",
            "line": 3,
            "column": 3,
            "pointer": "/paths/~1pets~1{petId}",
            "remedy": "declare it under `parameters` with `in: path`",
        },
        {
            "code": "w",
            "severity": "warning",
            "message": "odd",
            "file": None,
            "line": None,
            "column": None,
            "pointer": None,
            "remedy": "mend it",
        },
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(problems_json([])) == []


# --- drift ------------------------------------------------------------------------------------------------------------

DRIFTS: tuple[Drift, ...] = (
    Changed("changed.py", "one\ntwo\n", "one\n2\n"),
    Edited("edited.py", "mine\n", "ours\n"),
    Foreign("foreign.py"),
    Missing("missing.py"),
    Stale("stale.py"),
)


def test_drift_is_told_by_kind_with_its_reason_and_then_shown() -> None:
    assert (
        drift.drift_text("pets", "out", DRIFTS, ["spec/pets.yaml"])
        == """\
pets: out is not what would be generated

edited by hand: neither what was generated nor what would be
  edited.py

in the way: specwright did not write what stands there
  foreign.py

out of date: something else would be generated now
  changed.py

missing: would be generated
  missing.py

left over: no longer generated
  stale.py

the document changed: these are not what it was generated from
  spec/pets.yaml

--- out/changed.py (on disk)
+++ out/changed.py (generated)
@@ -1,2 +1,2 @@
 one
-two
+2

--- out/edited.py (generated)
+++ out/edited.py (on disk)
@@ -1 +1 @@
-ours
+mine"""
    )


def test_drift_is_counted_by_kind() -> None:
    assert drift.summary(DRIFTS[:1]) == "1 file differs: 1 out of date"
    assert drift.summary(DRIFTS[:3]) == "3 files differ: 1 edited by hand, 1 in the way, 1 out of date"


def test_drift_with_unchanged_inputs_is_put_down_to_the_generator() -> None:
    told = "the templates, the options or specwright itself changed"
    assert told in drift.drift_text("pets", "out", DRIFTS, [])
    assert told not in drift.drift_text("pets", "out", [Edited("a.py", "mine\n", "ours\n"), Missing("b.py")], [])


def test_drift_on_a_page_cannot_close_its_fence() -> None:
    page = drift.drift_markdown("pets", "out", [Changed("a.md", "````\n", "b\n")], ["pets.yaml"])
    assert (
        page
        == """\
### pets: out is not what would be generated

out of date: something else would be generated now

- `a.md`

the document changed: these are not what it was generated from

- `pets.yaml`

`````diff
--- out/a.md (on disk)
+++ out/a.md (generated)
@@ -1 +1 @@
-````
+b
`````"""
    )


def test_a_long_difference_is_cut_and_so_are_many() -> None:
    long = [Changed(f"{n}.py", "x\n" * 500, "y\n" * 500) for n in range(20)]
    lines = drift.drift_text("pets", "out", long, []).splitlines()
    assert sum(line.startswith(("-", "+")) for line in lines) <= 400
    assert "... and more in this file" in lines
    assert lines[-1] == "(the differences of further files are left out)"


def test_the_manifest_is_shown_only_if_nothing_else_differs() -> None:
    changed = Changed(MANIFEST, "{}\n", "[]\n")
    assert "-{}\n+[]" in drift.drift_text("pets", "out", [changed], [])
    assert "-{}\n+[]" not in drift.drift_text("pets", "out", [changed, *DRIFTS], [])


def test_a_difference_cannot_command_the_terminal() -> None:
    text = drift.drift_text("pets", "out", [Changed("a.py", "\x1b[2J\n", "b\n")], [])
    assert "\x1b" not in text
    assert r"-\x1b[2J" in text
