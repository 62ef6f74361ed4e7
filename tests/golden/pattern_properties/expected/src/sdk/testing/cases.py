"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase
from .document import valid

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Headers", lambda: models.Headers, strategies.headers, "/components/schemas/Headers"
    ),
    SchemaCase(
        "Languages", lambda: models.Languages, strategies.languages, "/components/schemas/Languages"
    ),
    SchemaCase("Mixed", lambda: models.Mixed, strategies.mixed, "/components/schemas/Mixed"),
    SchemaCase("Text", lambda: models.Text, strategies.text_2, "/components/schemas/Text"),
)

WAIVED: Mapping[str, str] = {
    "SendRequest": "it is proved as a part of what it stands in, which says more of it",
}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="send",
        method="POST",
        path="/headers",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.SendRequest,
                lambda: valid(
                    "/paths/~1headers/post/requestBody/content/application~1json/schema",
                    strategies.send_request(),
                ),
                "/paths/~1headers/post/requestBody/content/application~1json/schema",
                arguments={"to": "to", "x-retry": "x_retry"},
                optional=(("to",), ("x-retry",)),
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
