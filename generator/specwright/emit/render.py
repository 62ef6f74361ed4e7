"""Templates -> texts. A template is called what its output is called, plus `.jinja`.

`[package]` in its path is replaced by the package's name; a path with `[tag]`, `[stub]`, `[model]` or `[webhooks]` is
rendered once for each row of that kind. A folder of the user's own, laid out like ours, replaces what it repeats and
adds what it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specwright.ir import Location
from specwright.problem import Position, Refusal, error

if TYPE_CHECKING:
    from jinja2 import Environment

_SUFFIX = ".jinja"
_ROWS = {"tag": "tags", "stub": "stubs", "model": "models", "webhooks": "webhook_modules"}
"""What a path may hold in brackets, and where in the context the rows are, each with a `module`."""


def render(
    folders: Sequence[Path], package: str, context: Mapping[str, Any], wanted: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Path and text of every template in the folders whose name is `wanted`; the first folder that has one wins.

    `context` holds what every template sees, the rows of `_ROWS` among it; what none asks for is not made.
    Raises Refusal (a run at fault) for a template that does not parse or render.
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
        try:
            template = environment.get_template(name)
            seen = {each: context[each] for each in _asked(environment, name, context) if each in context}
            for path, row in _outputs(name, package, context):
                yield path, template.render(**seen, **row)
        except jinja2.TemplateError as problem:
            raise _broken(folders, name, problem) from problem


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


def runtime(folders: Sequence[Path], package: str) -> dict[str, str]:
    """Path -> text of the plain modules under `runtime/`, which are copied as they are."""
    return {
        f"src/{package}/_runtime/{name.removeprefix('runtime/')}": (folder / name).read_text("utf-8")
        for name, folder in _files(folders, ".py").items()
        if name.startswith("runtime/")
    }


def _templates(folders: Sequence[Path]) -> Iterator[str]:
    yield from (name for name in sorted(_files(folders, _SUFFIX)))


def _files(folders: Sequence[Path], suffix: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob(f"*{suffix}")):
            if "__pycache__" not in path.parts and path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), folder)
    return found


def _outputs(name: str, package: str, context: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The paths that a template is rendered to, each with the names that only this rendering sees."""
    path = name.removesuffix(_SUFFIX).replace("[package]", package)
    kind = next((kind for kind in _ROWS if f"[{kind}]" in path), None)
    if kind is None:
        yield path, {}
        return
    for row in context[_ROWS[kind]]:
        yield path.replace(f"[{kind}]", row.module), {kind: row}


def _broken(folders: Sequence[Path], name: str, problem: Exception) -> Refusal:
    file = next((folder / name for folder in folders if (folder / name).is_file()), Path(name))
    line = getattr(problem, "lineno", None) or _line_in_template(problem, name)
    where = Position(str(file), line, 1) if line else Location(str(file))
    message = f"the template {name} does not work: {problem}"
    remedy = "mend the template, or remove it to fall back on ours"
    return Refusal([error("template-broken", message, where, remedy)], findings=False)


def _line_in_template(problem: Exception, name: str) -> int | None:
    """The line of the template that was being rendered, from the traceback that jinja2 rewrote."""
    line, frame = None, problem.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename.endswith(name):
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
