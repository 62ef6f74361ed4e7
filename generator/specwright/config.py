"""The `[tool.specwright.targets.NAME]` tables of a pyproject.toml: what to generate, from what, and where to."""

from __future__ import annotations

import difflib
import keyword
import os
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from specwright.problem import Position, Problem, Refusal, error

_REQUIRED = ("spec", "output", "package")
_TEXTS = (*_REQUIRED, "version", "templates")
_LISTS = ("overlays", "waive")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_TOML_NAME = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*""")
_EXAMPLE = """write this table into pyproject.toml:
[tool.specwright.targets.petstore]
spec = "spec/petstore.yaml"
output = "generated/petstore"
package = "petstore"
"""

_Table: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class Target:
    """One output: its document and where it goes.

    Paths are as the user wrote them, relative to `root`, the folder of the pyproject.toml. An empty `package` stands
    for the slug of the document's title, no `version` for the document's, no `templates` for ours.
    """

    name: str
    spec: str
    overlays: tuple[str, ...]
    output: str
    package: str
    version: str | None
    templates: str | None
    waive: tuple[str, ...]
    root: Path


def read_config(start: Path) -> tuple[Target, ...]:
    """The targets of the nearest pyproject.toml, at `start` or above, that has a `[tool.specwright]` table.

    There is at least one. Raises Refusal (a run at fault) with everything that is wrong in the file.
    """
    source = _nearest(start.absolute())
    tables = _targets(source)
    problems = [problem for name, table in tables.items() for problem in _faults(source, name, table)]
    problems += _shared_outputs(source, tables)
    if problems:
        raise Refusal(problems, findings=False)
    return tuple(_target(source, name, table) for name, table in tables.items())


def target_of(spec: str, output: str, package: str, overlays: tuple[str, ...]) -> Target:
    """A target without a configuration: a document and a folder, both relative to the working directory.

    Raises Refusal (a run at fault) for a package that cannot be imported; an empty one is the slug of the title.
    """
    if package and not _importable(package):
        raise Refusal([error("config-package", _unimportable(package), None, _package_remedy(package))], findings=False)
    name = Path(output).absolute().name
    return Target(name, spec, overlays, output, package, None, None, (), Path.cwd())


def choose(targets: tuple[Target, ...], names: Collection[str]) -> tuple[Target, ...]:
    """The targets of these names in the order of the file; all of them if no name is given.

    Raises Refusal (a run at fault) for a name that no target has.
    """
    known = [target.name for target in targets]
    problems = [_target_unknown(name, known) for name in names if name not in known]
    if problems:
        raise Refusal(problems, findings=False)
    return tuple(target for target in targets if not names or target.name in names)


def _target_unknown(name: str, known: list[str]) -> Problem:
    files = f", or did you mean `generate {name} -o DIR`?" if Path(name).suffix else ""
    remedy = f"{_did_you_mean(name, known)}the targets are: {', '.join(known)}{files}"
    return error("target-unknown", f"there is no target `{name}`", None, remedy)


# --- finding the tables -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Source:
    """A pyproject.toml: its text, and the `[tool.specwright]` table in it."""

    path: Path
    text: str
    table: _Table

    def place(self, *keys: str) -> Position:
        """Where a key below `[tool.specwright]` is written, or else the innermost table around it."""
        written, sought = tuple(_written(self.text)), ("tool", "specwright", *keys)
        while sought:
            for name, line, column in written:
                if name[: len(sought)] == sought:
                    return Position(self.path.as_posix(), line, column)
            sought = sought[:-1]
        return Position(self.path.as_posix(), 1, 1)


def _written(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The keys of a TOML text, each with the tables around it, and the line and column where it begins."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        start = len(line) - len(line.lstrip())
        if line[start : start + 1] == "[":
            table = _dotted(line, start + 1)
            yield table, number, start + 1
        elif keys := _dotted(line, start):
            yield (*table, *keys), number, start + 1


def _dotted(line: str, start: int) -> tuple[str, ...]:
    """The parts of the dotted name at a place of a line: `a."b c".d` has three."""
    parts: list[str] = []
    while match := _TOML_NAME.match(line, start):
        parts.append(match[1] or match[2] or match[3] or "")
        start = match.end() + 1
        if line[match.end() : start] != ".":
            break
    return tuple(parts)


def _nearest(start: Path) -> _Source:
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and (source := _source(path)):
            return source
    message = f"no pyproject.toml with a [tool.specwright] table in {start} or above it"
    raise Refusal([error("config-missing", message, None, _EXAMPLE)], findings=False)


def _source(path: Path) -> _Source | None:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        tool = _table(tomllib.loads(text).get("tool"))
    except tomllib.TOMLDecodeError as wrong:
        raise Refusal([_not_toml(path, str(wrong))], findings=False) from None
    return _Source(path, text, _table(tool["specwright"])) if "specwright" in tool else None


def _not_toml(path: Path, complaint: str) -> Problem:
    found = re.search(r" \(at line (\d+), column (\d+)\)", complaint)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    message = f"not TOML: {complaint.partition(' (at ')[0]}"
    return error("config-invalid", message, Position(path.as_posix(), line, column), "mend the syntax")


def _targets(source: _Source) -> dict[str, _Table]:
    """The tables of the targets by name; raises Refusal if there are none or if there is anything else."""
    problems = list(_unknown_keys(source, (), source.table, ("targets",)))
    targets = _table(source.table.get("targets"))
    if not targets and not problems:
        problems = [error("config-missing", "no target is configured", source.place(), _EXAMPLE)]
    if problems:
        raise Refusal(problems, findings=False)
    return {name: _table(table) for name, table in targets.items()}


def _table(value: object) -> _Table:
    """A TOML table; what is none counts as an empty one, whose required keys are then missing."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


