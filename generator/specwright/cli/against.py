"""`specwright check --against URL|FILE`: what upstream has changed since its document was committed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from specwright.cli.exits import FINDINGS, FINE
from specwright.problem import Refusal, error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from specwright.cli.excerpt import Place
    from specwright.cli.report import Locate
    from specwright.config import Target
    from specwright.difference import Source
    from specwright.ir import Location
    from specwright.problem import Position


def against(name: str, targets: Sequence[Target], form: str, *, allow_remote: bool, quiet: bool) -> int:
    """Show what has changed and return the exit status: 1 if anything has, or a part cannot be compared.

    Both documents are mended by the overlays of the target. Raises Refusal if one of them cannot be used.
    """
    from specwright.cli.changes import Told
    from specwright.cli.diff import compared, show
    from specwright.cli.excerpt import locator
    from specwright.difference import Source
    from specwright.problem import failed

    target = _only(targets)
    old = Source(target.spec, target.root, target.overlays)
    with TemporaryDirectory(prefix="specwright-") as folder:
        new = _published(name, Path(folder), target, allow_remote=allow_remote)
        found = compared(old, new)
        show(Told(found, locator(old.root), _locator(new, name)), form, quiet)
    return FINDINGS if found.changes or any(map(failed, found.problems)) else FINE


def _only(targets: Sequence[Target]) -> Target:
    """The target whose document is compared. Raises Refusal if there are several."""
    if len(targets) == 1:
        return targets[0]
    remedy = f"name one of: {', '.join(target.name for target in targets)}"
    raise Refusal([error("target-unclear", "one document is compared, of one target", None, remedy)], findings=False)


def _published(name: str, folder: Path, target: Target, *, allow_remote: bool) -> Source:
    """The document at a name; one of a URL is written into a folder. Raises Refusal if it may not be fetched."""
    from specwright.difference import Source
    from specwright.remote import fetch, is_url, shown

    overlays = tuple(str((target.root / each).resolve()) for each in target.overlays)
    if not is_url(name):
        path = Path(name).absolute()
        return Source(path.name, path.parent, overlays)
    if not allow_remote:
        message = f"{shown(name)} is not fetched unless you say so"
        raise Refusal([error("remote-not-allowed", message, None, "add --allow-remote")], findings=False)
    (folder / "document").write_bytes(fetch(name))
    return Source("document", folder, overlays)


def _locator(source: Source, name: str) -> Locate:
    """What tells where a location of the published document is: one that was fetched goes by its URL."""
    from specwright.cli.excerpt import locator
    from specwright.remote import is_url, shown

    locate = locator(source.root)
    if not is_url(name):
        return locate

    def located(location: Location | Position) -> Place:
        place = locate(location)
        return place if Path(location.file).is_absolute() else replace(place, file=shown(name))

    return located
