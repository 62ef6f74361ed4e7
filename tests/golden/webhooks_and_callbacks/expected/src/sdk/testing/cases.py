"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models, webhooks
from .._runtime.testing.case import BodyCase, Case, ResponseCase, SchemaCase
from .._runtime.testing.draw import lists
from .._runtime.testing.webhook import WebhookCase

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase("Pet", lambda: models.Pet, strategies.pet, "/components/schemas/Pet"),
    SchemaCase(
        "PetGoneRequestJson", lambda: models.PetGoneRequestJson, strategies.pet_gone_request_json
    ),
    SchemaCase("SubscribeRequest", lambda: models.SubscribeRequest, strategies.subscribe_request),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="default",
        name="subscribe",
        method="POST",
        path="/hooks",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.SubscribeRequest,
                strategies.subscribe_request,
                "/paths/~1hooks/post/requestBody/content/application~1json/schema",
                arguments={"url": "url"},
                optional=(("url",),),
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)

WEBHOOKS: tuple[WebhookCase, ...] = (
    WebhookCase(
        "new_pet",
        webhooks.parse_new_pet,
        "application/json",
        lambda: models.Pet,
        strategies.pet,
        "/webhooks/newPet/post/requestBody/content/application~1json/schema",
    ),
    WebhookCase(
        "pet_gone",
        webhooks.parse_pet_gone,
        "application/json",
        lambda: models.PetGoneRequestJson,
        strategies.pet_gone_request_json,
        "/webhooks/pet~1gone/post/requestBody/content/application~1json/schema",
    ),
    WebhookCase(
        "subscribe_changed",
        webhooks.parse_subscribe_changed,
        "application/json",
        lambda: list[models.Pet],
        lambda: lists(strategies.pet()),
        "/paths/~1hooks/post/callbacks/changed/{$request.body#~1url}/post/requestBody/content/application~1json/schema",
    ),
)
