"""What the API sends by itself: a parser of the body of each webhook and callback, and the type of its handler."""

from __future__ import annotations

from typing import Protocol

from . import models
from ._runtime.responses import Answer
from ._runtime.webhooks import Webhook

NEW_PET: Webhook[models.Pet] = Webhook(
    "the webhook newPet", Answer("application/json", lambda: models.Pet)
)

PET_GONE: Webhook[models.PetGoneRequestJson | str] = Webhook(
    "the webhook pet/gone",
    Answer("application/json", lambda: models.PetGoneRequestJson),
    Answer("text/plain", lambda: str),
)

SUBSCRIBE_CHANGED: Webhook[list[models.Pet]] = Webhook(
    "the callback changed", Answer("application/json", lambda: list[models.Pet])
)


class NewPetHandler(Protocol):
    """What is to be done for the webhook newPet, given its parsed body."""

    def __call__(self, body: models.Pet, /) -> object: ...


def parse_new_pet(content: bytes | str, content_type: str = "") -> models.Pet:
    """A pet was added.

    Sent as POST to the URL that the webhook is registered with.

    It may come without a body; then there is nothing to parse.

    Sent with it:
        X-Signature (header): HMAC of the body.

    Answer with:
        204: Noted.

    Raises:
        APIWebhookValidationError: The content is not what is declared.
    """
    return NEW_PET.parse(content, content_type)


class PetGoneHandler(Protocol):
    """What is to be done for the webhook pet/gone, given its parsed body."""

    def __call__(self, body: models.PetGoneRequestJson | str, /) -> bool: ...


def parse_pet_gone(content: bytes | str, content_type: str = "") -> models.PetGoneRequestJson | str:
    """The body of the webhook pet/gone.

    Sent as POST to the URL that the webhook is registered with.

    It may come without a body; then there is nothing to parse.

    Answer with:
        200: Whether to go on.

    Raises:
        APIWebhookValidationError: The content is not what is declared.
    """
    return PET_GONE.parse(content, content_type)


class PetGoneGetHandler(Protocol):
    """What is to be done for the webhook pet/gone.

    Sent as GET to the URL that the webhook is registered with.

    Answer with:
        200: Still here.
    """

    def __call__(self) -> object: ...


class SubscribeChangedHandler(Protocol):
    """What is to be done for the callback changed, given its parsed body."""

    def __call__(self, body: list[models.Pet], /) -> object: ...


def parse_subscribe_changed(content: bytes | str, content_type: str = "") -> list[models.Pet]:
    """The body of the callback changed.

    Sent for each pet that has changed.

    Sent as POST to `{$request.body#/url}`, as asked for by POST /hooks.

    It may come without a body; then there is nothing to parse.

    Answer with:
        default: Whatever.

    Raises:
        APIWebhookValidationError: The content is not what is declared.
    """
    return SUBSCRIBE_CHANGED.parse(content, content_type)
