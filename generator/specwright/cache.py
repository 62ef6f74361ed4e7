"""What one run leaves for the next, in the user's cache folder: content by key, never more than an aid.

An entry is written beside its place and put there in one step, so that runs at the same time, and one that is killed,
leave whole entries only. Each carries its digest: one that is broken all the same counts as absent and is removed.
Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from hashlib import sha256

LIMIT = 256 * 1024 * 1024
_DIGEST = 32
_ABANDONED = 3600


def folder() -> str:
    """Where entries are kept: `SPECWRIGHT_CACHE_DIR`, else where the system keeps caches."""
    if chosen := os.environ.get("SPECWRIGHT_CACHE_DIR"):
        return chosen
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), "specwright", "cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/specwright")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "specwright")


def get(key: str) -> bytes | None:
    """The content under a key, if there is one and it is whole."""
    path = _path(key)
    try:
        with open(path, "rb") as file:
            held = file.read()
    except OSError:
        return None
    content = held[_DIGEST:]
    if sha256(content).digest() == held[:_DIGEST]:
        return content
    with suppress(OSError):
        os.unlink(path)
    return None


def put(key: str, content: bytes, limit: int = LIMIT) -> None:
    """Keep content under a key; what was used longest ago goes, if there is too much."""
    path = _path(key)
    partial = f"{path}.{os.getpid()}.{time.monotonic_ns()}.partial"
    with suppress(OSError):
        os.makedirs(folder(), exist_ok=True)
        try:
            with open(partial, "wb") as file:
                file.write(sha256(content).digest())
                file.write(content)
            os.replace(partial, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(partial)
        _trim(limit)


def _path(key: str) -> str:
    return os.path.join(folder(), sha256(key.encode(errors="surrogateescape")).hexdigest())


def _trim(limit: int) -> None:
    """Remove what a killed run left half written, and the oldest entries until the rest is small enough."""
    now = time.time()
    entries: list[tuple[float, int, str]] = []
    for entry in os.scandir(folder()):
        with suppress(OSError):
            found = entry.stat()
            if entry.name.endswith(".partial") and now - found.st_mtime > _ABANDONED:
                os.unlink(entry.path)
            elif entry.is_file() and not entry.name.endswith(".partial"):
                entries.append((found.st_mtime, found.st_size, entry.path))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries):
        if total <= limit:
            return
        with suppress(OSError):
            os.unlink(path)
        total -= size
