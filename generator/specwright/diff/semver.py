"""Which version number is honest after a change: section 8 of Semantic Versioning, for the package of an API."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from specwright.diff.change import Change, Level


class Bump(StrEnum):
    """The part of a version number that a change asks for."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


def bump(changes: Iterable[Change], *, additions: bool, edited: bool) -> Bump:
    """Major if anything breaks; minor if anything else changes on the wire, or the package has `additions`.

    Patch if the document was `edited` at all: descriptions are part of the package. Handlers of a server that must be
    adapted are a warning and no reason for a major version: else each new parameter would be one.
    """
    levels = {change.level for change in changes}
    if Level.ERROR in levels:
        return Bump.MAJOR
    if levels or additions:
        return Bump.MINOR
    return Bump.PATCH if edited else Bump.NONE
