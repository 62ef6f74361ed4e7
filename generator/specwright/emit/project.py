"""An API -> the files of a generated project, by way of models, views, templates and black."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from specwright import ir
from specwright.emit.cases import cases_view
from specwright.emit.format import format_python
from specwright.emit.model_views import model_views
from specwright.emit.models import models
from specwright.emit.operation_views import tag_views
from specwright.emit.render import render, runtime
from specwright.emit.sdk_views import sdk_view
from specwright.emit.strategies import strategies_view


def project(api: ir.Api, package: str, version: str, templates: Sequence[Path]) -> dict[str, str]:
    """Path -> text of every file that comes from a template, formatted."""
    context = {
        "sdk": sdk_view(api, package, version),
        "tags": tag_views(api),
        "models": model_views(models(api.schemas)),
        "strategies": strategies_view(api),
        "cases": cases_view(api),
    }
    files = render(templates, package, context)
    formatted = {path: format_python(text) if path.endswith(".py") else text for path, text in files.items()}
    return {**formatted, **runtime(templates, package)}
