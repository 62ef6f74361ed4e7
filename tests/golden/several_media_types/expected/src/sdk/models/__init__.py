"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .change_notes_request import ChangeNotesRequest as ChangeNotesRequest
    from .change_notes_request import ChangeNotesRequestDict as ChangeNotesRequestDict
    from .note import Note as Note
    from .note import NoteDict as NoteDict
else:
    _MODULES = {
        "ChangeNotesRequest": "change_notes_request",
        "ChangeNotesRequestDict": "change_notes_request",
        "Note": "note",
        "NoteDict": "note",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
