"""Strict type checks of a folder of generated packages."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.corpus.process import Ended, run

_KEPT = 12
_MYPY = re.compile(r"^(?P<where>[^:\n]+:\d+): error: (?P<what>.*)$", re.MULTILINE)


def mypy(
    source: Path, packages: Sequence[str], cache: Path, limit: float, python: str = sys.executable
) -> dict[str, Any]:
    """What `mypy --strict` finds in packages; `cache` keeps what it knows of libraries, which are those of `python`."""
    names = [word for package in packages for word in ("-p", package)]
    options = [
        "--strict",
        "--no-error-summary",
        "--hide-error-context",
        f"--cache-dir={cache}",
        f"--python-executable={python}",
    ]
    ended = run([sys.executable, "-m", "mypy", *options, *names], cwd=source, limit=limit)
    faults = [{"where": match["where"], "what": match["what"]} for match in _MYPY.finditer(ended.output)]
    return _said(ended, faults)


def pyright(source: Path, packages: list[str], limit: float) -> dict[str, Any]:
    """What pyright finds in strict mode; the runtime, which is the same in every package, is checked elsewhere."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": packages,
        "exclude": [f"{package}/_runtime" for package in packages],
    }
    (source / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ended = run(command, cwd=source, limit=limit)
    try:
        found = json.loads(ended.output[ended.output.index("{") :])["generalDiagnostics"]
    except ValueError:
        return _said(ended, [])
    return _said(ended, [_diagnostic(each, source) for each in found if each["severity"] == "error"])


def _diagnostic(each: dict[str, Any], source: Path) -> dict[str, str]:
    file = Path(each["file"]).relative_to(source.resolve())
    line = each["range"]["start"]["line"] + 1
    return {"where": f"{file}:{line}", "what": f"{each['message']}  [{each.get('rule', 'syntax')}]"}


def _said(ended: Ended, faults: list[dict[str, str]]) -> dict[str, Any]:
    """The faults that are kept, and how many there are; a checker that fails without any is a fault itself."""
    if ended.status and not faults:
        faults = [{"where": "", "what": "\n".join(ended.output.strip().splitlines()[-5:]) or "it said nothing"}]
    late = ended.status is None
    return {
        "errors": len(faults),
        "faults": faults[:_KEPT],
        "late": late,
        "seconds": ended.seconds,
        "peak": ended.peak,
    }
