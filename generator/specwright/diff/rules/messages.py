"""Rules about request bodies, responses, their media types and headers."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Answers, Bodies, Headers, Requests, Responses
from specwright.diff.rules.rule import Finding, rule


@rule(Bodies, Effect.NARROWS, witnessed=False, oasdiff="request-body-added-required")
def required_body_added(pair: Bodies) -> Iterator[Finding]:
    """There was no request body, and now one is required."""
    if not pair.old and pair.new and pair.new.required:
        yield Finding("is new and required")


@rule(Bodies, Effect.KEEPS, oasdiff="request-body-added-optional")
def optional_body_added(pair: Bodies) -> Iterator[Finding]:
    """There was no request body, and now there may be one."""
    if not pair.old and pair.new and not pair.new.required:
        yield Finding("is new")


@rule(Bodies, Effect.NARROWS, witnessed=False, oasdiff="request-body-removed")
def body_removed(pair: Bodies) -> Iterator[Finding]:
    """There is no request body any more: what is sent in one is ignored, or refused."""
    if pair.old and not pair.new:
        yield Finding("is gone")


@rule(Bodies, Effect.NARROWS, witnessed=False, oasdiff="request-body-became-required")
def body_became_required(pair: Bodies) -> Iterator[Finding]:
    """The request body could be left out, and now it cannot."""
    if pair.old and pair.new and pair.new.required and not pair.old.required:
        yield Finding("is required")


@rule(Bodies, Effect.WIDENS, witnessed=False, response=Level.INFO, oasdiff="request-body-became-optional")
def body_became_optional(pair: Bodies) -> Iterator[Finding]:
    """The request body could not be left out, and now it can."""
    if pair.old and pair.new and pair.old.required and not pair.new.required:
        yield Finding("may be left out")


@rule(Requests, Effect.NARROWS, witnessed=False, oasdiff="request-body-media-type-removed")
def request_media_type_removed(pair: Requests) -> Iterator[Finding]:
    """A media type of the request body is not accepted any more."""
    if pair.old and not pair.new:
        yield Finding(f"may not be {pair.old.media_type}")


@rule(Requests, Effect.WIDENS, witnessed=False, response=Level.INFO, oasdiff="request-body-media-type-added")
def request_media_type_added(pair: Requests) -> Iterator[Finding]:
    """The request body may be of a further media type."""
    if pair.new and not pair.old:
        yield Finding(f"may be {pair.new.media_type}")


@rule(Requests, Effect.CHANGES, witnessed=False)
def encoding_changed(pair: Requests) -> Iterator[Finding]:
    """The members of a form are written in another way: `encoding`."""
    if pair.old and pair.new and set(pair.old.encodings) != set(pair.new.encodings):
        changed = set(pair.old.encodings) ^ set(pair.new.encodings)
        names = ", ".join(sorted({f"`{each.wire_name}`" for each in changed}))
        yield Finding(f"writes {names} in another way")


@rule(Responses, Effect.WIDENS, witnessed=False, oasdiff="response-success-status-removed")
def success_status_removed(pair: Responses) -> Iterator[Finding]:
    """A successful answer is not given any more: who waits for it waits in vain."""
    if pair.old and not pair.new and _success(pair.old.status):
        yield Finding("is gone")


@rule(Responses, Effect.KEEPS, oasdiff="response-success-status-added")
def success_status_added(pair: Responses) -> Iterator[Finding]:
    """There is a further successful answer."""
    if pair.new and not pair.old and _success(pair.new.status):
        yield Finding("is new")


@rule(Responses, Effect.KEEPS, oasdiff="response-non-success-status-removed")
def error_status_removed(pair: Responses) -> Iterator[Finding]:
    """An answer that is no success is not declared any more."""
    if pair.old and not pair.new and not _success(pair.old.status):
        yield Finding("is gone")


@rule(Responses, Effect.KEEPS, oasdiff="response-non-success-status-added")
def error_status_added(pair: Responses) -> Iterator[Finding]:
    """A further answer that is no success is declared, or `default`."""
    if pair.new and not pair.old and not _success(pair.new.status):
        yield Finding("is new")


@rule(
    Answers,
    Effect.WIDENS,
    witnessed=False,
    oasdiff="response-media-type-removed response-media-type-name-{changed,generalized,specialized}",
)
def response_media_type_removed(pair: Answers) -> Iterator[Finding]:
    """An answer is not of some media type any more: who reads only that can read no answer."""
    if pair.old and not pair.new:
        yield Finding(f"is not {pair.old.media_type} any more")


@rule(Answers, Effect.KEEPS, oasdiff="response-media-type-added")
def response_media_type_added(pair: Answers) -> Iterator[Finding]:
    """An answer may be of a further media type."""
    if pair.new and not pair.old:
        yield Finding(f"may be {pair.new.media_type}")


@rule(Headers, Effect.WIDENS, witnessed=False, oasdiff="required-response-header-removed")
def required_header_removed(pair: Headers) -> Iterator[Finding]:
    """A header that each answer had is gone."""
    if pair.old and pair.old.required and not pair.new:
        yield Finding("is gone, and was required")


@rule(Headers, Effect.KEEPS, response=Level.WARNING, oasdiff="optional-response-header-removed")
def optional_header_removed(pair: Headers) -> Iterator[Finding]:
    """A header that an answer could have is gone."""
    if pair.old and not pair.old.required and not pair.new:
        yield Finding("is gone")


@rule(Headers, Effect.KEEPS, oasdiff="response-header-added")
def header_added(pair: Headers) -> Iterator[Finding]:
    """An answer has a further header."""
    if pair.new and not pair.old:
        yield Finding("is new")


@rule(Headers, Effect.WIDENS, witnessed=False, oasdiff="response-header-became-optional")
def header_became_optional(pair: Headers) -> Iterator[Finding]:
    """Each answer had the header, and now it may be absent."""
    if pair.old and pair.new and pair.old.required and not pair.new.required:
        yield Finding("may be absent")


@rule(Headers, Effect.NARROWS, witnessed=False)
def header_became_required(pair: Headers) -> Iterator[Finding]:
    """The header could be absent, and now each answer has it."""
    if pair.old and pair.new and pair.new.required and not pair.old.required:
        yield Finding("is always there")


def _success(status: str) -> bool:
    return status.startswith("2")
