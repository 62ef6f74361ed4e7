"""An API -> the files of a generated project, by way of models, views, templates and black."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from specwright import ir
from specwright.emit.cases import cases_view
from specwright.emit.format import format_file
from specwright.emit.model_views import model_views
from specwright.emit.operation_views import tag_views
from specwright.emit.readme_view import readme_view
from specwright.emit.render import render, runtime
from specwright.emit.sdk_views import sdk_view
from specwright.emit.server_views import server_view, stub_views
from specwright.emit.strategies import strategies_view
from specwright.emit.webhook_views import webhooks_views


def project(api: ir.Api, package: str, version: str, templates: Sequence[Path]) -> dict[str, str]:
    """Path -> text of every file that comes from a template, formatted."""
    sdk = sdk_view(api, package, version)
    context = {
        "sdk": sdk,
        "readme": readme_view(api, {error.status: error.name for error in sdk.errors}),
        "tags": tag_views(api),
        "stubs": stub_views(api),
        "server": server_view(api),
        "models": model_views(api),
        "webhook_modules": webhooks_views(api),
        "strategies": strategies_view(api),
        "cases": cases_view(api),
    }
    files = render(templates, package, context)
    formatted = {path: format_file(path, text) for path, text in files.items()}
    return {**formatted, **runtime(templates, package)}
