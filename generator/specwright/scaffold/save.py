"""Writes a file in one piece, and only over the very octets that it was read from."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from specwright.problem import Refusal, error
from specwright.scaffold.source import Source, Text

_MARK = b"\xef\xbb\xbf"
_USUAL_MODE = 0o644


def save(source: Source, document: Text) -> None:
    """Put a document in the place of the file that a source was read from; see `write`."""
    mark = _MARK if source.octets.startswith(_MARK) else b""
    write(source.path, source.octets, mark + document.text.encode(), document.name)


def write(path: Path, before: bytes | None, after: bytes, name: str) -> None:
    """Put new octets in the place of those that a file had; None says that there was no file.

    A crash leaves the file wholly old or wholly new. Raises `Refusal` (a run at fault) if the file is no longer what
    was read or cannot be written; it is as it was then.
    """
    try:
        _replace(path.resolve(), before, after, name)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        message = f"`{name}` cannot be written: {reason}"
        raise Refusal([error("file-unwritable", message, None, "Make it writable.")], findings=False) from None


def _replace(target: Path, before: bytes | None, after: bytes, name: str) -> None:
    mode = _USUAL_MODE if before is None else stat.S_IMODE(target.stat().st_mode)
    if not mode & stat.S_IWUSR or (before is not None and not os.access(target, os.W_OK)):
        raise PermissionError(None, "it is read-only")
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as new:
        try:
            new.write(after)
            new.flush()
            os.fsync(new.fileno())
            os.chmod(new.name, mode)
            _refuse_changed(target, before, name)
            os.replace(new.name, target)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(new.name)


def _refuse_changed(target: Path, before: bytes | None, name: str) -> None:
    found = target.read_bytes() if target.exists() else None
    if found != before:
        message = f"`{name}` was changed by somebody else in the meantime"
        raise Refusal([error("file-changed", message, None, "Run the command again.")], findings=False)
