"""Whether a document is what its version of OpenAPI calls one, as openapi-spec-validator judges it.

Its schemas are run by jsonschema-rs directly, which places what it finds; only then does its own walk over the
document follow, for what schemas cannot say. What that finds beyond `lint` (a default that is not of its type, a
required property that no part of an `allOf` declares) hurts no code that is generated, and is a warning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specwright.ir import Json, Location
from specwright.problem import Problem, Refusal, Severity, error, failed
from specwright.read.json_text import JsonValue
from specwright.read.lint import lint
from specwright.read.load import Document
from specwright.read.outline import Outline
from specwright.read.walk import walk

if TYPE_CHECKING:
    import jsonschema_rs


@dataclass(frozen=True, slots=True)
class Validated:
    """What is wrong with a document, in order. With one that is `sound` it makes sense to go on and ask for doubts."""

    problems: tuple[Problem, ...]
    sound: bool


def validate(document: Document) -> Validated:
    """What `lint` finds, and what else is not as the specification has it, each part in the order of its places.

    Raises `Refusal` if the document is of no version of OpenAPI that is known.
    """
    version = _version(document)
    objections = [objection for failure in _failures(document, version) for objection in _objections(failure)]
    harmless = _harmless_places(document) if objections else frozenset[str]()
    problems = [objection.problem(document, harmless) for objection in _significant(objections)]
    linted = lint(document)
    told = (*linted, *sorted(set(unsaid(problems, linted)), key=_place))
    return Validated(told, sound=not problems and not failed(linted))


def doubts(document: Document) -> tuple[Problem, ...]:
    """What openapi-spec-validator finds on its walk over a document that is sound; it takes its time."""
    return tuple(sorted(set(walk(document, _version(document))), key=_place))


def unsaid(problems: Iterable[Problem], told: Collection[Problem]) -> tuple[Problem, ...]:
    """The problems at places that none of those told before names."""
    places = {problem.location for problem in told}
    return tuple(problem for problem in problems if problem.location not in places)


# --- versions ---------------------------------------------------------------------------------------------------------


def _version(document: Document) -> str:
    """`3.0`, `3.1` or `3.2`. Raises `Refusal` for any other."""
    value: dict[str, JsonValue] = document.value
    version = value.get("openapi")
    if isinstance(version, str) and (match := re.match(r"3\.[012](?=\.|$)", version)):
        return match[0]
    raise Refusal([_version_problem(value, version, document)], findings=True)


def _version_problem(value: dict[str, JsonValue], version: JsonValue, document: Document) -> Problem:
    if "swagger" in value:
        message = f"the document is Swagger {value['swagger']}, not OpenAPI 3"
        remedy = "Convert it, for example with `npx swagger2openapi --outfile openapi.yaml <file>`."
        return error("openapi-version-unsupported", message, document.locate("/swagger"), remedy)
    if "openapi" not in value:
        remedy = "Name an OpenAPI document, or begin this one with `openapi: 3.1.0`."
        return error("openapi-version-missing", "the document has no `openapi` key", document.locate(""), remedy)
    location = document.locate("/openapi")
    if not isinstance(version, str):
        message, remedy = "the version of OpenAPI is no text", "Write it in full and in quotes: `openapi: '3.1.0'`."
        return error("openapi-version-unsupported", message, location, remedy)
    message, remedy = f"OpenAPI {_short(version)} is not known", "Use a document of OpenAPI 3.0, 3.1 or 3.2."
    return error("openapi-version-unsupported", message, location, remedy)


# --- the schemas of OpenAPI -------------------------------------------------------------------------------------------


_DIALECT = {"3.1": "https://spec.openapis.org/oas/3.1/dialect/base", "3.2": "https://spec.openapis.org/oas/3.2/dialect"}


def _failures(document: Document, version: str) -> list[jsonschema_rs.ValidationError]:
    dialect = str(document.value.get("jsonSchemaDialect", _DIALECT.get(version)))
    own_dialect = dialect.startswith(_DIALECT.get(version, "none"))
    return list(_validator(version, own_dialect).iter_errors(document.value))


def schema_of(version: str) -> dict[str, Any]:
    """The schema of a version, from where openapi-spec-validator has it: to import that takes as long as all else."""
    found = find_spec("openapi_spec_validator")
    folder = Path(str(found and found.origin)).parent
    schema: dict[str, Any] = json.loads((folder / "resources" / "schemas" / f"v{version}" / "schema.json").read_bytes())
    return schema


@lru_cache
def _validator(version: str, own_dialect: bool) -> jsonschema_rs.Validator:
    """The schema of a version. From 3.1 on it says nothing of schemas; with `own_dialect` JSON Schema's does."""
    import jsonschema_rs

    schema = schema_of(version)
    if not own_dialect:
        return jsonschema_rs.validator_for(schema)
    entry = {
        "$id": "https://specwright.invalid/openapi",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": "https://json-schema.org/draft/2020-12/schema"}},
    }
    return jsonschema_rs.validator_for(entry, registry=jsonschema_rs.Registry([(schema["$id"], schema)]))


# --- from failures to problems ----------------------------------------------------------------------------------------


_LIVED_WITH = ("format", "additionalProperties", "unevaluatedProperties", "uniqueItems")
_PROSE = ("/info/contact", "/info/license", "/info/summary", "/tags", "/externalDocs", "/servers")


def _harmless_places(document: Document) -> frozenset[str]:
    """The places where what is wrong costs nothing that is generated."""
    nodes = Outline(document).nodes
    return frozenset({*_PROSE, *(node.pointer for kind in ("schema", "example", "link") for node in nodes[kind])})


