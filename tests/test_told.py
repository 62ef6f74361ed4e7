"""Which unions a member tells apart."""

from __future__ import annotations

from typing import Any

import pytest

from specwright import ir
from specwright.read.load import Document
from specwright.read.normalise import normalise

TEXT = {"type": "string"}


def object_(kind: object = None, *, required: bool = True, name: str = "kind", **others: object) -> dict[str, Any]:
    properties = {name: kind, **others} if kind is not None else others
    return {"type": "object", "properties": properties, "required": [name] * required}


def told_by(*members: object, word: str = "anyOf", **components: object) -> ir.Discriminator | None:
    """What tells the members of a union apart that is a component."""
    schemas = {"U": {word: list(members)}, **components}
    value: Any = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    api, _ = normalise(Document("t.yaml", {**value, "components": {"schemas": schemas}}))
    (union,) = (named.schema for named in api.schemas if named.name == "U")
    assert isinstance(union, ir.Union)
    return union.told_by


CAT, DOG = object_({"const": "cat"}), object_({"enum": ["dog"], "type": "string"})
A_CAT = {"$ref": "#/components/schemas/Cat"}


@pytest.mark.parametrize("word", ["anyOf", "oneOf"])
def test_a_member_with_a_text_of_its_own_tells_objects_apart(word: str) -> None:
    expected = ir.Discriminator("kind", (("cat", "Cat"), ("dog", "UVariant2")))
    assert told_by(A_CAT, DOG, word=word, Cat=CAT) == expected
    assert told_by(A_CAT, DOG, {"type": "string"}, {"type": "null"}, {"type": "array"}, word=word, Cat=CAT) == expected


def test_a_text_may_have_a_name_and_an_object_another() -> None:
    kind = {"$ref": "#/components/schemas/CatKind"}
    alias = {"$ref": "#/components/schemas/Alias"}
    found = told_by(alias, DOG, Alias=A_CAT, Cat=object_(kind), CatKind={"const": "cat"})
    assert found == ir.Discriminator("kind", (("cat", "Alias"), ("dog", "UVariant2")))


def test_an_object_may_be_one_of_several_kinds_and_have_rules() -> None:
    dog = {**DOG, "type": ["object", "string"], "not": {"required": ["wings"]}}
    assert told_by(A_CAT, dog, Cat=CAT) is not None


@pytest.mark.parametrize(
    "other",
    [
        object_({"const": "cat"}, claws=TEXT),
        object_({"const": "dog"}, required=False),
        object_({"enum": ["dog", "wolf"]}),
        object_({"const": 1}),
        object_(TEXT),
        object_({"const": "dog"}, name="Kind"),
        {"type": "object"},
        {"not": {"type": "string"}},
    ],
)
def test_an_alternative_that_does_not_say_what_it_is_leaves_all_to_be_tried(other: object) -> None:
    assert told_by(A_CAT, other, Cat=CAT) is None


def test_a_member_of_another_name_in_python_does_not_count() -> None:
    assert told_by(*(object_({"const": text}, name="@kind") for text in ("cat", "dog"))) is None
