"""What the references of a document and its files lead to: a place in one of them, or a problem."""

from __future__ import annotations

from collections.abc import Sequence

from specwright.ir import Location
from specwright.problem import Problem, error
from specwright.read.files import Absent, Broken, Files, Opened, Outside, Remote
from specwright.read.json_text import JsonValue
from specwright.read.load import Document
from specwright.read.references import lookup, reference_of
from specwright.read.resources import Resources

DEFINITIONS = ("$defs", "definitions")
"""The members of a schema that hold further ones for its own use."""


class Targets:
    """Finds the targets of references; files are read as they are asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._root = files.document.file
        self._modern = not str(files.document.value.get("openapi")).startswith("3.0")
        self._resources = Resources(files, modern=self._modern)

    def find(self, reference: str, kind: str, place: Location) -> Location | Sequence[Problem]:
        """Where that stands which a reference names; of a chain of mere references through files, its end.

        A reference that the root document makes to itself is left to `lint` if it leads nowhere: no problem is told.
        """
        found, passed = self._step(reference, place), set[Location]()
        while isinstance(found, Location) and self.movable(found, kind) and found not in passed:
            passed.add(found)
            value = self._at(found)
            further = reference_of(value) if isinstance(value, dict) and len(value) == 1 else None
            following = self._step(further, found) if further else None
            if not isinstance(following, Location):
                break
            found = following
        return found

    def movable(self, place: Location, kind: str) -> bool:
        """Whether what stands at a place is to be a component, and is none of the root document's."""
        if place.file != self._root:
            return True
        parts = place.pointer.split("/")
        inner = parts[:2] != ["", "components"] or len(parts) > 4
        defined = self._modern and len(parts) > 2 and parts[-2] in DEFINITIONS
        return kind == "schema" and inner and (defined or place in self._resources)

    def dynamic(self, reference: str) -> int:
        """How many schemas a dynamic reference can mean, depending on how it is reached; none if it is a plain one."""
        return self._resources.dynamic(reference.partition("#")[2])

    def _step(self, reference: str, place: Location) -> Location | list[Problem]:
        """Where one reference leads to: to a schema by its URI, or into a file."""
        named = self._resources.find(reference, place)
        if named is not None and self._exists(named):
            return named
        path, _, fragment = reference.partition("#")
        opened = self._files.open(path, place.file) if path else self._files.named(place.file)
        if not isinstance(opened, Document):
            return _refused(opened, reference, place)
        found = self._resources.within(Location(opened.file), fragment)
        if found is not None and self._exists(found):
            return found
        own = opened.file == place.file == self._root
        return [] if own else [_missing(reference, opened.file, place)]

    def _exists(self, place: Location) -> bool:
        try:
            self._at(place)
        except LookupError:
            return False
        return True

    def _at(self, place: Location) -> JsonValue:
        return lookup(self._files.named(place.file).value, place.pointer)


def _missing(reference: str, file: str, place: Location) -> Problem:
    remedy = "Define what it names, or mend the reference."
    return error("reference-unresolved", f"`{reference}` names nothing in {file}", place, remedy)


def _refused(opened: Opened, reference: str, place: Location) -> list[Problem]:
    match opened:
        case Remote():
            message = f"`{reference}` is a URL, and nothing is ever fetched"
            remedy = "Save what it names in a file beside the document, and refer to that."
            return [error("reference-remote", message, place, remedy)]
        case Outside():
            message = f"`{reference}` leads out of the project, whose files alone are read"
            remedy = "Copy the file into the project, and refer to it by a relative path."
            return [error("reference-outside", message, place, remedy)]
        case Absent(name=name):
            message = f"`{reference}` refers to {name}, and there is no such file"
            return [error("reference-file-missing", message, place, "Mend the path; it counts from the file it is in.")]
        case Broken(name=name, problems=problems):
            message = f"`{reference}` refers to {name}, which cannot be read"
            return [*problems, error("reference-file-broken", message, place, "Mend that file.")]
        case Document():
            return []
