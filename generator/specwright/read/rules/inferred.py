"""The rule about what `specwright scaffold` inferred and nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.read.outline import Outline
from specwright.read.rules.finding import Finding, doubtful

MARK = "x-specwright-inferred"
_SHOWN = 12


def inferred_unconfirmed(outline: Outline) -> Iterator[Finding]:
    """A schema or an operation holds facts that were inferred from samples: `x-specwright-inferred` says which.

    They are used as they stand. One finding for each component and operation names all of its own.
    """
    owners: dict[str, dict[str, list[str]]] = {}
    for kind in ("schema", "operation", "parameter"):
        for node in outline.nodes[kind]:
            if MARK in node.value:
                owner, inner = _parted(node.pointer)
                owners.setdefault(owner, {}).setdefault(str(node.value[MARK]), []).append(inner)
    for owner, facts in owners.items():
        told = "; ".join(_told(fact, places) for fact, places in facts.items())
        remedy = f"Look each up, mend what is wrong, and remove its `{MARK}`."
        yield doubtful(owner, f"`{_title(owner)}` holds what was inferred: {told}", remedy)


def _parted(pointer: str) -> tuple[str, str]:
    """The pointer of the component or operation that holds a place, and the names on the way from there."""
    tokens = pointer.split("/")
    rest = [token for token in tokens[4:] if token not in ("properties", "schema", "content")]
    return "/".join(tokens[:4]), ".".join(rest)


def _title(owner: str) -> str:
    """`PATCH /things` for an operation, the name of a component."""
    *_, place, name = (token.replace("~1", "/").replace("~0", "~") for token in owner.split("/"))
    return f"{name.upper()} {place}" if owner.startswith("/paths/") else name


def _told(fact: str, places: list[str]) -> str:
    named = [place for place in places if place]
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return f"{fact} ({', '.join(named[:_SHOWN])}{more})" if named else fact