# --- what can be wrong with a target ----------------------------------------------------------------------------------


def _faults(source: _Source, name: str, table: _Table) -> Iterator[Problem]:
    yield from _bad_name(source, name)
    yield from _unknown_keys(source, ("targets", name), table, (*_TEXTS, *_LISTS))
    yield from _missing_keys(source, name, table)
    yield from _wrong_types(source, name, table)
    yield from _bad_package(source, name, _text(table, "package"))
    yield from _bad_output(source, name, _text(table, "output"))


def _bad_name(source: _Source, name: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name):
        remedy = "use letters, digits, `.`, `_` and `-`, with a letter or digit first and last"
        message = f"`{name}` cannot be the name of a target: it is the name of a distribution too"
        yield error("config-target-name", message, source.place("targets", name), remedy)


def _unknown_keys(source: _Source, above: tuple[str, ...], table: _Table, known: tuple[str, ...]) -> Iterator[Problem]:
    for key in table:
        if key not in known:
            remedy = f"{_did_you_mean(key, known)}the keys are: {', '.join(known)}"
            within = ".".join(("tool", "specwright", *above))
            yield error("config-key-unknown", f"[{within}] has no key `{key}`", source.place(*above, key), remedy)


def _missing_keys(source: _Source, name: str, table: _Table) -> Iterator[Problem]:
    for key in _REQUIRED:
        if key not in table:
            message = f"target `{name}` has no `{key}`"
            yield error("config-key-missing", message, source.place("targets", name), f'add {key} = "..."')


def _wrong_types(source: _Source, name: str, table: _Table) -> Iterator[Problem]:
    for key in _TEXTS:
        if key in table and not _text(table, key):
            message = f"`{key}` of target `{name}` is not a text with something in it"
            yield error("config-type", message, source.place("targets", name, key), f'write {key} = "..."')
    for key in _LISTS:
        if key in table and _texts(table, key) is None:
            message = f"`{key}` of target `{name}` is not a list of texts"
            yield error("config-type", message, source.place("targets", name, key), f'write {key} = ["..."]')


def _bad_package(source: _Source, name: str, package: str) -> Iterator[Problem]:
    if package and not _importable(package):
        place = source.place("targets", name, "package")
        yield error("config-package", _unimportable(package), place, _package_remedy(package))


def _importable(package: str) -> bool:
    return package.isidentifier() and not keyword.iskeyword(package)


def _unimportable(package: str) -> str:
    return f"`{package}` cannot be imported: a package is a Python identifier and not a keyword"


def _package_remedy(package: str) -> str:
    slug = re.sub(r"\W+", "_", package).strip("_").lower()
    return f"call it `{slug}`" if _importable(slug) else "choose another name"


def _bad_output(source: _Source, name: str, output: str) -> Iterator[Problem]:
    root = source.path.parent.resolve()
    place = source.place("targets", name, "output")
    if "\\" in output:
        yield error("config-output", f"`{output}` is not a path with slashes", place, "write `/` for a backslash")
    elif output and root not in (root / output).resolve().parents:
        message = f"`{output}` is not a folder inside {root}, the one that holds the pyproject.toml"
        yield error("config-output", message, place, f'write output = "generated/{name}"')


def _shared_outputs(source: _Source, tables: Mapping[str, _Table]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name, table in tables.items():
        output = _text(table, "output")
        owner = owners.setdefault(os.path.normpath(output).casefold(), name)
        if output and owner != name:
            message = f"targets `{owner}` and `{name}` have one output, `{output}`"
            place = source.place("targets", name, "output")
            yield error("config-output-shared", message, place, "give each target a folder of its own")


def _did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """`did you mean "spec"? ` if something known is close, else nothing."""
    close = difflib.get_close_matches(wrong, list(known), n=1)
    return f"did you mean `{close[0]}`? " if close else ""


# --- a target that nothing is wrong with ------------------------------------------------------------------------------


def _target(source: _Source, name: str, table: _Table) -> Target:
    return Target(
        name=name,
        spec=_text(table, "spec"),
        overlays=_texts(table, "overlays") or (),
        output=_text(table, "output"),
        package=_text(table, "package"),
        version=_text(table, "version") or None,
        templates=_text(table, "templates") or None,
        waive=_texts(table, "waive") or (),
        root=source.path.parent,
    )


def _text(table: _Table, key: str) -> str:
    """The text at a key; empty if there is none."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _texts(table: _Table, key: str) -> tuple[str, ...] | None:
    """The texts at a key; nothing if there is no list of texts."""
    value = table.get(key)
    if not isinstance(value, list):
        return None
    texts = tuple(item for item in cast("list[object]", value) if isinstance(item, str))
    return texts if len(texts) == len(cast("list[object]", value)) else None
