"""`$id` and `$anchor` of JSON Schema 2020-12, sections 8.2.1 and 8.2.2: what a reference may name besides a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote, urljoin

from specwright.ir import Location, escaped
from specwright.read.json_text import JsonValue
from specwright.read.load import Document

_ANCHORS = ("$anchor", "$dynamicAnchor")
_LITERAL = frozenset({"const", "default", "enum", "example", "examples", "value"})
"""Members that hold data, in which a `$id` is no keyword."""
_NAMES = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas"})
"""Members whose members have names that are no keywords."""


class Resources:
    """The schemas of some files that have a URI or an anchor; none before OpenAPI 3.1, which `modern` tells apart."""

    def __init__(self, documents: Iterable[Document], *, modern: bool) -> None:
        self._places: dict[str, Location] = {}
        self._uris: dict[Location, str] = {}
        self._anchors: dict[tuple[Location, str], Location] = {}
        self._named: set[Location] = set()
        self._dynamic: Counter[str] = Counter()
        for document in documents if modern else ():
            self._index(document)

    def find(self, reference: str, place: Location) -> Location | None:
        """What a reference, standing at a place, names by the URI of a schema; nothing if it does not."""
        uri, _, fragment = _joined(self._base(place), reference).partition("#")
        resource = self._places.get(uri)
        return None if resource is None else self.within(resource, fragment)

    def within(self, resource: Location, fragment: str) -> Location | None:
        """What a fragment, a pointer or the name of an anchor, names in a file or a schema that has a URI."""
        name = unquote(fragment)
        if name and not name.startswith("/"):
            return self._anchors.get((resource, name))
        return Location(resource.file, resource.pointer + name)

    def dynamic(self, name: str) -> int:
        """How many schemas have a dynamic anchor of this name."""
        return self._dynamic[name]

    def __contains__(self, place: Location) -> bool:
        """Whether the schema at a place has a URI or an anchor of its own."""
        return place in self._named

    def _base(self, place: Location) -> str:
        """The URI of the nearest schema around a place that has one, else that of the file."""
        pointer = place.pointer
        while pointer and Location(place.file, pointer) not in self._uris:
            pointer = pointer[: pointer.rfind("/")]
        return self._uris.get(Location(place.file, pointer)) or _uri(place.file)

    def _index(self, document: Document) -> None:
        """Note every name in a document. An object is noted under the schema with a URI that is nearest around it."""
        root = Location(document.file)
        if own := _text(document.value, "$self"):
            self._put(_joined(_uri(document.file), own), root)
        stack = [("", document.value, root, False)]
        while stack:
            pointer, value, resource, named = stack.pop()
            if not named:
                resource = self._note(value, Location(document.file, pointer), resource)
            children = [(f"{pointer}/{token}", child, resource, names) for token, child, names in _inside(value, named)]
            stack.extend(reversed(children))

    def _note(self, value: dict[str, JsonValue], place: Location, resource: Location) -> Location:
        """Note the names of one object; returns what its anchors and those inside it belong to."""
        if identifier := _text(value, "$id"):
            self._put(_joined(self._uris.get(resource) or _uri(place.file), identifier), place)
            resource = place
        self._dynamic.update(filter(None, [_text(value, "$dynamicAnchor")]))
        for keyword in _ANCHORS:
            if name := _text(value, keyword):
                self._anchors.setdefault((resource, name), place)
                self._named.add(place)
        return resource

    def _put(self, uri: str, place: Location) -> None:
        self._uris[place] = uri.partition("#")[0]
        self._places.setdefault(self._uris[place], place)
        self._named.add(place)


def _inside(value: JsonValue, named: bool) -> Iterator[tuple[str, dict[str, JsonValue], bool]]:
    """The objects right inside a value, each with its token, and whether its members are names."""
    if isinstance(value, dict):
        for name, child in value.items():
            if named or (name not in _LITERAL and not name.startswith("x-")):
                yield from _objects(escaped(name), child, not named and name in _NAMES)


def _objects(token: str, value: JsonValue, named: bool) -> Iterator[tuple[str, dict[str, JsonValue], bool]]:
    if isinstance(value, dict):
        yield token, value, named
    for index, item in enumerate(value if isinstance(value, list) else []):
        yield from _objects(f"{token}/{index}", item, False)


def _uri(file: str) -> str:
    return f"file:///{quote(file.lstrip('/'))}"


def _joined(base: str, reference: str) -> str:
    """The URI that a reference stands for; one that is malformed stands for itself."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def _text(value: Mapping[str, JsonValue], keyword: str) -> str:
    text = value.get(keyword)
    return text if isinstance(text, str) else ""
