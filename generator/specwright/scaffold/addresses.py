"""The path of a request -> the template of its operation, and its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from specwright.read.json_text import JsonValue
from specwright.scaffold.document import Known, mapping
from specwright.scaffold.habits import Habits
from specwright.scaffold.infer import Schema, format_of
from specwright.scaffold.notes import INFERRED, Note, Sureness

_VARIABLE = re.compile(r"\{\{?\s*([^{}]+?)\s*\}\}?|:([A-Za-z]\w*)|<([\w-]+)>|\$\{?(\w+)\}?")
_BRACES = re.compile(r"%(?:7[bBdD]|3[cCeE])")
_TOKEN = re.compile(r"[0-9a-fA-F]{16,}|(?=[^\d]*\d)[A-Za-z0-9_:-]{20,}|[a-z]{2,8}_(?=\w*\d)[A-Za-z0-9]{6,}")


@dataclass(frozen=True, slots=True)
class Address:
    """The template of a path, and the parameter of each name in it, as OpenAPI has it."""

    path: str
    parameters: tuple[Schema, ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Recognises the parameters in the paths of requests, beside the paths that a document has."""

    document: Known
    habits: Habits
    notes: list[Note]

    def address(self, server: str, path: str) -> Address:
        """The template of a path, which is that of the document where it has the same one."""
        segments = [_braced(segment) for segment in self._path(server, path).split("/")[1:]]
        templates = [self._template(segments, index) for index in range(len(segments))]
        names = _apart([name for name, _ in templates])
        written = [f"{{{name}}}" if name else segment for name, segment in zip(names, segments, strict=True)]
        there = self._equal(written)
        names = [segment[1:-1] if segment.startswith("{") else "" for segment in there]
        parameters = (self._parameter(name, schema) for name, (_, schema) in zip(names, templates, strict=True) if name)
        return Address("/" + "/".join(there), tuple(parameters))

    def _path(self, server: str, path: str) -> str:
        """The path behind that of a server of the document."""
        servers = self.document.value.get("servers")
        known = [str(mapping(each).get("url", "")) for each in servers] if isinstance(servers, list) else []
        for url in sorted(known, key=len, reverse=True):
            base = urlsplit(url).path.rstrip("/") if "{" not in urlsplit(url).netloc else url.partition("}")[2]
            if base and path.startswith(f"{base}/"):
                return path[len(base) :]
        if known and not any(server and url.startswith(server) for url in known):
            self.notes.append(Note(Sureness.NOTED, server, "no server of the document has this address"))
        return path

    def _template(self, segments: list[str], index: int) -> tuple[str, Schema]:
        """The name of the parameter that a segment is, and its schema; an empty name if it is none."""
        segment = segments[index]
        if match := _VARIABLE.fullmatch(segment):
            name = next(filter(None, match.groups()))
            return (name.lower() if name.isupper() else re.sub(r"\W+", "_", name)), {"type": "string"}
        schema = _identifier(segment)
        sibling = self._sibling(segments, index, certain=bool(schema))
        if not schema and not sibling:
            return "", {}
        owner = segments[index - 1] if index else "root"
        name = sibling or self.habits.parameter_name(owner)
        self.notes.append(Note(Sureness.INFERRED, f"{{{name}}}", "a parameter in the place of a value of the path"))
        return name, schema or {"type": "string"}

    def _sibling(self, segments: list[str], index: int, *, certain: bool) -> str:
        """The name that another path has where this one has a value.

        A word that is no identifier is a value only if that path goes on as this one does.
        """
        for path in self.document.paths:
            other = path.split("/")[1:]
            if len(other) <= index or not _TEMPLATE.fullmatch(other[index]):
                continue
            if not _alike(other[:index], segments[:index]):
                continue
            goes_on = len(other) == len(segments) > index + 1 and other[index + 1 :] == segments[index + 1 :]
            if certain or goes_on:
                return other[index][1:-1]
        return ""

    def _equal(self, written: list[str]) -> list[str]:
        """The segments of a path of the document that differs in the names of its parameters only."""
        for path in self.document.paths:
            other = path.split("/")[1:]
            if len(other) == len(written) and all(
                one == two or (_TEMPLATE.fullmatch(one) and _TEMPLATE.fullmatch(two))
                for one, two in zip(other, written, strict=True)
            ):
                return other
        return written

    def _parameter(self, name: str, schema: Schema) -> Schema:
        """The parameter of a name: as other paths declare it, else as it was recognised."""
        for parameter in self._declared():
            found = mapping(self.document.resolved(parameter))
            if found.get("in") == "path" and found.get("name") == name:
                return mapping(parameter)
        if schema == {"type": "string"}:
            self.notes.append(Note(Sureness.INFERRED, f"{{{name}}}", "a parameter of the path: any text"))
            schema = {**schema, INFERRED: "type and format"}
        return {"name": name, "in": "path", "required": True, "schema": schema}

    def _declared(self) -> Iterator[JsonValue]:
        for item in self.document.paths.values():
            for holder in (item, *mapping(item).values()):
                parameters = mapping(holder).get("parameters")
                yield from parameters if isinstance(parameters, list) else ()


_TEMPLATE = re.compile(r"\{[^{}]+\}")


def _alike(template: Iterable[str], segments: Iterable[str]) -> bool:
    """Whether a path might be one of a template, as far as both go."""
    return all(bool(_TEMPLATE.fullmatch(one)) or one == two for one, two in zip(template, segments, strict=True))


def _braced(segment: str) -> str:
    """A segment whose braces and angles are not encoded; all else stays so."""
    return _BRACES.sub(lambda code: unquote(code[0]), segment)


def _identifier(segment: str) -> Schema:
    """The schema of what is no word of a path, but tells one thing from another; empty for a word."""
    if format_of(segment) == "uuid":
        return {"type": "string", "format": "uuid"}
    if segment.isascii() and segment.isdigit():
        return {"type": "integer"}
    return {"type": "string"} if _TOKEN.fullmatch(segment) else {}


def _apart(names: list[str]) -> list[str]:
    """The names, each different from those before it."""
    counts: dict[str, int] = {}
    apart: list[str] = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        apart.append(f"{name}_{counts[name]}" if name and counts[name] > 1 else name)
    return apart
