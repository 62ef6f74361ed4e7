"""Positions: the line and column that a person finds what a pointer names at."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.read import position as positions
from specwright.read.position import pointer_at

JSON_TEXT = """{
  "a": [10, {"b/c": 1, "d~e": [
    2, 3
  ]}],
  "n": {"": true}, "text": "]}\\"{["
}
"""

YAML_TEXT = """\
a:
  - 10
  - b/c: 1
    d~e: &list
      - 2
      - 3
n: {'': true}
copy: *list
merged:
  <<: {x: 1}
  200: y
"""


def position(text: str, pointer: str) -> tuple[int, int]:
    return positions.position(text.encode(errors="replace").decode("latin-1"), pointer)


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/a", (2, 3)),
        ("/a/0", (2, 9)),
        ("/a/1", (2, 13)),
        ("/a/1/b~1c", (2, 14)),
        ("/a/1/d~0e/1", (3, 8)),
        ("/n", (5, 3)),
        ("/n/", (5, 9)),
        ("/text", (5, 20)),
        ("/a/7/x", (2, 3)),
        ("/text/0", (5, 20)),
        ("/none/of/this", (1, 1)),
    ],
)
def test_a_pointer_into_json(pointer: str, place: tuple[int, int]) -> None:
    assert position(JSON_TEXT, pointer) == place
    assert position(JSON_TEXT.replace("\n", "\r\n"), pointer) == place


@pytest.mark.parametrize("key", ["ä", "\\u00e4", "😀", "\\ud83d\\ude00"])
def test_columns_count_characters_and_names_are_read_as_json_writes_them(key: str) -> None:
    text = f'{{"é😀": 1, "{key}": {{"x": 2}}}}'
    name = json.loads(f'"{key}"')
    assert position(text, f"/{name}") == (1, 11)
    assert position(text, f"/{name}/x") == (1, text.index('"x"') + 1)


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/a/0", (2, 5)),
        ("/a/1/b~1c", (3, 5)),
        ("/a/1/d~0e/1", (6, 9)),
        ("/n/", (7, 5)),
        ("/copy", (8, 1)),
        ("/copy/1", (6, 9)),
        ("/merged/x", (10, 8)),
        ("/merged/200", (11, 3)),
        ("/merged/404", (9, 1)),
    ],
)
def test_a_pointer_into_yaml(pointer: str, place: tuple[int, int]) -> None:
    assert position(YAML_TEXT, pointer) == place


def test_yaml_that_begins_like_json() -> None:
    assert position("{a: 1,\n b: 2}", "/b") == (2, 2)


@pytest.mark.parametrize("text", ["", "{", '{"a": ', "a: [", "[" * 100_000, "\x00", '{"a" 1}', "{,}", '{"a": 1}}'])
def test_an_odd_text_has_a_position_all_the_same(text: str) -> None:
    line, column = position(text, "/a/b")
    assert line >= 1
    assert column >= 1


def pointers(value: object, pointer: str = "") -> Iterator[str]:
    yield pointer
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for token, child in children:
        yield from pointers(child, f"{pointer}/{str(token).replace('~', '~0').replace('/', '~1')}")


@settings(derandomize=True, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3),
        lambda inside: (
            st.lists(inside, max_size=3) | st.dictionaries(st.text("a~/\\n", max_size=3), inside, max_size=3)
        ),
    )
)
def test_the_line_of_a_pointer_leads_back_to_it(value: object) -> None:
    text = json.dumps(value, indent=1)
    for pointer in pointers(value):
        assert pointer_at(text, position(text, pointer)[0]) == pointer


def test_a_closing_bracket_belongs_to_what_it_closes() -> None:
    text = json.dumps({"a": {"b": [1, 2]}, "c": 3}, indent=1)
    assert [pointer_at(text, line) for line in range(1, 9)] == [
        "",
        "/a",
        "/a/b",
        "/a/b/0",
        "/a/b/1",
        "/a/b",
        "/a",
        "/c",
    ]


@pytest.mark.parametrize("text", ["", "{", '{"a": ', "[1,", "no JSON"])
def test_a_line_of_an_odd_text_has_a_pointer_all_the_same(text: str) -> None:
    assert pointer_at(text, 1) in ("", "/a", "/0")


@settings(derandomize=True, deadline=None)
@given(text=st.text(), pointer=st.text(st.sampled_from("/a~01")))
def test_position_never_raises(text: str, pointer: str) -> None:
    assert position(text, pointer) >= (1, 1)
    assert position("{" + text, pointer) >= (1, 1)


def test_a_large_document_takes_no_longer_than_reading_it() -> None:
    text = json.dumps({f"/path/{i}": {"get": {"tags": ["x"] * 50}} for i in range(20_000)}, indent=1)
    started = time.perf_counter()
    assert position(text, "/~1path~119999/get/tags/49") == (text.count("\n") - 3, 5)
    assert time.perf_counter() - started < 5
