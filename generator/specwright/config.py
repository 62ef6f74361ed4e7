"""The `[tool.specwright.targets.NAME]` tables of a pyproject.toml: what to generate, from what, and where to."""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from specwright.problem import Problem, Refusal, error
from specwright.settings import EXAMPLE, Source, Table, did_you_mean, nearest, table_of, text_of, texts_of, unknown_keys

_REQUIRED = ("spec", "output", "package")
_TEXTS = (*_REQUIRED, "version", "templates")
_LISTS = ("overlays", "waive")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


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
    source = nearest(start.absolute())
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
    remedy = f"{did_you_mean(name, known)}the targets are: {', '.join(known)}{files}"
    return error("target-unknown", f"there is no target `{name}`", None, remedy)


# --- finding the tables -----------------------------------------------------------------------------------------------


def _targets(source: Source) -> dict[str, Table]:
    """The tables of the targets by name; raises Refusal if there are none or if there is anything else."""
    problems = list(unknown_keys(source, (), source.table, ("targets", "diff")))
    targets = table_of(source.table.get("targets"))
    if not targets and not problems:
        problems = [error("config-missing", "no target is configured", source.place(), EXAMPLE)]
    if problems:
        raise Refusal(problems, findings=False)
    return {name: table_of(table) for name, table in targets.items()}


# --- what can be wrong with a target ----------------------------------------------------------------------------------


def _faults(source: Source, name: str, table: Table) -> Iterator[Problem]:
    yield from _bad_name(source, name)
    yield from unknown_keys(source, ("targets", name), table, (*_TEXTS, *_LISTS))
    yield from _missing_keys(source, name, table)
    yield from _wrong_types(source, name, table)
    yield from _bad_package(source, name, text_of(table, "package"))
    yield from _bad_output(source, name, text_of(table, "output"))
    yield from _bad_templates(source, name, text_of(table, "templates"))


def _bad_name(source: Source, name: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name):
        remedy = "use letters, digits, `.`, `_` and `-`, with a letter or digit first and last"
        message = f"`{name}` cannot be the name of a target: it is the name of a distribution too"
        yield error("config-target-name", message, source.place("targets", name), remedy)


def _missing_keys(source: Source, name: str, table: Table) -> Iterator[Problem]:
    for key in _REQUIRED:
        if key not in table:
            message = f"target `{name}` has no `{key}`"
            yield error("config-key-missing", message, source.place("targets", name), f'add {key} = "..."')


def _wrong_types(source: Source, name: str, table: Table) -> Iterator[Problem]:
    for key in _TEXTS:
        if key in table and not text_of(table, key):
            message = f"`{key}` of target `{name}` is not a text with something in it"
            yield error("config-type", message, source.place("targets", name, key), f'write {key} = "..."')
    for key in _LISTS:
        if key in table and texts_of(table, key) is None:
            message = f"`{key}` of target `{name}` is not a list of texts"
            yield error("config-type", message, source.place("targets", name, key), f'write {key} = ["..."]')


def _bad_package(source: Source, name: str, package: str) -> Iterator[Problem]:
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


def _bad_output(source: Source, name: str, output: str) -> Iterator[Problem]:
    root = source.path.parent.resolve()
    place = source.place("targets", name, "output")
    if "\\" in output:
        yield error("config-output", f"`{output}` is not a path with slashes", place, "write `/` for a backslash")
    elif output and root not in (root / output).resolve().parents:
        message = f"`{output}` is not a folder inside {root}, the one that holds the pyproject.toml"
        yield error("config-output", message, place, f'write output = "generated/{name}"')


def _bad_templates(source: Source, name: str, templates: str) -> Iterator[Problem]:
    if templates and not (source.path.parent / templates).is_dir():
        place = source.place("targets", name, "templates")
        remedy = "make it, or leave `templates` out to have ours alone"
        yield error("config-templates", f"there is no folder `{templates}`", place, remedy)


def _shared_outputs(source: Source, tables: Mapping[str, Table]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name, table in tables.items():
        output = text_of(table, "output")
        owner = owners.setdefault(os.path.normpath(output).casefold(), name)
        if output and owner != name:
            message = f"targets `{owner}` and `{name}` have one output, `{output}`"
            place = source.place("targets", name, "output")
            yield error("config-output-shared", message, place, "give each target a folder of its own")


# --- a target that nothing is wrong with ------------------------------------------------------------------------------


def _target(source: Source, name: str, table: Table) -> Target:
    return Target(
        name=name,
        spec=text_of(table, "spec"),
        overlays=texts_of(table, "overlays") or (),
        output=text_of(table, "output"),
        package=text_of(table, "package"),
        version=text_of(table, "version") or None,
        templates=text_of(table, "templates") or None,
        waive=texts_of(table, "waive") or (),
        root=source.path.parent,
    )
