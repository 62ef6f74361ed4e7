"""Where the templates lie: inside the installed package, or in the repository of an editable checkout."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """The folder of our own templates."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"
