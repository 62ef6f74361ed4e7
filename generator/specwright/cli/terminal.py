"""Where text goes: what a stream takes, and whether it shows colours."""

from __future__ import annotations

import os
from typing import TextIO


def say(text: str, stream: TextIO) -> None:
    """Write a text and a line end. A reader that went away does not change how the work ended: the rest is dropped."""
    encoding = stream.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def coloured(stream: TextIO) -> bool:
    """Colour only where a terminal shows it and `NO_COLOR` does not forbid it."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
