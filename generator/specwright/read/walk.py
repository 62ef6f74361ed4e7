"""openapi-spec-validator's own walk over a document, for what its schemas cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from specwright.ir import Location
from specwright.problem import Problem, warning
from specwright.read.load import Document

if TYPE_CHECKING:
    import jsonschema_rs
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
    """The validators of the three versions, with schema validators that take linear time, and less of it."""
    from openapi_spec_validator.validation import keywords, validators

    def schema(base: Any) -> type[keywords.SchemaValidator]:
        class Schema(base):  # type: ignore[misc]
            def __init__(self, registry: Any) -> None:
                inherited: Any = super()
                inherited.__init__(registry)
                self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

            def __call__(self, schema: Any, *arguments: Any, **named: Any) -> Iterator[Any]:
                inherited: Any = super()
                yield from _placed(schema.parts, inherited.__call__(schema, *arguments, **named))

            @property
            def default_validator(self) -> Callable[[Any, Any], Iterator[Any]]:
                inherited: Any = super()
                validate = inherited.default_validator
                return lambda schema, value: _placed((*schema.parts, "default"), validate(schema, value))

            def _get_schema_checker(self, schema: Any, schema_value: Any) -> Callable[[Any], None]:
                inherited: Any = super()
                return partial(_check, inherited._get_schema_checker(schema, schema_value))

        return Schema

    def mended(base: type[SpecValidator], schema: type[keywords.SchemaValidator]) -> type[SpecValidator]:
        return type(base.__name__, (base,), {"keyword_validators": {**base.keyword_validators, "schema": schema}})

    return {
        "3.0": mended(validators.OpenAPIV30SpecValidator, schema(keywords.OpenAPIV30SchemaValidator)),
        "3.1": mended(validators.OpenAPIV31SpecValidator, schema(keywords.OpenAPIV31SchemaValidator)),
        "3.2": mended(validators.OpenAPIV32SpecValidator, schema(keywords.OpenAPIV32SchemaValidator)),
    }


def _placed(parts: Sequence[str | int], objections: Iterable[Any]) -> Iterator[Any]:
    """Objections to what stands at a place, which they do not know themselves; one that was placed stays there."""
    for objection in objections:
        if not hasattr(objection, "placed"):
            objection.path.extendleft(reversed(parts))
            objection.placed = True
        yield objection


def _check(check: Callable[[Any], None], schema: Any) -> None:
    """Check a schema by its metaschema: what jsonschema-rs has no fault with, the slower one need not look at."""
    method: Any = getattr(check, "func", check)
    quick = _metaschema(method.__self__, getattr(check, "keywords", {}).get("format_checker"))
    if quick is None or not quick.is_valid(schema):
        check(schema)


@cache
def _metaschema(dialect: Any, format_checker: Any) -> jsonschema_rs.Validator | None:
    """The metaschema of a dialect with its formats; nothing for one that cannot be had.

    That of `regex` is left out: the walk knows Python's only, and what no ECMA-262 expression is has been told.
    """
    import jsonschema_rs
    from openapi_schema_validator._specifications import REGISTRY

    checker = format_checker or dialect.FORMAT_CHECKER
    formats: dict[str, Callable[..., bool]] = {
        name: partial(_conforms, checker, name) for name in checker.checkers if name != "regex"
    }
    known: Any = [(uri, REGISTRY.contents(uri)) for uri in REGISTRY]
    try:
        registry = jsonschema_rs.Registry(known)
        return jsonschema_rs.validator_for(
            dialect.META_SCHEMA, formats=formats, validate_formats=True, registry=registry
        )
    except (ValueError, LookupError):
        return None


def _conforms(checker: Any, name: str, text: str) -> bool:
    return bool(checker.conforms(text, name))


def _problem(objection: Any, document: Document) -> Problem:
    place = Location("")
    for token in objection.absolute_path:
        place /= token
    message = str(objection.message)
    shortened = message if len(message) <= 160 else f"{message[:157]}..."
    remedy = "Mend it if it is not meant; what is generated does not depend on it."
    return warning("document-doubtful", shortened, document.locate(place.pointer), remedy)
