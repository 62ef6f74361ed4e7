"""Webhooks and callbacks -> what `webhooks.py` places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from specwright import ir, naming
from specwright.emit.annotations import expression, union
from specwright.emit.contents import content_hint, json_media
from specwright.emit.docstring import docstring
from specwright.emit.imports import Spelling
from specwright.emit.operation_views import argument_row, parameter_argument

_RAISES = "Raises:\n    APIWebhookValidationError: The content is not what is declared."
_TOLD = 5


@dataclass(frozen=True, slots=True)
class WebhookView:
    """A webhook: the constant that describes it, the function that parses its body, and the type of a handler.

    `bodies` is empty if there is nothing to parse; `title` is a literal.
    """

    name: str
    constant: str
    title: str
    bodies: str
    body: str
    handler: str
    signature: str
    answer: str
    handler_docstring: str
    docstring: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The module `webhooks`."""

    module: str
    imports: str
    rows: tuple[WebhookView, ...]


def webhooks_views(api: ir.Api) -> tuple[WebhooksView, ...]:
    """One module if the API sends anything by itself, else none."""
    if not api.webhooks:
        return ()
    names = handlers(api.webhooks)
    spelling = Spelling(
        {*names.values(), *(_constant(each) for each in api.webhooks)}, models="models.", runtime="._runtime"
    )
    rows = tuple(_row(webhook, names[webhook.name], spelling) for webhook in api.webhooks)
    spelling.need("typing", "Protocol")
    spelling.need(".", *["models"] * bool(spelling.models))
    if any(row.bodies and row.deprecated for row in rows):
        spelling.need("typing_extensions", "deprecated")
    if any(row.bodies for row in rows):
        spelling.need("._runtime.responses", "Answer")
        spelling.need("._runtime.webhooks", "Webhook")
    return (WebhooksView("webhooks", spelling.imports(), rows),)


def parser(webhook: ir.Webhook) -> str:
    """The name of the function that parses the body of a webhook."""
    return f"parse_{webhook.name}"


def bodies(webhook: ir.Webhook) -> list[ir.Content]:
    """The media types of the body, JSON first; none if nothing is sent."""
    content = webhook.body.content if webhook.body else ()
    return sorted(content, key=lambda each: not json_media(each.media_type))


def handlers(webhooks: Sequence[ir.Webhook]) -> dict[str, str]:
    """The name of the handler type of each webhook."""
    names: dict[str, str] = {}
    for webhook in webhooks:
        names[webhook.name] = naming.unique(f"{naming.class_name(webhook.name)}Handler", names.values())
    return names


def _constant(webhook: ir.Webhook) -> str:
    return naming.constant_name(webhook.name)


def _row(webhook: ir.Webhook, handler: str, spelling: Spelling) -> WebhookView:
    content = bodies(webhook)
    body = spelling(union(content_hint(each) for each in content))
    answers = (f"Answer({each.media_type!r}, lambda: {expression(each.schema)})" for each in content)
    return WebhookView(
        name=webhook.name,
        constant=_constant(webhook),
        title=repr(_title(webhook)),
        bodies=spelling(", ".join(answers)),
        body=body,
        handler=handler,
        signature=f"self, body: {body}, /" if content else "self",
        answer=spelling(_answer(webhook)),
        handler_docstring=docstring(_handled(webhook), 4),
        docstring=docstring("\n\n".join([*_told(webhook), _RAISES]), 4),
        deprecated=webhook.deprecated,
    )


def _title(webhook: ir.Webhook) -> str:
    """`the webhook newPet`, for prose; what the document calls it is on one line."""
    kind = "callback" if webhook.calls else "webhook"
    return " ".join(f"the {kind} {webhook.wire_name}".split())


def _answer(webhook: ir.Webhook) -> str:
    """What a handler returns: the content of the answer that the API expects, or whatever it likes."""
    successes = [response for response in webhook.responses if response.status.startswith("2")]
    kinds = [content_hint(content) for response in successes for content in response.content]
    return union([*kinds, *["None"] * any(not each.content for each in successes)]) if kinds else "object"


def _handled(webhook: ir.Webhook) -> str:
    """What a handler is for; without a body, there is no parser to tell the rest."""
    first = f"What is to be done for {_title(webhook)}"
    return f"{first}, given its parsed body." if webhook.body else "\n\n".join([f"{first}.", *_told(webhook)])


def _told(webhook: ir.Webhook) -> Iterator[str]:
    """What is sent when and where to, what travels beside it, and what to answer."""
    if webhook.body or webhook.summary:
        yield webhook.summary or f"The body of {_title(webhook)}."
    if webhook.description and webhook.description != webhook.summary:
        yield webhook.description
    yield _destination(webhook)
    if webhook.body and not webhook.body.required:
        yield "It may come without a body; then there is nothing to parse."
    if webhook.parameters:
        yield "\n".join(["Sent with it:", *map(_sent_row, webhook.parameters)])
    if webhook.responses:
        rows = (f"    {each.status}: {' '.join(each.description.split())}".rstrip() for each in webhook.responses)
        yield "\n".join(["Answer with:", *rows])


def _destination(webhook: ir.Webhook) -> str:
    """Where it is sent, and what asks for it; not more than a few of many operations are told."""
    if not webhook.calls:
        return f"Sent as {webhook.method} to the URL that the webhook is registered with."
    urls = " or ".join(f"`{url}`" for url in dict.fromkeys(call.expression for call in webhook.calls))
    operations = list(dict.fromkeys(call.operation for call in webhook.calls))
    more = f" and {len(operations) - _TOLD} more" if len(operations) > _TOLD else ""
    return f"Sent as {webhook.method} to {urls}, as asked for by {', '.join(operations[:_TOLD])}{more}."


def _sent_row(parameter: ir.Parameter) -> str:
    name = f"{' '.join(parameter.wire_name.split())} ({parameter.place.value})"
    return argument_row(replace(parameter_argument(parameter, ""), name=name)).rstrip(" :")
