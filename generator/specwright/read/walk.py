"""openapi-spec-validator's own walk over a document, for what its schemas cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from specwright.ir import Location
from specwright.problem import Problem, warning
from specwright.read.load import Document
from specwright.read.references import lookup

if TYPE_CHECKING:
    import jsonschema_rs
    from openapi_spec_validator.validation.validators import SpecValidator


def walk(document: Document, version: str) -> Iterator[Problem]:
    """A warning for each of its objections. A reference that it cannot follow ends the walk: `lint` names it."""
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator.validation.exceptions import DuplicateOperationIDError

    validator = _validators()[version](dict(document.value))
    try:
        for objection in validator.root_validator(validator.schema_path):
            if not isinstance(objection, DuplicateOperationIDError):  # `lint` names both operations
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
    """The validators of the three versions, which say where their objections are."""
    from openapi_spec_validator.validation import validators

    def mended(base: type[SpecValidator]) -> type[SpecValidator]:
        placing = {keyword: _placing(each) for keyword, each in base.keyword_validators.items() if keyword != "default"}
        return type(base.__name__, (base,), {"keyword_validators": {**base.keyword_validators, **placing}})

    return {
        "3.0": mended(validators.OpenAPIV30SpecValidator),
        "3.1": mended(validators.OpenAPIV31SpecValidator),
        "3.2": mended(validators.OpenAPIV32SpecValidator),
    }


def _placing(base: Any) -> Any:
    """A validator of a part of a document, whose objections are placed there; one of schemas takes linear time."""
    from openapi_spec_validator.validation.keywords import SchemaValidator

    def call(self: Any, *arguments: Any, **named: Any) -> Iterator[Any]:
        parts = next(each.parts for each in arguments if hasattr(each, "parts"))
        yield from _placed(parts, base.__call__(self, *arguments, **named))

    def prepare(self: Any, registry: Any) -> None:
        base.__init__(self, registry)
        self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

    def default_validator(self: Any) -> Callable[[Any, Any], Iterator[Any]]:
        validate = base.default_validator.fget(self)
        return lambda schema, value: _placed((*schema.parts, "default"), validate(schema, value))

    def schema_checker(self: Any, schema: Any, schema_value: Any) -> Callable[[Any], None]:
        return partial(_check, base._get_schema_checker(self, schema, schema_value))

    of_schemas = {
        "__init__": prepare,
        "default_validator": property(default_validator),
        "_get_schema_checker": schema_checker,
    }
    return type(base.__name__, (base,), {"__call__": call, **(of_schemas if issubclass(base, SchemaValidator) else {})})


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
        place = _followed(document, place) / token
    place = _followed(document, place)
    message = str(objection.message)
    shortened = message if len(message) <= 160 else f"{message[:157]}..."
    remedy = "Mend it if it is not meant; everything is generated all the same."
    return warning("document-doubtful", shortened, document.locate(place.pointer), remedy)


def _followed(document: Document, place: Location) -> Location:
    """What a reference at a place leads to: the walk goes on there as if it stood here."""
    seen: set[str] = set()
    with suppress(LookupError):
        while isinstance(value := lookup(document.value, place.pointer), dict):
            reference = value.get("$ref")
            if not isinstance(reference, str) or reference in seen:
                break
            seen.add(reference)
            place = Location("", unquote(reference.removeprefix("#")))
    return place
