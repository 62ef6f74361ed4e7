"""Black, with settings of our own: the host's configuration never reaches what we write."""

from __future__ import annotations

import gc
import re
from pathlib import PurePosixPath

LINE_LENGTH = 100
_PYTHON_BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def format_file(path: str, text: str) -> str:
    """The text as it is written to a file of this name: Python, and the Python in Markdown, as black leaves it."""
    match PurePosixPath(path).suffix:
        case ".py":
            return format_python(text)
        case ".md":
            return _PYTHON_BLOCK.sub(lambda block: format_python(block[0]), text)
        case _:
            return text


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
