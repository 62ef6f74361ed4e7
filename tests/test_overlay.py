"""Overlays: what they change, what they leave alone, and where a changed part can be edited."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.ir import Location
from specwright.problem import Problem, Refusal
from specwright.read.load import Document
from specwright.read.overlay import overlay
from specwright.read.references import lookup


def mending(*actions: object, file: str = "mend.yaml") -> Document:
    return Document(file, {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": list(actions)})


def mended(value: dict[str, Any], *actions: object) -> Document:
    """The document after some actions, none of which has given rise to a warning."""
    document, problems = overlay(Document("api.yaml", value), [mending(*actions)])
    assert problems == ()
    return document


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(p.code, p.location.pointer) for p in problems if isinstance(p.location, Location)]


@pytest.mark.parametrize(
    ("before", "action", "after"),
    [
        ({"a": {"b": 1}}, {"target": "$.a", "update": {"c": 2}}, {"a": {"b": 1, "c": 2}}),
        ({"a": {"b": {"x": 1}}}, {"target": "$.a", "update": {"b": {"y": 2}}}, {"a": {"b": {"x": 1, "y": 2}}}),
        ({"a": {"b": 1}}, {"target": "$.a", "update": {"b": {"y": 2}}}, {"a": {"b": {"y": 2}}}),
        ({"a": {"b": [1]}}, {"target": "$.a", "update": {"b": [2, 3]}}, {"a": {"b": [1, 2, 3]}}),
        ({"a": {"b": [1]}}, {"target": "$.a", "update": {"b": 2}}, {"a": {"b": 2}}),
        ({"a": [1]}, {"target": "$.a", "update": 2}, {"a": [1, 2]}),
        ({"a": [1]}, {"target": "$.a", "update": [2]}, {"a": [1, 2]}),
        ({"a": 1}, {"target": "$.a", "update": 2}, {"a": 2}),
        ({"a": 1}, {"target": "$", "update": {"b": None}}, {"a": 1, "b": None}),
        ({"a": [1, 2, 3]}, {"target": "$.a[1]", "remove": True}, {"a": [1, 3]}),
        ({"a": [1, 2, 3, 4]}, {"target": "$.a[?@ > 1]", "remove": True}, {"a": [1]}),
        ({"a": {"b": 1, "c": 2}}, {"target": "$.a.b", "remove": True, "update": {}}, {"a": {"c": 2}}),
        ({"a": {"b": {"b": 1}}}, {"target": "$..b", "remove": True}, {"a": {}}),
        ({"a": {"x": [1]}, "b": {}}, {"target": "$.b", "copy": "$.a"}, {"a": {"x": [1]}, "b": {"x": [1]}}),
    ],
)
def test_an_action_does_what_the_specification_says(before: dict[str, Any], action: object, after: object) -> None:
    original = copy.deepcopy(before)
    assert mended(before, action).value == after
    assert before == original


def test_targets_share_nothing() -> None:
    update = {"target": "$.*", "update": {"list": [1]}}
    document = mended({"a": {}, "b": {}}, update, {"target": "$.a.list", "update": 2})
    assert document.value == {"a": {"list": [1, 2]}, "b": {"list": [1]}}
    assert update == {"target": "$.*", "update": {"list": [1]}}


def test_what_was_changed_is_edited_in_the_overlay() -> None:
    document = mended(
        {"info": {"title": "x"}, "tags": [{"name": "a"}]},
        {"target": "$.info", "update": {"title": "y"}},
        {"target": "$.tags", "update": [{"name": "b"}, {"name": "c"}]},
        {"target": "$", "update": {"components": {"schemas": {"a/b": {"type": "string"}}}}},
    )
    assert document.locate("/info") == Location("api.yaml", "/info")
    assert document.locate("/info/title") == Location("mend.yaml", "/actions/0/update/title")
    assert document.locate("/tags/0/name") == Location("api.yaml", "/tags/0/name")
    assert document.locate("/tags/2/name") == Location("mend.yaml", "/actions/1/update/1/name")
    there = "/components/schemas/a~1b/type"
    assert document.locate(there) == Location("mend.yaml", f"/actions/2/update{there}")


def test_what_moved_is_edited_where_it_was() -> None:
    document = mended(
        {"tags": [{"name": name} for name in "abcde"]},
        {"target": "$.tags[3]", "update": {"name": "D"}},
        {"target": "$.tags[?@.name == 'a' || @.name == 'c']", "remove": True},
        {"target": "$.tags[0]", "remove": True},
        {"target": "$.tags", "update": [{"name": "f"}]},
    )
    assert [tag["name"] for tag in document.value["tags"]] == ["D", "e", "f"]
    assert document.locate("/tags/0") == Location("api.yaml", "/tags/3")
    assert document.locate("/tags/0/name") == Location("mend.yaml", "/actions/0/update/name")
    assert document.locate("/tags/1/name") == Location("api.yaml", "/tags/4/name")
    assert document.locate("/tags/2/name") == Location("mend.yaml", "/actions/3/update/0/name")


def test_origins_survive_another_round() -> None:
    first, _ = overlay(Document("api.yaml", {"a": [1, 2, 3]}), [mending({"target": "$.a[0]", "remove": True})])
    second, _ = overlay(
        first, [mending({"target": "$.a[0]", "remove": True}, {"target": "$.a", "update": 4}, file="two")]
    )
    assert second.value == {"a": [3, 4]}
    assert second.locate("/a/0") == Location("api.yaml", "/a/2")
    assert second.locate("/a/1") == Location("two", "/actions/1/update")


def test_an_action_that_selects_nothing_is_a_warning_in_the_overlay() -> None:
    actions: tuple[object, ...] = ({"target": "$.b", "remove": True}, {"target": "$.b[*]", "update": {}})
    document, problems = overlay(Document("api.yaml", {"a": 1}), [mending(*actions)])
    assert document.value == {"a": 1}
    assert codes(problems) == [("overlay-action-unmatched", f"/actions/{i}/target") for i in (0, 1)]


def test_a_missing_title_is_a_warning() -> None:
    source = Document("mend.yaml", {"overlay": "1.0.0", "actions": [{"target": "$", "update": {"b": 1}}]})
    document, problems = overlay(Document("api.yaml", {"a": 1}), [source])
    assert document.value == {"a": 1, "b": 1}
    assert codes(problems) == [("overlay-malformed", "/info")]


BROKEN: list[tuple[dict[str, Any], list[str]]] = [
    ({"overlay": "2.0.0"}, ["/overlay"]),
    ({"overlay": 1.0}, ["/overlay"]),
    ({"actions": []}, ["/actions"]),
    ({"actions": {}}, ["/actions"]),
    ({"actions": ["x", {}, {"target": 1}]}, ["/actions/0", "/actions/1", "/actions/2"]),
    ({"actions": [{"target": "$"}]}, ["/actions/0"]),
    ({"actions": [{"target": "$", "remove": "yes"}]}, ["/actions/0/remove"]),
    ({"actions": [{"target": "$.a", "copy": 1}]}, ["/actions/0/copy"]),
    (
        {"actions": [{"target": "a.b", "update": {}}, {"target": "$[", "remove": True}]},
        ["/actions/0/target", "/actions/1/target"],
    ),
    ({"actions": [{"target": "$[?nope(@)]", "remove": True}]}, ["/actions/0/target"]),
    ({"actions": [{"target": "$", "remove": True}]}, ["/actions/0"]),
    ({"actions": [{"target": "$", "update": 1}]}, ["/actions/0/update"]),
    ({"actions": [{"target": "$", "copy": "$.*"}]}, ["/actions/0/copy"]),
]


@pytest.mark.parametrize(
    ("value", "expected"),
    BROKEN,
)
def test_a_broken_overlay_is_refused_with_all_that_is_wrong(value: dict[str, Any], expected: list[str]) -> None:
    source = Document("mend.yaml", {**mending({"target": "$", "update": {}}).value, **value})
    with pytest.raises(Refusal) as caught:
        overlay(Document("api.yaml", {"a": 1, "b": 2}), [source])
    assert caught.value.findings
    assert [pointer for _, pointer in codes(caught.value.problems)] == expected


TARGETS = st.sampled_from(["$", "$.a", "$.a[0]", "$.a[*]", "$.*", "$..b", "$.b.a", "$.a[?@.b]", "$[", "$.a[-1]"])
JSON = st.recursive(
    st.none() | st.integers() | st.text("ab"),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("ab"), inner),
)
ACTIONS = st.fixed_dictionaries({"target": TARGETS}, optional={"update": JSON, "remove": st.booleans()})


@settings(derandomize=True, deadline=None)
@given(value=st.dictionaries(st.sampled_from("abc"), JSON), actions=st.lists(ACTIONS | JSON))
def test_any_overlay_is_applied_or_refused(value: dict[str, Any], actions: list[object]) -> None:
    original = copy.deepcopy(value)
    try:
        document, _ = overlay(Document("api.yaml", value), [mending(*actions)])
    except Refusal as refusal:
        assert refusal.problems
    else:
        for pointer in document.origins:
            lookup(document.value, pointer)
    assert value == original
