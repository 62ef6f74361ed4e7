"""openapi-spec-validator's own walk over a document, for what its schemas cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from specwright.ir import Location
from specwright.problem import Problem, warning
from specwright.read.load import Document

if TYPE_CHECKING:
    from openapi_spec_validator.validation.validators import SpecValidator


def walk(document: Document, version: str) -> Iterator[Problem]:
    """A warning for each of its objections. A reference that it cannot follow ends the walk: `lint` names it."""
    from jsonschema.exceptions import ValidationError

    validator = _validators()[version](dict(document.value))
    try:
        for objection in validator.root_validator(validator.schema_path):
            yield _problem(objection, document)
    except (ValidationError, LookupError, TypeError, ValueError, RecursionError, AssertionError):
        return
    except Exception as failure:  # its resolver raises errors of several libraries, which share no base
        if "resolv" not in type(failure).__name__.lower() and "referenc" not in type(failure).__module__:
            raise


class _Seen(list[int]):
    """A list that knows its items: the walk asks for each schema whether it has seen it before."""

    def __init__(self) -> None:
        super().__init__()
        self._items: set[int] = set()

    def append(self, item: int, /) -> None:
        self._items.add(item)

    def __contains__(self, item: object, /) -> bool:
        return item in self._items


def _validators() -> dict[str, type[SpecValidator]]:
    """The validators of the three versions, with schema validators that take linear time."""
    from openapi_spec_validator.validation import keywords, validators

    class Schema30(keywords.OpenAPIV30SchemaValidator):
        def __init__(self, registry: Any) -> None:
            super().__init__(registry)
            self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

    class Schema31(keywords.OpenAPIV31SchemaValidator):
        def __init__(self, registry: Any) -> None:
            super().__init__(registry)
            self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

    class Schema32(keywords.OpenAPIV32SchemaValidator):
        def __init__(self, registry: Any) -> None:
            super().__init__(registry)
            self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

    def mended(base: type[SpecValidator], schema: type[keywords.SchemaValidator]) -> type[SpecValidator]:
        return type(base.__name__, (base,), {"keyword_validators": {**base.keyword_validators, "schema": schema}})

    return {
        "3.0": mended(validators.OpenAPIV30SpecValidator, Schema30),
        "3.1": mended(validators.OpenAPIV31SpecValidator, Schema31),
        "3.2": mended(validators.OpenAPIV32SpecValidator, Schema32),
    }


def _problem(objection: Any, document: Document) -> Problem:
    place = Location("")
    for token in objection.absolute_path:
        place /= token
    message = str(objection.message)
    shortened = message if len(message) <= 160 else f"{message[:157]}..."
    remedy = "Mend it if it is not meant; what is generated does not depend on it."
    return warning("document-doubtful", shortened, document.locate(place.pointer), remedy)
