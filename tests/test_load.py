"""Loading: what a text means, and that everything it must not say is refused with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.ir import Location
from specwright.problem import Position, Refusal
from specwright.read.load import Document, load


def loaded(folder: Path, text: str | bytes) -> dict[str, object]:
    path = folder / "document"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(path, "document").value


def refused(folder: Path, text: str | bytes) -> list[tuple[str, tuple[int, int] | None]]:
    """The codes and places of the problems that a text is refused with."""
    with pytest.raises(Refusal) as caught:
        loaded(folder, text)
    assert caught.value.findings
    assert all(problem.remedy.endswith(".") for problem in caught.value.problems)
    return [(problem.code, _place(problem.location)) for problem in caught.value.problems]


def _place(location: object) -> tuple[int, int] | None:
    return (location.line, location.column) if isinstance(location, Position) else None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ("2024-01-01", "2024-01-01"),
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("0o17", 15),
        ("0x1F", 31),
        ("017", 17),
        ("+5", 5),
        ("-5", -5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.", 1.0),
        ("1.0", 1.0),
        ("=", "="),
        ("<<", "<<"),
        ("!!str 12", "12"),
        ("!!float 1", 1.0),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        ("{b: [1, x]}", {"b": [1, "x"]}),
    ],
)
def test_a_scalar_means_what_yaml_1_2_says(tmp_path: Path, written: str, meant: object) -> None:
    value = loaded(tmp_path, f"a: {written}")["a"]
    assert (value, type(value)) == (meant, type(meant))


def test_keys_are_the_text_they_were_written_as(tmp_path: Path) -> None:
    text = "200: a\n0o7: b\nno: c\n2024-01-01: d\n1e3: e\nnull: f\n"
    assert list(loaded(tmp_path, text)) == ["200", "0o7", "no", "2024-01-01", "1e3", "null"]


def test_json_is_json_whatever_the_file_is_called(tmp_path: Path) -> None:
    assert loaded(tmp_path, '\ufeff \n{"a": [1, 2.5, "\\ud83d\\ude00", null, 123456789012345678901234567890]}') == {
        "a": [1, 2.5, "\U0001f600", None, 123456789012345678901234567890]
    }


def test_yaml_may_begin_like_json(tmp_path: Path) -> None:
    assert loaded(tmp_path, "{a: 1, 'b': [2,], }") == {"a": 1, "b": [2]}


def test_aliases_are_expanded_and_share_nothing(tmp_path: Path) -> None:
    value = loaded(tmp_path, "a: &x [1]\nb: *x\n")
    assert value == {"a": [1], "b": [1]}
    assert value["a"] is not value["b"]


def test_merge_keys_give_way_to_own_keys_and_earlier_sources(tmp_path: Path) -> None:
    text = "one: &one {a: 1, b: 1}\ntwo: &two {<<: *one, b: 2, c: 2}\nall: {c: 3, <<: [*one, *two]}\n"
    assert loaded(tmp_path, text)["all"] == {"a": 1, "b": 1, "c": 3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("document-empty", (1, 1))]),
        ("# nothing\n", [("document-empty", (1, 1))]),
        ("{", [("syntax-error", (1, 2))]),
        ("[1]", [("document-mistyped", (1, 1))]),
        ("- a", [("document-mistyped", (1, 1))]),
        ("just text", [("document-mistyped", (1, 1))]),
        ("null", [("document-empty", (1, 1))]),
        ("a: 1\n\tb: 2", [("syntax-error", (2, 1))]),
        ("a: 1\n b: 2", [("syntax-error", (2, 3))]),
        ("a: *b", [("syntax-error", (1, 4))]),
        ("a: 1\n---\nb: 1", [("syntax-error", (2, 1))]),
        ("a: \x01", [("syntax-error", (1, 4))]),
        ('{"a": 1 "b": 2}', [("syntax-error", (1, 9))]),
        ("a: 1\nb: {c: 1, c: 2}\na: 2", [("key-duplicated", (3, 1)), ("key-duplicated", (2, 11))]),
        ("200: 1\n'200': 2", [("key-duplicated", (2, 1))]),
        ('{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": 2}', [("key-duplicated", (2, 16)), ("key-duplicated", (3, 2))]),
        ("{a: 1, a: 2}", [("key-duplicated", (1, 8))]),
        (
            '{"a": NaN, "b": "NaN",\n"c": -Infinity, "d": 1e999}',
            [("number-unwritable", p) for p in ((1, 7), (2, 6), (2, 22))],
        ),
        ("a: .nan\nb: -.inf\nc: 1e999", [("number-unwritable", (line, 4)) for line in (1, 2, 3)]),
        ('{"a": ' + "1" * 5000 + "}", [("number-unwritable", (1, 7))]),
        ("a: " + "1" * 5000, [("number-unwritable", (1, 4))]),
        ('{"a": "\\\\ud800", "b": "\\ud83d\\ude00",\n"c": "\\ud800"}', [("surrogate-unpaired", (2, 7))]),
        ("? [a]\n: 1", [("key-unwritable", (1, 3))]),
        ("a: !Ref b", [("tag-unknown", (1, 4))]),
        ("a: !!set {b}", [("tag-unknown", (1, 4))]),
        ("a: !!int b", [("tag-unfit", (1, 4))]),
        ("a: {<<: 1}", [("merge-mistyped", (1, 9))]),
        ("a: &a [*a]", [("alias-recursive", (1, 4))]),
        ("a: &a {<<: {<<: *a}}", [("alias-recursive", (1, 4))]),
        (b"a: 1\nb: \xff\n", [("encoding-unsupported", (2, 4))]),
        ("a: 1".encode("utf-16"), [("encoding-unsupported", (1, 1))]),
        ('{"a":' + "[" * 5000 + "]" * 5000 + "}", [("nesting-too-deep", (1, 1))]),
        ('{"a":' + "[" * 250 + "]" * 250 + "}", [("nesting-too-deep", (1, 1))]),
        ("a: " + "[" * 100_000, [("nesting-too-deep", (1, 1))]),
        ("- " * 100_000, [("nesting-too-deep", (1, 1))]),
    ],
)
def test_a_broken_text_is_refused_where_it_is_broken(
    tmp_path: Path, text: str | bytes, expected: list[tuple[str, tuple[int, int]]]
) -> None:
    assert sorted(refused(tmp_path, text)) == sorted(expected)


def test_aliases_cannot_grow_without_bound(tmp_path: Path) -> None:
    lists = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    assert [code for code, _ in refused(tmp_path, lists)] == ["alias-bomb"]
    merges = "a0: &a0 {x: 1}\n" + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 60))
    assert loaded(tmp_path, merges)["a59"] == {"x": 1}


def test_a_file_that_cannot_be_read_is_no_finding(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(Refusal) as caught:
            load(path, "name")
        assert not caught.value.findings
        assert [problem.code for problem in caught.value.problems] == [code]


def test_locate_takes_the_longest_prefix_that_has_another_origin() -> None:
    origins = {"/a": Location("overlay", "/actions/0/update"), "/a/b": Location("file", "/x")}
    document = Document("file", {}, origins)
    assert document.locate("/a/c/d") == Location("overlay", "/actions/0/update/c/d")
    assert document.locate("/a/b/0") == Location("file", "/x/0")
    assert document.locate("/ab") == Location("file", "/ab")
    assert Document("file", {}).locate("/a") == Location("file", "/a")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None)
@given(value=st.dictionaries(st.text(), JSON))
def test_what_is_written_as_json_is_what_is_loaded(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    assert loaded(tmp_path_factory.mktemp("json"), json.dumps(value)) == value


@settings(derandomize=True, deadline=None)
@given(text=st.text() | st.lists(st.sampled_from([*"{}[],:-?&*a!<|>'\"#%\n 01", "<<: ", "&a ", "*a "])).map("".join))
def test_any_text_is_loaded_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        value = loaded(tmp_path_factory.mktemp("text"), text)
    except Refusal as refusal:
        assert refusal.problems
    else:
        json.dumps(value, allow_nan=False)


@settings(derandomize=True, deadline=None)
@given(value=st.dictionaries(st.text(st.characters(codec="ascii")), JSON))
def test_quoted_yaml_means_what_json_means(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    text: str = yaml.safe_dump(value, default_style='"')
    assert loaded(tmp_path_factory.mktemp("yaml"), text) == value
