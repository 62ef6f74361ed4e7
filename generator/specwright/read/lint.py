"""What is wrong with a document beyond the schema of OpenAPI: names, places and references that do not meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from specwright.problem import Problem
from specwright.read.load import Document
from specwright.read.outline import Outline
from specwright.read.rules import inferred, paths, recent, references, schemas, unsent
from specwright.read.rules.finding import Finding

Rule: TypeAlias = Callable[[Outline], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    references.reference_unresolved,
    references.reference_external,
    references.reference_circular,
    references.schema_contains_itself,
    references.component_name_invalid,
    paths.path_parameter_undeclared,
    paths.path_parameter_unused,
    paths.path_parameter_optional,
    paths.framing_parameter_left_out,
    paths.path_ambiguous,
    paths.parameter_duplicated,
    paths.operation_id_duplicated,
    paths.status_key_invalid,
    paths.request_body_without_content,
    paths.security_scheme_undefined,
    paths.tag_duplicated,
    schemas.schema_keyword_mistyped,
    schemas.nullable_ignored,
    schemas.reference_siblings_ignored,
    schemas.default_type_mismatch,
    schemas.discriminator_target_missing,
    schemas.discriminator_property_missing,
    schemas.discriminator_undecided,
    recent.item_schema_unread,
    recent.querystring_parameter_left_out,
    recent.cookie_style_unknown,
    recent.method_in_lower_case,
    unsent.part_header_unsent,
    unsent.parameter_content_unwritten,
    unsent.security_scheme_unfilled,
    inferred.inferred_unconfirmed,
)


def lint(document: Document) -> tuple[Problem, ...]:
    """Everything that the rules find, each thing once, in the order of the rules and then of the document."""
    outline = Outline(document)
    return tuple(dict.fromkeys(_problem(rule, finding, document) for rule in RULES for finding in rule(outline)))


def code(rule: Rule) -> str:
    """The id of a rule: its name in kebab case."""
    return rule.__name__.replace("_", "-")


def _problem(rule: Rule, finding: Finding, document: Document) -> Problem:
    location = document.locate(finding.pointer)
    return Problem(code(rule), finding.severity, finding.message, location, finding.remedy)
