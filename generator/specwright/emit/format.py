"""Black, with settings of our own: the host's configuration never reaches what we write."""

from __future__ import annotations

import gc

LINE_LENGTH = 100


def format_python(text: str) -> str:
    """The text as black leaves it. Raises `black.InvalidInput` for text that is no Python: a bug in a template."""
    import black
    from black.mode import Mode, TargetVersion

    collecting = gc.isenabled()
    gc.disable()
    try:
        mode = Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
        return black.format_str(text, mode=mode)
    finally:
        if collecting:
            gc.enable()
