"""Parameters as a server reads them: what a client writes comes back equal, and what is not of the type is told."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from runtime.draft import Draft
from runtime.model import UNSET, Model
from runtime.parameters import Cookie, Header, Parameter, Path, Query
from runtime.parse import ParameterError, Received, parse, parse_all
from runtime.types import Date, Integer, Number, Uuid

proof = settings(derandomize=True, deadline=None, database=None)


class Shade(Model):
    R: Integer
    name: str
    G: Number | UNSET = UNSET
    from_: Annotated[bool | UNSET, Field(alias="from")] = UNSET


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
INTEGERS = st.integers(-(10**20), 10**20)
NUMBERS = INTEGERS | st.floats(allow_nan=False, allow_infinity=False)
SHADES = st.fixed_dictionaries({"R": INTEGERS, "name": TEXT}, optional={"G": NUMBERS, "from": st.booleans()})

TYPES: list[tuple[object, st.SearchStrategy[Any]]] = [
    (str, TEXT),
    (str | None, TEXT),
    (Integer, INTEGERS),
    (Number, NUMBERS),
    (bool, st.booleans()),
    (Uuid, st.uuids()),
    (Date, st.dates()),
    (Literal["a", "5", "true"], st.sampled_from(["a", "5", "true"])),
    (list[str], st.lists(TEXT, min_size=1)),
    (list[Integer], st.lists(INTEGERS, min_size=1)),
    (list[Integer | bool], st.lists(INTEGERS | st.booleans(), min_size=1)),
    (dict[str, Integer], st.dictionaries(TEXT.filter(lambda key: key not in ("", "q", "other")), INTEGERS, min_size=1)),
    (Shade, SHADES),
]


def received(draft: Draft) -> Received:
    headers = dict(draft.headers)
    if draft.cookies:
        headers["cookie"] = "; ".join(draft.cookies).encode()
    return Received({"q": draft.path}, "&".join(draft.query), headers)


@pytest.mark.parametrize(
    ("make", "options"),
    [
        *(
            (Path, {"style": style, "explode": explode})
            for style in ("simple", "label", "matrix")
            for explode in (False, True)
        ),
        *(
            (Query, {"style": style, "explode": explode})
            for style in ("form", "spaceDelimited", "pipeDelimited")
            for explode in (False, True)
        ),
        (Query, {"style": "deepObject"}),
        (Query, {"allow_reserved": True, "explode": False}),
        (Query, {"media_type": "application/json"}),
        (Header, {"explode": False}),
        (Header, {"explode": True}),
        (Cookie, {"explode": False}),
        (Cookie, {"explode": True}),
    ],
    ids=str,
)
@pytest.mark.parametrize(("type_", "values"), TYPES, ids=lambda value: str(value)[:20])
def test_what_is_written_is_what_is_read_or_was_refused(
    make: Any, options: dict[str, Any], type_: object, values: Any
) -> None:
    parameter: Parameter = make("q", lambda: type_, **options)

    @settings(proof, max_examples=25)
    @given(values)
    def there_and_back(value: object) -> None:
        draft = Draft()
        try:
            parameter.write(value, draft)
        except ValueError:
            return
        assert parse(parameter, received(draft), {"other"}) == parameter.adapter.validate_python(value)

    there_and_back()


def read(parameter: Parameter, query: str = "", **headers: str) -> object:
    texts = {name.replace("_", "-"): value.encode("latin-1") for name, value in headers.items()}
    return parse(parameter, Received({}, query, texts))


@pytest.mark.parametrize(
    ("type_", "query", "value"),
    [
        (str, "q=a+b%2B", "a b+"),
        (str, "q", ""),
        (str, "&&q=5", "5"),
        (int, "q=5", 5),
        (Integer, "q=5.0", 5),
        (int | str, "q=5", "5"),
        (list[int], "q=5", [5]),
        (str | list[str], "q=5", "5"),
        (str | list[str], "q=5&q=6", ["5", "6"]),
        (str, "Q=5", UNSET),
        (dict[str, int], "", UNSET),
        (str, "z=1", UNSET),
        (int, "%ff=1&z=%ff", UNSET),
        (dict[str, int], "%ff=1&z=1", {"z": 1}),
        (list[int], "q=", []),
        (list[str], "q=", [""]),
        (list[int] | None, "q=", []),
        (dict[str, int], "R=1&G=2", {"R": 1, "G": 2}),
    ],
)
def test_the_type_decides_what_a_text_is(type_: object, query: str, value: object) -> None:
    assert read(Query("q", lambda: type_), query) == value


def test_an_empty_text_may_stand_for_nothing_where_it_is_allowed() -> None:
    assert read(Query("q", lambda: bool, allow_empty=True), "q=") is UNSET
    assert read(Query("q", lambda: bool, allow_empty=True), "q") is UNSET
    assert read(Query("q", lambda: str, allow_empty=True), "q=") == ""
    for parameter in (Query("q", lambda: bool), Query("q", lambda: bool, allow_empty=True, required=True)):
        with pytest.raises(ParameterError):
            read(parameter, "q=")
    with pytest.raises(ParameterError):
        read(Query("q", lambda: bool, allow_empty=True), "q=x")


@pytest.mark.parametrize(
    ("parameter", "received", "value"),
    [
        (Query("q", lambda: Shade, media_type="application/json"), "q=%7B%22R%22%3A1%2C%22name%22%3A%22a%22%7D", 1),
        (Query("q", lambda: Shade, style="deepObject"), "q[R]=1&q[name]=a", 1),
        (Query("q", lambda: Shade, style="pipeDelimited"), "q=R|1|name|a", 1),
        (Query("q", lambda: Shade, style="spaceDelimited"), "q=R+1+name+a", 1),
        (Query("q", lambda: Shade, explode=False), "q=R,1,name,a", 1),
    ],
)
def test_an_object_is_read_in_every_style(parameter: Parameter, received: str, value: int) -> None:
    shade = read(parameter, received)
    assert isinstance(shade, Shade)
    assert (shade.R, shade.name) == (value, "a")


def test_an_object_is_read_from_a_path_a_header_and_a_cookie() -> None:
    texts = {"simple": "R,1,name,a", "label": ".R,1,name,a", "matrix": ";q=R,1,name,a"}
    exploded = {"simple": "R=1,name=a", "label": ".R=1.name=a", "matrix": ";R=1;name=a"}
    for explode, rows in ((False, texts), (True, exploded)):
        for style, text in rows.items():
            path: Any = Path("q", lambda: Shade, style=style, explode=explode)
            assert parse(path, Received({"q": text}, "", {})) == Shade(R=1, name="a")
    as_json = b'{"R":1,"name":"a"}'
    header = Header("X-Q", lambda: Shade, media_type="application/json")
    assert parse(header, Received({}, "", {"x-q": as_json})) == Shade(R=1, name="a")
    assert read(Header("X-Q", lambda: Shade, explode=True), x_q="R=1, name=a") == Shade(R=1, name="a")
    assert read(Cookie("q", lambda: Shade), cookie="R=1; name=a") == Shade(R=1, name="a")
    assert read(Cookie("q", lambda: Shade, explode=False), cookie="q=R,1,name,a") == Shade(R=1, name="a")


def test_other_spellings_of_a_separator_are_read_too() -> None:
    for query in ("q=a|b", "q=a%7Cb", "q=a%7cb"):
        assert read(Query("q", lambda: list[str], style="pipeDelimited"), query) == ["a", "b"]
    for query in ("q=a+b", "q=a%20b"):
        assert read(Query("q", lambda: list[str], style="spaceDelimited"), query) == ["a", "b"]
    assert read(Header("X-Q", lambda: list[str]), x_q="a, b\t,c") == ["a", "b", "c"]
    assert read(Header("X-Q", lambda: str), x_q="\xe9") == "é"


@pytest.mark.parametrize(
    ("type_", "options", "query", "pointer"),
    [
        (int, {}, "q=x", ""),
        (int, {}, "q=05", ""),
        (int, {}, "q=%205", ""),
        (int, {}, "q=1&q=2", ""),
        (bool, {}, "q=True", ""),
        (bool, {}, "q=1", ""),
        (str, {}, "q=%ff", ""),
        (str, {"required": True}, "z=1", ""),
        (dict[str, str], {}, "z=%ff", ""),
        (Shade, {}, "R=1&name=a&from=%ff", ""),
        (list[int], {"required": True}, "", ""),
        (Annotated[list[int], Field(min_length=1)], {}, "q=", "/0"),
        (Any, {"required": True}, "", ""),
        (list[int], {}, "q=1&q=x", "/1"),
        (list[int], {"explode": False}, "q=1,x", "/1"),
        (Shade, {"style": "deepObject"}, "q[R]=1", "/name"),
        (Shade, {"style": "deepObject"}, "q[R]=x&q[name]=a", "/R"),
        (Shade, {}, "R=x&name=a", "/R"),
        (list[int], {"media_type": "application/json"}, "q=%5B1", ""),
    ],
)
def test_what_is_not_of_the_type_is_told(type_: object, options: dict[str, Any], query: str, pointer: str) -> None:
    with pytest.raises(ParameterError, match="query parameter q") as caught:
        read(Query("q", lambda: type_, **options), query)
    assert caught.value.pointer == pointer


Members = dict[str, int]
EMPTY = [
    (Query("q", lambda: list[int], required=True), [], "q="),
    (Query("q", lambda: list[int], explode=False, required=True), [], "q="),
    (Query("q", lambda: list[int], style="deepObject", required=True), [], "q="),
    (Query("q", lambda: Members, explode=False, required=True), {}, "q="),
    (Query("q", lambda: Members, required=True), {}, ""),
    (Query("q", lambda: Members, style="deepObject", required=True), {}, ""),
    (Query("q", lambda: list[int]), [], ""),
]


@pytest.mark.parametrize(("parameter", "value", "query"), EMPTY)
def test_an_empty_value_that_is_required_arrives(parameter: Parameter, value: object, query: str) -> None:
    draft = Draft()
    parameter.write(value, draft)
    assert "&".join(draft.query) == query
    assert parse(parameter, received(draft)) == (value if parameter.required else UNSET)


def test_an_empty_list_in_a_required_header_or_cookie_arrives() -> None:
    for parameter in (Header("X-Q", lambda: list[int], required=True), Cookie("q", lambda: list[int], required=True)):
        draft = Draft()
        parameter.write([], draft)
        assert parse(parameter, received(draft)) == []


@pytest.mark.parametrize("make", [Query, Header, Cookie])
def test_an_empty_list_that_would_be_read_as_a_text_is_refused(make: Any) -> None:
    with pytest.raises(ValueError, match="required"):
        make("q", lambda: list[str], required=True).write([], Draft())


def test_an_exploded_object_leaves_others_their_members() -> None:
    parameters = (Query("shade", lambda: dict[str, str]), Query("page", lambda: int), Query("sort", lambda: str))
    values = parse_all(parameters, Received({}, "page=2&R=1", {}))
    assert values == {"shade": {"R": "1"}, "page": 2}
    deep = Query("deep", lambda: dict[str, str], style="deepObject")
    values = parse_all((*parameters, deep), Received({}, "deep[a]=b&R=1", {}))
    assert values == {"shade": {"R": "1"}, "deep": {"a": "b"}}


class Fields(Model):
    a: str
    b: Integer | UNSET = UNSET
    c: list[str] | UNSET = UNSET
    d: dict[str, Integer] | UNSET = UNSET


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": "x y&z=é"}, "a=x+y%26z%3D%C3%A9"),
        ({"a": "1", "b": 2, "c": ["3"]}, "a=1&b=2&c=3"),
        ({"a": "", "c": ["true", "1"], "d": {"e": 1}}, "a=&c=true&c=1&d=%7B%22e%22%3A1%7D"),
    ],
)
def test_a_form_in_a_parameter_arrives(value: dict[str, Any], text: str) -> None:
    for make in (Query, Header, Cookie, Path):
        parameter: Parameter = make("q", lambda: Fields, media_type="application/x-www-form-urlencoded")
        draft = Draft()
        parameter.write(value, draft)
        if make is Query:
            assert draft.query == [f"q={quote(text, safe='')}"]
        assert parse(parameter, received(draft)) == Fields.model_validate(value)


def test_a_form_in_a_parameter_that_is_not_of_the_type_is_told() -> None:
    parameter = Query("q", lambda: Fields, media_type="application/x-www-form-urlencoded")
    for query, place in (("q=a%3Dx%26b%3Dx", "/b"), ("q=z%3D1", "/a")):
        with pytest.raises(ParameterError) as caught:
            parse(parameter, Received({}, query, {}), ())
        assert caught.value.pointer == place
    assert parse(parameter, Received({}, "a=x&b=1", {})) is UNSET


def test_an_exploded_object_leaves_others_whose_names_have_brackets_their_members() -> None:
    parameters = (
        Query("criteria", lambda: dict[str, str]),
        Query("page[size]", lambda: int),
        Query("ids[]", lambda: list[int]),
        Query("page[by]", lambda: dict[str, str], style="deepObject"),
    )
    others = {"page[size]": 0, "ids[]": [1, 2], "page[by]": {"a": "b"}}
    query = "page%5Bsize%5D=0&ids[]=1&ids[]=2&page[by][a]=b"
    assert parse_all(parameters, Received({}, query, {})) == others
    criteria = {"page[sort]": "x", "ids": "3"}
    values = parse_all(parameters, Received({}, f"{query}&page[sort]=x&ids=3", {}))
    assert values == {**others, "criteria": criteria}


@proof
@given(st.text(), st.text())
def test_any_request_is_a_value_or_that_error(query: str, path: str) -> None:
    parameters = (
        Query("", lambda: Shade),
        Query("a", lambda: list[int], style="deepObject"),
        Query("b", lambda: int, style="pipeDelimited"),
        Path("p", lambda: dict[str, int], style="matrix", explode=True),
        Path("r", lambda: int, style="label"),
    )
    for parameter in parameters:
        try:
            parse(parameter, Received({"p": path, "r": path}, query, {}))
        except ParameterError as error:
            assert parameter.wire_name in str(error)
