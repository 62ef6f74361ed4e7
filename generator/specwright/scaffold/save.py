"""Writes a document in one piece, and only over the very octets that it was read from."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from specwright.problem import Refusal, error
from specwright.scaffold.source import Source, Text

_MARK = b"\xef\xbb\xbf"


def save(source: Source, document: Text) -> None:
    """Put a document in the place of the file that a source was read from.

    A crash leaves the file wholly old or wholly new. Raises `Refusal` (a run at fault) if the file is no longer what
    was read or cannot be written; it is as it was then.
    """
    target = source.path.resolve()
    octets = (_MARK if source.octets.startswith(_MARK) else b"") + document.text.encode()
    try:
        _replace(target, source, octets, document.name)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        message = f"`{document.name}` cannot be written: {reason}"
        raise Refusal([error("file-unwritable", message, None, "Make the file writable.")], findings=False) from None


def _replace(target: Path, source: Source, octets: bytes, name: str) -> None:
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise PermissionError(None, "it is read-only")
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as new:
        try:
            new.write(octets)
            new.flush()
            os.fsync(new.fileno())
            os.chmod(new.name, mode)
            _refuse_changed(target, source, name)
            os.replace(new.name, target)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(new.name)


def _refuse_changed(target: Path, source: Source, name: str) -> None:
    if target.read_bytes() != source.octets:
        message = f"`{name}` was changed by somebody else in the meantime"
        raise Refusal([error("file-changed", message, None, "Run the command again.")], findings=False)
