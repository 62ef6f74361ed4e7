from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class ChangeNotesRequest(Model):
    text: str | None | UNSET = UNSET


class ChangeNotesRequestDict(TypedDict, total=False):
    """`ChangeNotesRequest` as a dict, with the names of the wire."""

    text: str | None
