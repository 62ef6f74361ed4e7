"""An API -> the files of a generated project, by way of models, views, templates and black."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from specwright import ir
from specwright.aside import streams
from specwright.emit.cases import cases_view
from specwright.emit.format import format_file
from specwright.emit.model_views import model_views
from specwright.emit.operation_views import tag_views
from specwright.emit.readme_view import offers, readme_view
from specwright.emit.render import render, runtime
from specwright.emit.sdk_views import errors, sdk_view
from specwright.emit.server_views import server_view, stub_views
from specwright.emit.strategies import Compiler, strategies_view
from specwright.emit.webhook_views import webhooks_views
from specwright.memo import Memo
from specwright.problem import Refusal, error
from specwright.write.manifest import MANIFEST
from specwright.write.paths import unfit

_HALF = re.compile("/(?:models|server)/")
"""What is half of the work; the client and the proof are the other."""


def project(
    api: ir.Api,
    package: str,
    version: str,
    templates: Sequence[Path],
    *,
    memo: str,
    others: Callable[[], Mapping[str, str]],
) -> Iterator[tuple[str, str]]:
    """Path and text of every file that comes from a template, formatted, and of the `others`.

    They come as they are made, in no order: all is made aside, for what that takes is given back when it ends.
    `memo` names what is kept for that. Raises Refusal (a run at fault) for a broken template of the user's, and for one
    whose file has no place beside the others.
    """
    files = partial(_files, api, package, version, templates, memo)
    with streams(partial(files, half=True), partial(files, half=False), lambda: others().items()) as made:
        known = {MANIFEST}
        for path, text in chain(runtime(templates, package), made):
            _refuse(f"two templates make {path}" if path in known else unfit([path]))
            known.add(path)
            yield path, text
        _refuse(unfit(sorted(known)))


def _refuse(why: str) -> None:
    """Refuse the path that a template has chosen, if there is something against it."""
    if why:
        raise Refusal([error("template-broken", why, None, "give yours another name")], findings=False)


def _files(
    api: ir.Api, package: str, version: str, templates: Sequence[Path], memo: str, *, half: bool
) -> Iterator[tuple[str, str]]:
    """The files of one half of the work, or of the other."""
    known = memo_of(memo, half=half)
    views = Views(api, package, version, known)
    finish = partial(formatted, known)
    yield from render(templates, package, views, lambda name: bool(_HALF.search(name)) is half, finish)
    known.keep()


def formatted(known: Memo, path: str, text: str) -> str:
    """What was rendered, as it is written to a file of this name."""
    return known.made(PurePosixPath(path).suffix, text, partial(format_file, path, text))


def memo_of(name: str, *, half: bool = True) -> Memo:
    """What is kept of one half of the work, that of the models, or of the other."""
    return Memo(name and f"{name} {half}")


_SHARED = ("README.md.jinja", "errors.py.jinja")
"""How the templates end that are made of what all operations have to offer."""


def parts(
    api: ir.Api, package: str, version: str, templates: Sequence[Path], memo: Memo
) -> tuple[dict[str, str], tuple[object, ...]]:
    """What is rendered of a part of an API, not formatted yet, and what that part contributes to the shared files."""
    views = Views(api, package, version, memo)
    texts = render(templates, package, views, lambda name: not name.endswith(_SHARED), lambda path, text: text)
    received = [(each.name, each.method, bool(each.body)) for each in api.webhooks]
    offered = offers(api, {error.status: error.name for error in views["sdk"].errors})
    return dict(texts), (api.tags, received, errors(api), offered)


class Views(Mapping[str, Any]):
    """What templates see, made when a template first asks for it."""

    def __init__(self, api: ir.Api, package: str, version: str, memo: Memo) -> None:
        sdk, compiler = sdk_view(api, package, version), Compiler(api)
        self._known: dict[str, Any] = {"sdk": sdk}
        self._made: dict[str, Callable[[], Any]] = {
            "sdk": lambda: sdk,
            "readme": lambda: readme_view(api, {error.status: error.name for error in sdk.errors}),
            "tags": lambda: tag_views(api),
            "stubs": lambda: stub_views(api),
            "server": lambda: server_view(api),
            "models": lambda: model_views(api, memo),
            "webhook_modules": lambda: webhooks_views(api),
            "strategies": lambda: strategies_view(compiler),
            "cases": lambda: cases_view(compiler),
        }

    def __getitem__(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = self._made[name]()
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
