"""Rules about `$ref` and the names that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.ir import Location
from specwright.read.json_text import JsonValue
from specwright.read.outline import SHAPES, Node, Outline
from specwright.read.references import Circular, External, Missing
from specwright.read.rules.finding import Finding, doubtful, wrong


def reference_unresolved(outline: Outline) -> Iterator[Finding]:
    """A `$ref` names a place that the document does not have.

    Nothing can be generated for what refers to it: a misspelt or removed component is the usual cause.
    """
    for outcome in outline.dangling:
        if isinstance(outcome, Missing):
            remedy = "Define what it names, or mend the reference."
            yield wrong(outcome.pointer, f"`{outcome.reference}` names nothing in the document", remedy)


def reference_external(outline: Outline) -> Iterator[Finding]:
    """A `$ref` leads out of the document and was not followed.

    Files are read before overlays are applied, and only where the specification lets a reference stand.
    """
    for outcome in outline.dangling:
        if isinstance(outcome, External):
            remedy = "Put what it names in its place; files are read before overlays, and for Reference Objects alone."
            yield wrong(outcome.pointer, f"`{outcome.reference}` leads out of the document", remedy)


def reference_circular(outline: Outline) -> Iterator[Finding]:
    """A `$ref` leads to another `$ref` and so on, in the end back to itself: nothing is ever defined.

    A schema that contains itself through a property or an array is fine: values of it can end.
    """
    for outcome in outline.dangling:
        if isinstance(outcome, Circular):
            remedy = "Let one of the references name a definition."
            yield wrong(outcome.pointer, f"`{outcome.reference}` leads only back to itself", remedy)


def schema_contains_itself(outline: Outline) -> Iterator[Finding]:
    """A schema is part of its own `allOf`, directly or through references: what it means is never settled."""
    parts = {node.pointer: list(_parts(outline, node)) for node in outline.nodes["schema"] if "allOf" in node.value}
    tangled = _tangled(parts)
    for pointer in tangled:
        if _leads_back(pointer, tangled):
            remedy = "Remove it from its `allOf`, or move the common part into a schema of its own."
            yield wrong(pointer, "the schema is part of its own `allOf`", remedy)


def component_name_invalid(outline: Outline) -> Iterator[Finding]:
    """A component has a name with other characters than `A-Z a-z 0-9 . - _`.

    Section 4.8.7 forbids them; references to it may fail in other tools. The name is kept on the wire.
    """
    components: JsonValue = outline.document.value.get("components")
    for kind in SHAPES["components"]:
        section = components.get(kind) if isinstance(components, dict) else None
        for name in section if isinstance(section, dict) else ():
            if not _COMPONENT_NAME.fullmatch(name):
                pointer = (Location("", f"/components/{kind}") / name).pointer
                remedy = "Rename it with letters, digits, `.`, `-` and `_` only."
                yield doubtful(pointer, f"`{name}` is no valid name for a component", remedy)


_COMPONENT_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _parts(outline: Outline, node: Node) -> Iterator[str]:
    """Where the members of the `allOf` of a schema stand, references followed."""
    members = node.value["allOf"]
    for index, member in enumerate(members if isinstance(members, list) else []):
        if isinstance(member, dict):
            found = outline.resolved(Node(f"{node.pointer}/allOf/{index}", member))
            if found is not None:
                yield found.pointer


def _tangled(parts: dict[str, list[str]]) -> dict[str, list[str]]:
    """What is left after taking away, again and again, what has no part that is left: cycles and what leads there."""
    wholes: dict[str, list[str]] = {}
    for whole, inner in parts.items():
        for part in inner:
            wholes.setdefault(part, []).append(whole)
    open_parts = {whole: len(inner) for whole, inner in parts.items()}
    settled = [part for part in {*parts, *wholes} if not open_parts.get(part)]
    for part in settled:
        for whole in wholes.get(part, ()):
            open_parts[whole] -= 1
            if not open_parts[whole]:
                settled.append(whole)
    return {whole: inner for whole, inner in parts.items() if open_parts[whole]}


def _leads_back(start: str, edges: dict[str, list[str]]) -> bool:
    """Whether a walk along the edges comes back to its start."""
    stack, seen = list(edges[start]), set[str]()
    while stack:
        pointer = stack.pop()
        if pointer == start:
            return True
        if pointer not in seen:
            seen.add(pointer)
            stack.extend(edges.get(pointer, ()))
    return False
