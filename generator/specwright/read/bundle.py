"""A document and the local files that it refers to -> one document whose references are all plain pointers into it.

What a reference names in another file becomes a component of the kind of the place that refers to it. So does what it
names inside a schema by `$defs`, `$id` or `$anchor`, which are gone afterwards: a pointer says it all.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote, unquote

from specwright import naming
from specwright.ir import Location, escaped
from specwright.problem import Problem, warning
from specwright.read.draft import copied
from specwright.read.files import Files
from specwright.read.json_text import JsonValue
from specwright.read.keywords import last_token, members
from specwright.read.load import Document
from specwright.read.outline import SHAPES, Node, inside
from specwright.read.references import lookup, reference_of
from specwright.read.targets import DEFINITIONS, Targets

_SECTIONS = {kind: section for section, (_, kind) in SHAPES["components"].items()}
_NEW_SECTIONS = {"pathItems": "3.1", "mediaTypes": "3.2"}
_NAMING = ("$id", "$anchor", "$dynamicAnchor")
_TELLING = frozenset({"$ref", "$dynamicRef", "discriminator", *_NAMING})
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Bundle:
    """One document, the names of the other files that it was made of, and the references that could not be followed."""

    document: Document
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def bundle(document: Document, root: Path) -> Bundle:
    """The document in one piece; names of files are relative to `root`. One that already is is returned as it is."""
    if not _scattered(document.value):
        return Bundle(document)
    files = Files(document, root)
    while True:
        known = len(files)
        bundling = _Bundling(files)
        bundling.run()
        if len(files) == known:  # else what has been read may give a name to what was not found
            return bundling.result()


def _scattered(document: dict[str, Any]) -> bool:
    """Whether anything in a document looks like a reference that is no plain pointer, or like a name for one."""
    stack: list[dict[str, JsonValue] | list[JsonValue]] = [document]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            if not _TELLING.isdisjoint(value) and _refers(value):
                return True
            stack.extend(child for child in value.values() if isinstance(child, (dict, list)))
        else:
            stack.extend(child for child in value if isinstance(child, (dict, list)))
    return False


def _refers(value: dict[str, JsonValue]) -> bool:
    reference = reference_of(value) or "#/"
    discriminator = members(value.get("discriminator"))
    mapped = [discriminator.get("defaultMapping"), *members(discriminator.get("mapping")).values()]
    by_file = any(isinstance(target, str) and _like_a_reference(target) for target in mapped)
    inner = not reference.startswith("#/") or any(f"/{keyword}/" in reference for keyword in DEFINITIONS)
    return inner or by_file or any(isinstance(value.get(keyword), str) for keyword in ("$dynamicRef", *_NAMING))


def _like_a_reference(target: str) -> bool:
    """Whether a value of a discriminator's mapping is no name of a component and no plain pointer."""
    return not target.startswith("#/") and (
        "/" in target or "#" in target or target.endswith((".json", ".yaml", ".yml"))
    )


_Target: TypeAlias = tuple[str, Location]
"""The kind of an object, and where it stands in the files."""


