"""The reader of parameters on the wire, held to the style tables of OpenAPI 3.1 and RFC 6570, written out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

import pytest
from hypothesis.strategies import none

from runtime.testing.case import Case, ParameterCase
from runtime.testing.json import Json
from runtime.testing.serialised import misplaced
from runtime.testing.wire import Exchange

Place: TypeAlias = Literal["path", "query", "header", "cookie"]

COLOURS: Json = ["blue", "black", "brown"]
SHADES: Json = {"R": 100, "G": 200, "B": 150}
DEEP: Json = {"R": 100, "more": {"G": [True, "x y"]}}

# place, style, explode, value, what is on the wire
VECTORS: list[tuple[Place, str, bool, Json, str]] = [
    ("path", "matrix", False, "blue", ";color=blue"),
    ("path", "matrix", False, COLOURS, ";color=blue,black,brown"),
    ("path", "matrix", False, SHADES, ";color=R,100,G,200,B,150"),
    ("path", "matrix", True, COLOURS, ";color=blue;color=black;color=brown"),
    ("path", "matrix", True, SHADES, ";R=100;G=200;B=150"),
    ("path", "label", False, "blue", ".blue"),
    ("path", "label", False, COLOURS, ".blue,black,brown"),
    ("path", "label", False, SHADES, ".R,100,G,200,B,150"),
    ("path", "label", True, COLOURS, ".blue.black.brown"),
    ("path", "label", True, SHADES, ".R=100.G=200.B=150"),
    ("path", "simple", False, "blue", "blue"),
    ("path", "simple", False, "a/b?c#d%é", "a%2Fb%3Fc%23d%25%C3%A9"),
    ("path", "simple", False, ["a,b", "c"], "a%2Cb,c"),
    ("path", "simple", False, COLOURS, "blue,black,brown"),
    ("path", "simple", False, SHADES, "R,100,G,200,B,150"),
    ("path", "simple", True, SHADES, "R=100,G=200,B=150"),
    ("query", "form", True, "blue", "color=blue"),
    ("query", "form", True, "", "color="),
    ("query", "form", True, 1.5, "color=1.5"),
    ("query", "form", True, 10.0, "color=10"),
    ("query", "form", True, False, "color=false"),
    ("query", "form", True, "a&b=c d", "color=a%26b%3Dc%20d"),
    ("query", "form", True, COLOURS, "color=blue&color=black&color=brown"),
    ("query", "form", True, SHADES, "R=100&G=200&B=150"),
    ("query", "form", False, COLOURS, "color=blue,black,brown"),
    ("query", "form", False, ["a,b", "c"], "color=a%2Cb,c"),
    ("query", "form", False, SHADES, "color=R,100,G,200,B,150"),
    ("query", "spaceDelimited", False, COLOURS, "color=blue%20black%20brown"),
    ("query", "spaceDelimited", False, SHADES, "color=R%20100%20G%20200%20B%20150"),
    ("query", "pipeDelimited", False, COLOURS, "color=blue%7Cblack%7Cbrown"),
    ("query", "pipeDelimited", False, COLOURS, "color=blue|black|brown"),
    ("query", "pipeDelimited", False, SHADES, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("query", "deepObject", True, SHADES, "color%5BR%5D=100&color%5BG%5D=200&color[B]=150"),
    ("query", "deepObject", True, DEEP, "color[R]=100&color[more][G][0]=true&color[more][G][1]=x%20y"),
    ("header", "simple", False, "blue", "blue"),
    ("header", "simple", False, COLOURS, "blue,black,brown"),
    ("header", "simple", False, SHADES, "R,100,G,200,B,150"),
    ("header", "simple", True, SHADES, "R=100, G=200, B=150"),
    ("cookie", "form", False, COLOURS, "color=blue,black,brown"),
    ("cookie", "form", True, COLOURS, "color=blue; color=black; color=brown"),
    ("cookie", "form", True, SHADES, "R=100; G=200; B=150"),
]


def case(place: Place, style: str, explode: bool) -> Case:
    parameter = ParameterCase("color", "color", place, lambda: object, none, style=style, explode=explode)
    return Case("default", "get", "GET", "/c/{color}" if place == "path" else "/c", (parameter,))


def exchange(place: Place, text: str) -> Exchange:
    target = {"path": f"/c/{text}", "query": f"/c?{text}"}.get(place, "/c")
    headers = {"header": {"color": text}, "cookie": {"cookie": text}}.get(place, {})
    return Exchange("GET", target, headers, b"")


@pytest.mark.parametrize(("place", "style", "explode", "value", "text"), VECTORS)
def test_a_value_is_found_where_the_tables_put_it(
    place: Place, style: str, explode: bool, value: Json, text: str
) -> None:
    assert misplaced(case(place, style, explode), exchange(place, text), {"color": value}) == ""


@pytest.mark.parametrize(("place", "style", "explode", "value", "text"), VECTORS)
def test_another_value_is_not(place: Place, style: str, explode: bool, value: Json, text: str) -> None:
    others: list[Json] = ["other", ["blue"], {"R": 100}, {"R": 101, "G": 200, "B": 150}, None]
    for other in (each for each in others if each != [value]):
        assert misplaced(case(place, style, explode), exchange(place, text), {"color": other}) != ""


@pytest.mark.parametrize(("place", "style", "explode", "value", "text"), VECTORS)
def test_a_text_of_another_style_is_not_it(place: Place, style: str, explode: bool, value: Json, text: str) -> None:
    same = {
        other for at, kind, spread, held, other in VECTORS if (at, kind, spread, held) == (place, style, explode, value)
    }
    for at, _, _, held, other in VECTORS:
        if at == place and held == value and other not in same and isinstance(value, list | dict):
            assert misplaced(case(place, style, explode), exchange(place, other), {"color": value}) != "", other


def test_what_was_encoded_twice_is_not_it() -> None:
    for place, text in (("path", "a%252Fb"), ("query", "color=a%252Fb")):
        found = exchange("path" if place == "path" else "query", text)
        assert misplaced(case("path" if place == "path" else "query", "simple", False), found, {"color": "a/b"}) != ""


def test_the_method_the_path_and_what_nothing_declares_are_looked_at() -> None:
    plain, found = case("query", "form", True), exchange("query", "color=blue")
    assert misplaced(plain, replace(found, method="POST"), {"color": "blue"}) == "POST /c is not GET /c"
    assert misplaced(plain, replace(found, target="/d?color=blue"), {"color": "blue"}) != ""
    assert "nothing declares" in misplaced(plain, replace(found, target="/c?color=blue&x=1"), {"color": "blue"})


@pytest.mark.parametrize(("path", "sent"), [("/a%7Eb", "/a%7Eb"), ("/a%7Eb", "/a~b"), ("/a+%20é", "/a+%20%C3%A9")])
def test_a_path_may_be_encoded_already(path: str, sent: str) -> None:
    plain, found = case("query", "form", True), exchange("query", "color=blue")
    assert misplaced(replace(plain, path=path), replace(found, target=f"{sent}?color=blue"), {"color": "blue"}) == ""
    assert misplaced(replace(plain, path=path), replace(found, target="/b?color=blue"), {"color": "blue"}) != ""


def test_json_in_a_parameter_is_read_as_json() -> None:
    parameter = replace(case("query", "form", True).parameters[0], media_type="application/json")
    own = replace(case("query", "form", True), parameters=(parameter,))
    assert misplaced(own, exchange("query", "color=%7B%22R%22%3A100%7D"), {"color": {"R": 100}}) == ""
    assert misplaced(own, exchange("query", "color=%7B%22R%22%3A101%7D"), {"color": {"R": 100}}) != ""
    assert misplaced(own, exchange("query", "color=%22blue%22"), {"color": "blue"}) == ""
    assert misplaced(own, exchange("query", "color=blue"), {"color": "blue"}) != ""


def test_a_form_in_a_parameter_is_read_as_fields() -> None:
    parameter = replace(case("query", "form", True).parameters[0], media_type="application/x-www-form-urlencoded")
    own = replace(case("query", "form", True), parameters=(parameter,))
    value: Json = {"a": "x y&", "b": [1, True]}
    assert misplaced(own, exchange("query", "color=b%3D1%26a%3Dx%2By%2526%26b%3Dtrue"), {"color": value}) == ""
    for other in ("color=a%3Dx", "color=b%3D1%26b%3D1%26a%3Dx%2520y%2526", "a=x%20y%26&b=1&b=true", ""):
        assert misplaced(own, exchange("query", other), {"color": value}) != ""
