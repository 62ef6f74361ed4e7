"""Parameters on the wire: the style tables of OpenAPI 3.1 and RFC 6570, and that every value survives the trip."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from runtime.draft import Draft
from runtime.headers import header_value
from runtime.model import UNSET
from runtime.operation import Operation
from runtime.parameters import Cookie, Header, Parameter, Path, Query
from runtime.responses import Answer
from runtime.styles import encode, segment

COLOURS = ["blue", "black", "brown"]
SHADES = {"R": 100, "G": 200, "B": 150}

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
proof = settings(derandomize=True, deadline=None, database=None)


def written(parameter: Parameter, value: object) -> str:
    draft = Draft()
    parameter.write(value, draft)
    match parameter:
        case Path():
            return draft.path
        case Query():
            return "&".join(draft.query)
        case Header():
            return b"".join(draft.headers.values()).decode()
        case _:
            return "; ".join(draft.cookies)


@pytest.mark.parametrize(
    ("style", "explode", "texts"),
    [
        ("matrix", False, (";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")),
        ("matrix", True, (";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")),
        ("label", False, (".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150")),
        ("label", True, (".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150")),
        ("simple", False, ("", "blue", "blue,black,brown", "R,100,G,200,B,150")),
        ("simple", True, ("", "blue", "blue,black,brown", "R=100,G=200,B=150")),
    ],
)
def test_path_style_table(style: Any, explode: bool, texts: tuple[str, ...]) -> None:
    values = ["", "blue", COLOURS, SHADES]
    assert tuple(segment("color", value, style, explode, encode) for value in values) == texts
    parameter = Path("color", lambda: Any, style=style, explode=explode)
    assert tuple(written(parameter, value) for value in values[1:]) == texts[1:]
    if style != "matrix":
        with pytest.raises(ValueError, match="color cannot be"):
            written(parameter, "")


@pytest.mark.parametrize(
    ("style", "explode", "array", "members"),
    [
        ("form", False, "color=blue,black,brown", "color=R,100,G,200,B,150"),
        ("form", True, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        ("spaceDelimited", False, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
        ("spaceDelimited", True, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        ("pipeDelimited", False, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("pipeDelimited", True, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        (
            "deepObject",
            True,
            "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ],
)
def test_query_style_table(style: Any, explode: bool, array: str, members: str) -> None:
    parameter = Query("color", lambda: Any, style=style, explode=explode)
    assert written(parameter, "blue") == "color=blue"
    assert written(parameter, "") == "color="
    assert written(parameter, COLOURS) == array
    assert written(parameter, SHADES) == members
    assert written(parameter, []) == written(parameter, {}) == ""


@pytest.mark.parametrize(
    ("explode", "array", "members"),
    [(False, "blue,black,brown", "R,100,G,200,B,150"), (True, "blue,black,brown", "R=100,G=200,B=150")],
)
def test_header_style_table(explode: bool, array: str, members: str) -> None:
    parameter = Header("X-Color", lambda: Any, explode=explode)
    assert written(parameter, "blue") == "blue"
    assert written(parameter, COLOURS) == array
    assert written(parameter, SHADES) == members


@pytest.mark.parametrize(
    ("explode", "array", "members"),
    [
        (False, "color=blue,black,brown", "color=R,100,G,200,B,150"),
        (True, "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ],
)
def test_cookie_style_table(explode: bool, array: str, members: str) -> None:
    parameter = Cookie("color", lambda: Any, explode=explode)
    assert written(parameter, "blue") == "color=blue"
    assert written(parameter, COLOURS) == array
    assert written(parameter, SHADES) == members


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-7, "-7"),
        (10**30, "1" + "0" * 30),
        (1.5, "1.5"),
        (1.0, "1"),
        (1e22, "1" + "0" * 22),
        (1e-7, "0.0000001"),
        ("a b&c=d/é,", "a%20b%26c%3Dd%2F%C3%A9%2C"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03%3A04%3A05Z"),
    ],
)
def test_scalars_have_one_text(value: object, text: str) -> None:
    assert written(Query("q", lambda: Any), value) == f"q={text}"


def test_defaults_are_those_of_the_specification() -> None:
    assert written(Query("q", lambda: list[int]), [1, 2]) == "q=1&q=2"
    assert written(Query("q", lambda: list[int], style="pipeDelimited"), [1, 2]) == "q=1%7C2"
    assert written(Path("q", lambda: list[int]), [1, 2]) == "1,2"
    assert written(Cookie("q", lambda: list[int]), [1, 2]) == "q=1; q=2"


def test_separators_inside_values_are_encoded() -> None:
    assert written(Query("q", lambda: list[str], explode=False), ["a,b", "c"]) == "q=a%2Cb,c"
    assert written(Path("q", lambda: list[str]), ["a,b", "c"]) == "a%2Cb,c"
    reserved = Query("q", lambda: list[str], explode=False, allow_reserved=True)
    assert written(reserved, ["a,b", "c/d"]) == "q=a%2Cb,c/d"


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (Query("q", lambda: list[str], style="spaceDelimited"), ["a b"]),
        (Query("q", lambda: list[str], style="pipeDelimited"), ["a|b"]),
        (Path("q", lambda: list[str], style="label", explode=True), ["a.b"]),
        (Query("q", lambda: dict[str, int], style="deepObject"), {"a]": 1}),
        (Header("q", lambda: list[str]), ["a,b"]),
        (Header("q", lambda: list[str]), ["a", ""]),
        (Header("q", lambda: list[str]), ["a", " b"]),
        (Header("q", lambda: dict[str, str], explode=True), {"a=b": "c"}),
    ],
)
def test_a_text_that_would_be_read_as_a_separator_is_refused(parameter: Parameter, value: object) -> None:
    with pytest.raises(ValueError, match=r"^q cannot hold .*read as"):
        written(parameter, value)


@pytest.mark.parametrize(
    ("parameter", "value", "told"),
    [
        (Query("q", lambda: Any), [1, None], "q cannot hold null"),
        (Query("q", lambda: Any, style="deepObject"), {"a": [1, None]}, "q[a][1] cannot hold null"),
        (Query("q", lambda: Any, explode=False), [[1]], "q cannot hold a list"),
        (Header("X-Q", lambda: Any, name="x_q"), {"a": {}}, "x_q cannot hold an object"),
        (Query("Q-Q", lambda: Any, name="q_q", media_type="text/plain"), {"a": 1}, "q_q cannot hold an object"),
        (Cookie("q", lambda: Any), float("inf"), "q cannot hold inf"),
    ],
)
def test_what_has_no_text_is_named(parameter: Parameter, value: object, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(told)}: no text stands for it$"):
        written(parameter, value)


def test_reserved_characters_stay_bare_only_where_they_cannot_mislead() -> None:
    parameter = Query("q", lambda: str, allow_reserved=True)
    assert written(parameter, "a/b?c:d&e=f+g#h%i j") == "q=a/b?c:d%26e%3Df%2Bg%23h%25i%20j"


def test_deep_objects_go_deeper_than_one_level() -> None:
    value = {"a": {"b": [1, {"c": True}]}, "left out": None}
    parameter = Query("q", lambda: Any, style="deepObject")
    assert unquote(written(parameter, value)) == "q[a][b][0]=1&q[a][b][1][c]=true"


@pytest.mark.parametrize("value", [[None], [[1]], [{}], {"a": [1]}, float("nan"), float("inf")])
@pytest.mark.parametrize("make", [Path, Query, Header, Cookie])
def test_what_has_no_text_is_refused(make: Any, value: object) -> None:
    with pytest.raises(ValueError, match=r"^q cannot hold .*: no text stands for it"):
        written(make("q", lambda: Any), value)


@pytest.mark.parametrize(
    ("parameter", "value", "text"),
    [
        (Path("q", lambda: Any, style="matrix", media_type="text/plain"), "a b", ";q=a%20b"),
        (Cookie("q", lambda: Any, media_type="application/json"), {"a": 1}, "q=%7B%22a%22%3A1%7D"),
        (Query("q", lambda: Any, media_type="application/json"), [], "q=%5B%5D"),
        (Query("q", lambda: Any, media_type="application/vnd.a+json"), None, "q=null"),
        (Query("q", lambda: Any, style="deepObject", explode=False), {"a": {"b": 1}}, "q%5Ba%5D%5Bb%5D=1"),
        (Query("q", lambda: Any, explode=False, allow_reserved=True), {"a": "b/c"}, "q=a,b/c"),
        (Query("q", lambda: Any, allow_reserved=True), ["a/b", "[c]"], "q=a/b&q=%5Bc%5D"),
        (Query("q", lambda: Any, style="deepObject", allow_reserved=True), {"a": "b:c"}, "q%5Ba%5D=b:c"),
        (Header("q", lambda: Any, explode=True), {"a": 1, "b": True}, "a=1,b=true"),
    ],
)
def test_further_styles(parameter: Parameter, value: object, text: str) -> None:
    assert written(parameter, value) == text


def test_content_in_place_of_a_style_is_one_text() -> None:
    value = {"a": [1, "é"]}
    assert written(Query("q", lambda: Any, media_type="application/json"), value) == (
        "q=%7B%22a%22%3A%5B1%2C%22%C3%A9%22%5D%7D"
    )
    assert written(Path("q", lambda: Any, media_type="application/json"), "x") == "%22x%22"
    assert written(Header("q", lambda: Any, media_type="application/json"), value) == '{"a":[1,"é"]}'
    assert written(Query("q", lambda: int, media_type="text/plain"), 5) == "q=5"


class Filter(BaseModel):
    from_: Annotated[int, Field(alias="from")]


def test_models_are_written_under_their_wire_names() -> None:
    parameter = Query("q", lambda: Filter, style="deepObject")
    assert written(parameter, {"from": 3}) == written(parameter, Filter.model_validate({"from": 3})) == "q%5Bfrom%5D=3"


@pytest.mark.parametrize(
    ("type_", "value"),
    [(int, "5"), (int, True), (str, 5), (Literal["a"], "b"), (list[int], [1, "2"]), (Annotated[int, Field(le=3)], 4)],
)
def test_an_argument_of_another_type_is_refused_under_the_name_of_the_parameter(type_: object, value: object) -> None:
    with pytest.raises(ValidationError, match=r"for page_size\n"):
        written(Query("pageSize", lambda: type_, name="page_size"), value)


def operation(path: str, *parameters: Parameter) -> Operation[None]:
    return Operation("GET", path, parameters=parameters, responses={"204": Answer()})


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_value_that_would_name_another_resource_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="x cannot be"):
        operation("/a/{x}", Path("x", lambda: str)).draft({"x": value})


@pytest.mark.parametrize(("path", "values"), [("/a/{x}{y}", (".", "a")), ("/a/.{x}", ("a", "b"))])
def test_a_dot_beside_other_text_is_fine(path: str, values: tuple[str, str]) -> None:
    op = operation(path, Path("x", lambda: str), Path("y", lambda: list[str]))
    if "{y}" in path:
        with pytest.raises(ValueError, match="x cannot be"):
            op.draft({"x": values[0], "y": [values[1]]})
    else:
        assert op.draft({"x": values[0]}).path == "/a/.a"


def test_a_path_mixes_text_and_values() -> None:
    op = operation("/v2/{a}.{b}/ü {c}", Path("a", lambda: str), Path("b", lambda: int), Path("c", lambda: str))
    assert op.draft({"a": "x", "b": 1, "c": "?"}).path == "/v2/x.1/%C3%BC%20%3F"


def test_none_and_unset_leave_an_optional_parameter_out() -> None:
    op = operation("/", Query("a", lambda: int | None), Header("b", lambda: int), Cookie("c", lambda: int))
    draft = op.draft({"a": None, "b": UNSET})
    assert (draft.target, draft.headers, draft.cookies) == ("/", {}, [])


@pytest.mark.parametrize("make", [Query, Header, Cookie])
def test_a_required_parameter_is_not_left_out(make: Any) -> None:
    with pytest.raises(ValueError, match="a is required"):
        operation("/", make("a", lambda: int | None, required=True)).draft({"a": None})


@proof
@given(TEXT)
def test_any_text_in_a_path_arrives_as_it_was(value: str) -> None:
    op = operation("/a/{x}/b", Path("x", lambda: str))
    if value in ("", ".", ".."):
        with pytest.raises(ValueError, match="x cannot be"):
            op.draft({"x": value})
        return
    segments = op.draft({"x": value}).path.split("/")
    assert segments[:2] + segments[3:] == ["", "a", "b"]
    assert unquote(segments[2], errors="strict") == value
    assert segments[2].isascii() and not set(segments[2]) & set("?#;")


@proof
@given(TEXT, TEXT)
def test_any_query_arrives_as_it_was(name: str, value: str) -> None:
    draft = operation("/", Query(name, lambda: str)).draft({name: value})
    assert parse_qsl(draft.target[2:], keep_blank_values=True, strict_parsing=True) == [(name, value)]


@proof
@given(st.lists(TEXT, min_size=1))
def test_any_list_arrives_as_it_was(values: list[str]) -> None:
    written_ = written(Query("q", lambda: list[str], explode=False), values)
    assert [unquote(item) for item in written_.removeprefix("q=").split(",")] == values


@proof
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_arrives_as_it_was(value: float) -> None:
    text = written(Query("q", lambda: float), value).removeprefix("q=")
    assert float(text) == value
    assert "e" not in text.lower()


@proof
@given(st.text())
def test_a_header_is_written_whole_or_refused(value: str) -> None:
    try:
        octets = header_value("q", value)
    except ValueError:
        return
    assert octets.decode() == value
    assert not set(octets) & {0, 10, 13}
    assert octets == octets.strip(b" \t")


@pytest.mark.parametrize("value", ["s3cret\r\nb: c", "s3cret\n", "s3cret\0", " s3cret", "s3cret\t", "s3cret\x7f"])
def test_a_header_that_would_break_the_message_is_refused_without_being_shown(value: str) -> None:
    with pytest.raises(ValueError, match="x-key") as caught:
        header_value("x-key", value)
    assert "s3cret" not in str(caught.value)