class _Bundling:
    """One attempt to put everything in its place. What is referred to is placed first and filled in later."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._targets = Targets(files)
        self._version = str(files.document.value.get("openapi"))[:3]
        self._value: dict[str, Any] = {}
        self._origins: dict[str, Location] = {}
        self._homes: dict[_Target, str] = {}
        self._open: list[tuple[_Target, str]] = []
        self._folded: dict[str, set[str]] = {}
        self._problems: list[Problem] = []

    def run(self) -> None:
        """Rewrite the root document, then what it refers to, and so on."""
        root = self._files.document
        self._value = members(copied(root.value))
        self._adopt()
        self._rewrite("document", self._value, Location(root.file), "")
        for target, home in self._open:
            self._fill(target, home)

    def result(self) -> Bundle:
        """What has become of the document."""
        root = self._files.document
        read = tuple(document.file for document in self._files if document is not root)
        return Bundle(Document(root.file, self._value, self._origins), read, tuple(dict.fromkeys(self._problems)))

    # --- places

    def _adopt(self) -> None:
        """A component that is nothing but a reference to another file becomes what stands there."""
        components = members(self._value.get("components"))
        for section, (_, kind) in SHAPES["components"].items():
            for key, value in members(components.get(section)).items():
                pointer = f"/components/{section}/{escaped(key)}"
                target = self._target(kind, value, pointer)
                if target is not None and len(members(value)) == 1:
                    self._settle(target, pointer)

    def _target(self, kind: str, value: JsonValue, pointer: str) -> _Target | None:
        """What a reference of the root document leads to, if that is to be a component and is none yet."""
        reference = reference_of(value)
        found = self._targets.find(reference, kind, Location(self._files.document.file, pointer)) if reference else None
        if not isinstance(found, Location) or not self._targets.movable(found, kind) or (kind, found) in self._homes:
            return None
        return kind, found

    def _settle(self, target: _Target, home: str) -> str:
        self._homes[target] = home
        self._open.append((target, home))
        return home

    def _home(self, target: _Target, here: str) -> str | None:
        """Where a target is in the bundle. Without a section for its kind, it is where it is first referred to."""
        if target in self._homes:
            return self._homes[target]
        section = _SECTIONS.get(target[0], "")
        if section and self._version >= _NEW_SECTIONS.get(section, ""):
            key = self._key(section, target[1])
            return self._settle(target, f"/components/{section}/{key}") if key else None
        return self._settle(target, here) if target[0] == "path_item" else None

    def _key(self, section: str, target: Location) -> str | None:
        """A free key in a section of the components, whose place is taken at once; none if that is no object."""
        components: JsonValue = self._value.setdefault("components", {})
        taken = components.setdefault(section, {}) if isinstance(components, dict) else None
        if not isinstance(taken, dict):
            return None
        stem = posixpath.basename(target.file).partition(".")[0]
        wanted = _UNFIT.sub("-", last_token(target.pointer) if target.pointer else stem).strip("-") or section
        folded = self._folded.setdefault(section, {key.casefold() for key in taken})
        key = naming.unique(wanted, taken) if wanted.casefold() in folded else wanted
        folded.add(key.casefold())
        taken[key] = {}
        return key

    # --- references

    def _fill(self, target: _Target, home: str) -> None:
        """Put a copy of a target into its place, beside what stood there beside the reference."""
        kind, origin = target
        value = copied(lookup(self._files.named(origin.file).value, origin.pointer))
        holder: Any = lookup(self._value, home[: home.rfind("/")])
        siblings = {name: held for name, held in members(holder[last_token(home)]).items() if name != "$ref"}
        self._origins[home] = origin
        if isinstance(value, dict):
            self._rewrite(kind, value, origin, home)
            value |= siblings
        holder[last_token(home)] = value

    def _rewrite(self, kind: str, value: dict[str, Any], origin: Location, home: str) -> None:
        """Make plain pointers of all references in an object that comes from one place and is put at another."""
        for inner, node in list(inside(kind, Node("", value))):
            place, here = Location(origin.file, origin.pointer + node.pointer), home + node.pointer
            if reference := reference_of(node.value):
                node.value["$ref"] = self._rewritten(reference, inner, place, here)
            if inner == "schema":
                self._rewrite_schema(node.value, place, here)

    def _rewrite_schema(self, schema: dict[str, JsonValue], place: Location, here: str) -> None:
        if "discriminator" in schema:
            self._rewrite_discriminator(members(schema["discriminator"]), place, here)
        if self._version > "3.0":
            if isinstance(dynamic := schema.get("$dynamicRef"), str) and "$ref" not in schema:
                schema |= self._settled(dynamic, place, here)
            dropped = ("$dynamicRef", "$schema") if place.file != self._files.document.file else ("$dynamicRef",)
            for keyword in (*_NAMING, *dropped):
                if isinstance(schema.get(keyword), str):
                    del schema[keyword]

    def _settled(self, reference: str, place: Location, here: str) -> dict[str, JsonValue]:
        """A dynamic reference as a plain one, if it can mean but one thing; else nothing, and a warning."""
        meanings = self._targets.dynamic(reference)
        if meanings <= 1:
            return {"$ref": self._rewritten(reference, "schema", place, here)}
        message = f"`{reference}` can mean {meanings} schemas, so that here it admits any value"
        remedy = "Refer to one of them with `$ref`, in an overlay if the document is not yours."
        self._problems.append(warning("reference-dynamic", message, place / "$dynamicRef", remedy))
        return {}

    def _rewrite_discriminator(self, discriminator: dict[str, JsonValue], place: Location, here: str) -> None:
        mapping, at = members(discriminator.get("mapping")), place / "discriminator"
        held = [(mapping, name, at / "mapping" / name) for name in mapping]
        for holder, name, location in [*held, (discriminator, "defaultMapping", at / "defaultMapping")]:
            target = holder.get(name)
            if isinstance(target, str) and (_like_a_reference(target) or target.startswith("#")):
                holder[name] = self._rewritten(target, "schema", location, here)

    def _rewritten(self, reference: str, kind: str, place: Location, here: str) -> str:
        """A reference as a plain pointer, or as it was if there is nothing that it could point to."""
        found = self._targets.find(reference, kind, place)
        if not isinstance(found, Location):
            self._problems.extend(found)
            return reference
        home = self._home((kind, found), here) if self._targets.movable(found, kind) else found.pointer
        if home is None or unquote(reference) == f"#{home}":
            return reference
        return f"#{quote(home, safe=_PLAIN)}"


_PLAIN = "/~!$&'()*+,;=:@?"
"""What may stand in a fragment as it is (RFC 3986, section 3.5), beside letters, digits and `-._~`."""
