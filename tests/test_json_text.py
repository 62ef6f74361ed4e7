"""What JSON text may not say: a member twice, which two readers would read as two things."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.json_text import refuse_constants, refuse_repeated

TEXT = st.text(alphabet='ab":\\ \u00e9', max_size=4)
VALUES = st.recursive(
    st.none() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(TEXT, inner), max_size=3).map(tuple),
    max_leaves=8,
)


def written(value: object, separator: str) -> str:
    """JSON text; a tuple of pairs is an object, and may have a member twice."""
    match value:
        case tuple():
            members = (f"{json.dumps(name)}{separator}{written(held, separator)}" for name, held in value)
            return f"{{{', '.join(members)}}}"
        case list():
            return f"[{', '.join(written(item, separator) for item in value)}]"
        case _:
            return json.dumps(value)


def repeated(value: object) -> bool:
    match value:
        case tuple():
            return len({name for name, _ in value}) < len(value) or any(repeated(held) for _, held in value)
        case list():
            return any(map(repeated, value))
        case _:
            return False


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(VALUES, st.sampled_from([":", ": ", " :", "\n: "]))
def test_a_member_that_is_there_twice_is_refused_and_nothing_else(value: object, separator: str) -> None:
    text = written(value, separator).encode()
    if repeated(value):
        with pytest.raises(ValueError, match=r"is there \d times"):
            refuse_repeated(text)
    else:
        refuse_repeated(text)


def test_a_constant_is_refused_and_a_text_that_looks_like_one_is_not() -> None:
    refuse_constants(b'"NaN Infinity"')
    for text in (b"NaN", b"[-Infinity]", b'{"x": Infinity}'):
        with pytest.raises(ValueError, match="line 1"):
            refuse_constants(text)
