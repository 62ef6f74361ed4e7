"""Templates -> texts. A template is called what its output is called, plus `.jinja`.

`[package]` in its path is replaced by the package's name; a path with `[tag]`, `[stub]`, `[model]` or `[webhooks]` is
rendered once for each row of that kind. A folder of the user's own, laid out like ours, replaces what it repeats and
adds what it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specwright.ir import Location
from specwright.problem import Position, Refusal, error

if TYPE_CHECKING:
    from jinja2 import Environment

_SUFFIX = ".jinja"
_IN_BRACKETS = re.compile(r"\[(\w+)\]")
_ROWS = {"tag": "tags", "stub": "stubs", "model": "models", "webhooks": "webhook_modules"}
"""What a path may hold in brackets, and where in the context the rows are, each with a `module`."""


def render(
    folders: Sequence[Path],
    package: str,
    context: Mapping[str, Any],
    wanted: Callable[[str], bool],
    finish: Callable[[str, str], str],
) -> Iterator[tuple[str, str]]:
    """Path and text of every template in the folders whose name is `wanted`; the first folder that has one wins.

    `context` holds what every template sees, the rows of `_ROWS` among it; what none asks for is not made. `finish`
    makes of a path and what was rendered for it what is written there.
    Raises Refusal (a run at fault) for a template of the user's that does not parse or render, or whose text cannot be
    finished. The last of the folders is ours: what one of its templates raises is a bug.
    """
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in filter(wanted, _templates(folders)):
        with _blamed(folders, name):
            kind = _kind(name)
            template = environment.get_template(name)
            asked = _asked(environment, name, context)
        seen = {each: context[each] for each in asked if each in context}
        for path, row in _outputs(name, kind, package, context):
            with _blamed(folders, name):
                text = finish(path, template.render(**seen, **row))
                text.encode()  # which half of a pair of surrogates cannot be
            yield path, text


def _asked(environment: Environment, name: str, context: Mapping[str, Any]) -> set[str]:
    """The names that a template asks for; those of the templates that it is made of too, if there are any."""
    from jinja2 import meta

    waiting, known, asked = [name], {name}, set[str]()
    while waiting:
        source, _, _ = environment.loader.get_source(environment, waiting.pop()) if environment.loader else ("", "", "")
        tree = environment.parse(source)
        asked |= meta.find_undeclared_variables(tree)
        named = set(meta.find_referenced_templates(tree))
        if None in named:  # decided while it renders
            return set(context)
        others = {other for other in named if other} - known
        known |= others
        waiting += sorted(others)
    return asked


def runtime(folders: Sequence[Path], package: str) -> Iterator[tuple[str, str]]:
    """Path and text of the plain modules under `runtime/`, which are copied as they are.

    Raises Refusal (a run at fault) for one of the user's that is no text.
    """
    for name, folder in _files(folders, ".py").items():
        if name.startswith("runtime/"):
            with _blamed(folders, name):
                text = (folder / name).read_text("utf-8")
            yield f"src/{package}/_runtime/{name.removeprefix('runtime/')}", text


def _templates(folders: Sequence[Path]) -> Iterator[str]:
    yield from (name for name in sorted(_files(folders, _SUFFIX)))


def _files(folders: Sequence[Path], suffix: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob(f"*{suffix}")):
            if "__pycache__" not in path.parts and path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), folder)
    return found


def _kind(name: str) -> str | None:
    """The kind of row that a template is rendered for, if any. Raises ValueError if there is no such kind."""
    kinds = sorted({*_IN_BRACKETS.findall(name)} - {"package"})
    if kinds and (len(kinds) > 1 or kinds[0] not in _ROWS):
        asked, known = (", ".join(f"[{each}]" for each in names) for names in (kinds, _ROWS))
        raise ValueError(f"its path has {asked} in it, and may have one of {known}")
    return kinds[0] if kinds else None


def _outputs(
    name: str, kind: str | None, package: str, context: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The paths that a template is rendered to, each with the names that only this rendering sees."""
    path = name.removesuffix(_SUFFIX).replace("[package]", package)
    if kind is None:
        yield path, {}
        return
    for row in context[_ROWS[kind]]:
        yield path.replace(f"[{kind}]", row.module), {kind: row}


@contextmanager
def _blamed(folders: Sequence[Path], name: str) -> Generator[None]:
    """Tell what goes wrong as the fault of a template, if the user has one of this name."""
    file = next((folder / name for folder in folders[:-1] if (folder / name).is_file()), None)
    try:
        yield
    except Exception as problem:
        if file is None:
            raise
        line = _line_in_template(problem, name)
        where = Position(str(file), line, 1) if line else Location(str(file))
        message = f"the template {name} does not work: {' '.join(str(problem).split()) or type(problem).__name__}"
        remedy = "mend the template, or remove it to fall back on ours"
        raise Refusal([error("template-broken", message, where, remedy)], findings=False) from problem


def _line_in_template(problem: Exception, name: str) -> int | None:
    """The line of the template that does not parse, or was being rendered: from the traceback that jinja2 rewrote."""
    from jinja2 import TemplateSyntaxError

    if isinstance(problem, TemplateSyntaxError):
        return problem.lineno if problem.name == name else None
    line, frame = None, problem.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename.endswith(name):
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
