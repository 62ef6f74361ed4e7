"""Materials -> what a document would be with them, and what has to be said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specwright.ir import Location
from specwright.problem import Problem, Refusal, error
from specwright.scaffold.addresses import Address
from specwright.scaffold.document import Known, known, mapping
from specwright.scaffold.grow import grown
from specwright.scaffold.material import Material
from specwright.scaffold.merge import merged
from specwright.scaffold.notes import Note, homeless_note
from specwright.scaffold.operation import Planning
from specwright.scaffold.source import Text
from specwright.scaffold.splice import Spliced, splice


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document with new operations: `titles` names each, `notes` are the loss report."""

    spliced: Spliced
    titles: tuple[str, ...]
    notes: tuple[Note, ...]


def propose(document: Text, materials: Iterable[Material], *, merge: bool) -> Proposal:
    """The document with an operation for each material; one that is there is widened if `merge` says so.

    One that an earlier material added is widened in any case. Raises `Refusal` if one is there and is not to be
    widened, or if the text has no place for it.
    """
    value, titles, notes = known(document.value, document.name).value, list[str](), list[Note]()
    for material in materials:
        _refuse_unknown(material, Known(value), document.name)
        planning = Planning.beside(Known(value))
        address = planning.address(material)
        title = f"{material.request.method} {address.path}"
        if not _there(material, address, Known(value), document.name):
            value = grown(value, planning.plan(material, address))
            planning.notes.extend(map(homeless_note, material.homeless))
        elif merge or title in titles:
            value = merged(value, material, address, planning)
        else:
            raise Refusal([_exists(title, address.path, material, document.name)], findings=True)
        titles.append(title)
        notes += planning.notes
    return Proposal(splice(document, value), tuple(dict.fromkeys(titles)), tuple(dict.fromkeys(notes)))


def _there(material: Material, address: Address, document: Known, name: str) -> bool:
    """Whether the document has the operation. Raises `Refusal` if what its path holds stands elsewhere."""
    item = mapping(document.paths.get(address.path))
    if "$ref" in item:
        raise Refusal([_elsewhere(address.path, name)], findings=True)
    return material.request.method.lower() in item


def _refuse_unknown(material: Material, document: Known, name: str) -> None:
    """Schemas that are asked for by name must be there."""
    names = [material.body_schema, *(answer.schema_name for answer in material.answers)]
    missing = [each for each in names if each and each not in document.components("schemas")]
    if missing:
        raise Refusal([_schema_unknown(each, name) for each in missing], findings=True)


def _schema_unknown(schema: str, name: str) -> Problem:
    remedy = "Name a schema under components/schemas, or give a sample with --curl and --response."
    place = Location(name, "/components/schemas")
    return error("schema-unknown", f"the document has no schema `{schema}`", place, remedy)


def _elsewhere(path: str, name: str) -> Problem:
    place = Location(name) / "paths" / path
    remedy = "Name the file that it refers to with --into, or add the operation by hand."
    return error("path-elsewhere", f"what `{path}` holds stands elsewhere: it is a reference", place, remedy)


def _exists(title: str, path: str, material: Material, name: str) -> Problem:
    place = Location(name) / "paths" / path / material.request.method.lower()
    remedy = "Widen it by what is new with --merge, or remove it first."
    return error("operation-exists", f"the document has the operation {title}", place, remedy)
