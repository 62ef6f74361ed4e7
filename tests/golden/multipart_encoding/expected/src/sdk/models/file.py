from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.files import File as _File, Upload
from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import Integer

if TYPE_CHECKING:
    from .file_about import FileAbout, FileAboutDict
    from .file_range import FileRange, FileRangeDict


class File(Model):
    file: Upload
    pages: list[Upload] | UNSET = UNSET
    about: FileAbout | UNSET = UNSET
    key: str | UNSET = UNSET
    note: str | UNSET = UNSET
    range: FileRange | UNSET = UNSET
    ids: list[Integer] | UNSET = UNSET


class FileDict(TypedDict):
    """`File` as a dict, with the names of the wire."""

    file: _File | str
    pages: NotRequired[list[_File | str]]
    about: NotRequired[FileAboutDict]
    key: NotRequired[str]
    note: NotRequired[str]
    range: NotRequired[FileRangeDict]
    ids: NotRequired[list[int]]


later(__name__, "FileAbout", "FileAboutDict", "FileRange", "FileRangeDict")