def _around(pointer: str) -> Iterator[str]:
    """A place and those around it."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class _Objection:
    """One thing that a person can mend: `path` is the value that a keyword fails on, `pointer` the place to go to."""

    keyword: str
    path: tuple[str | int, ...]
    pointer: str
    message: str
    remedy: str

    def problem(self, document: Document, harmless: Collection[str]) -> Problem:
        """The objection as a problem. A wrong format, a member nobody reads and whatever is wrong with prose harm
        nothing that is generated; nor does what is wrong in a schema, unless `lint` objects.
        """
        lived_with = self.keyword in _LIVED_WITH or any(place in harmless for place in _around(self.pointer))
        severity = Severity.WARNING if lived_with else Severity.ERROR
        return Problem("document-invalid", severity, self.message, document.locate(self.pointer), self.remedy)


def _objections(failure: jsonschema_rs.ValidationError) -> Iterator[_Objection]:
    """What is wrong where alternatives failed is what is wrong with the one that was meant."""
    branches: list[list[jsonschema_rs.ValidationError]] = getattr(failure.kind, "context", [])
    if not all(branches) or not branches:
        yield from _plain(failure)
    elif deciding := _deciding(branches):
        yield _enum(deciding[0], [_allowed(inner)[0] for inner in deciding])
    else:
        for inner in _meant(failure, branches):
            yield from _objections(inner)


def _deciding(branches: list[list[jsonschema_rs.ValidationError]]) -> list[jsonschema_rs.ValidationError]:
    """The failures of the property that decides between alternatives, if it is what fails in every one."""
    found = [inner for branch in branches for inner in branch if _of_another_value(inner)][: len(branches)]
    places = {tuple(inner.instance_path) for inner in found}
    return found if len(found) == len(branches) > 1 and len(places) == 1 else []


def _meant(
    failure: jsonschema_rs.ValidationError, branches: list[list[jsonschema_rs.ValidationError]]
) -> list[jsonschema_rs.ValidationError]:
    """The alternative that fits best: right in kind, and failing as far inside, at as few places, as possible."""
    fitting = [branch for branch in branches if not any(_of_another_kind(inner, failure) for inner in branch)]
    return max(fitting or branches, key=lambda branch: (max(_depth(inner) for inner in branch), -len(branch)))


def _of_another_kind(inner: jsonschema_rs.ValidationError, failure: jsonschema_rs.ValidationError) -> bool:
    """Whether an alternative was not meant: a reference, another type, another value of a deciding property."""
    reference = inner.kind.name == "required" and inner.kind.value == "$ref"
    other_type = inner.kind.name == "type" and _depth(inner) == _depth(failure)
    return reference or other_type or _of_another_value(inner)


def _of_another_value(inner: jsonschema_rs.ValidationError) -> bool:
    return inner.kind.name in ("enum", "const") and len(_allowed(inner)) == 1


def _allowed(failure: jsonschema_rs.ValidationError) -> list[Any]:
    value = failure.kind.value
    return list(value) if failure.kind.name == "enum" else [value]


def _depth(failure: jsonschema_rs.ValidationError) -> int:
    return len(failure.instance_path)


def _plain(failure: jsonschema_rs.ValidationError) -> Iterator[_Objection]:
    """A failure in words, one objection for each name where it is about names."""
    match failure.kind.name:
        case "additionalProperties" | "unevaluatedProperties":
            for name in failure.kind.value:
                remedy = "Remove it, or mend its name; an extension begins with `x-`."
                yield _objection(failure, f"`{name}` has no place here", remedy, name)
        case "propertyNames":
            name = failure.kind.value.instance
            yield _objection(failure, f"`{name}` is no valid name", "Use letters, digits, `.`, `-` and `_` only.", name)
        case "required":
            yield _objection(failure, f"`{failure.kind.value}` is missing", "Add it; it is required here.")
        case "type":
            kinds = " or ".join(failure.kind.value)
            yield _objection(
                failure, f"{_short(failure.instance)} is not of type {kinds}", f"Write a value of type {kinds}."
            )
        case "enum" | "const":
            yield _enum(failure, _allowed(failure))
        case _:
            remedy = "Mend the value; the OpenAPI specification says what it may be."
            yield _objection(failure, _shortened(failure.message, 160), remedy)


def _enum(failure: jsonschema_rs.ValidationError, options: list[Any]) -> _Objection:
    listed = _shortened(", ".join(str(option) for option in options), 160)
    return _objection(failure, f"{_short(failure.instance)} is none of: {listed}", f"Write one of: {listed}.")


def _objection(failure: jsonschema_rs.ValidationError, message: str, remedy: str, *below: str) -> _Objection:
    path = tuple(failure.instance_path)
    place = Location("")
    for token in (*path, *below):
        place /= token
    return _Objection(failure.kind.name, path, place.pointer, message, remedy)


def _significant(objections: list[_Objection]) -> Iterator[_Objection]:
    """All but those that call a name unknown only because something else is wrong inside its object."""
    paths = [objection.path for objection in objections if objection.keyword != "unevaluatedProperties"]
    broken = {path[:length] for path in paths for length in range(len(path) + 1)}
    for objection in objections:
        if objection.keyword != "unevaluatedProperties" or objection.path not in broken:
            yield objection


def _short(value: object) -> str:
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            return _shortened(Json.of(value).text, 60)


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 3]}..."


def _place(problem: Problem) -> tuple[str, str, str]:
    location = problem.location
    return (location.file, location.pointer, problem.message) if isinstance(location, Location) else ("", "", "")
