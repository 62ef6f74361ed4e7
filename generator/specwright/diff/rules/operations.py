"""Rules about operations, webhooks, what they ask for, and the API as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Apis, Operations, Securities, Webhooks
from specwright.diff.rules.rule import Finding, rule


@rule(
    Operations,
    Effect.NARROWS,
    witnessed=False,
    oasdiff="{api,api-path}-removed-{without-deprecation,with-deprecation,before-sunset}",
)
def operation_removed(pair: Operations) -> Iterator[Finding]:
    """There is no such operation any more. That it was deprecated does not help those who still call it."""
    if pair.old and not pair.new:
        yield Finding("is gone" + (", after it was deprecated" if pair.old.deprecated else ""))


@rule(Operations, Effect.WIDENS, witnessed=False, oasdiff="endpoint-added")
def operation_added(pair: Operations) -> Iterator[Finding]:
    """An operation is new. A client that knows it cannot call it on a server that does not."""
    if pair.new and not pair.old:
        yield Finding("is new")


@rule(Operations, Effect.KEEPS, oasdiff="endpoint-{deprecated,deprecated-with-sunset}")
def operation_deprecated(pair: Operations) -> Iterator[Finding]:
    """An operation is now marked as deprecated."""
    if pair.old and pair.new and pair.new.deprecated and not pair.old.deprecated:
        yield Finding("is deprecated")


@rule(Operations, Effect.KEEPS, oasdiff="endpoint-reactivated")
def operation_reactivated(pair: Operations) -> Iterator[Finding]:
    """An operation is no longer marked as deprecated."""
    if pair.old and pair.new and pair.old.deprecated and not pair.new.deprecated:
        yield Finding("is no longer deprecated")


@rule(Operations, Effect.KEEPS, oasdiff="api-operation-id-{added,removed}")
def operation_id_changed(pair: Operations) -> Iterator[Finding]:
    """An operation has another `operationId`, or one at all, or none any more. Nothing of it travels."""
    if pair.old and pair.new and pair.old.operation_id != pair.new.operation_id:
        names = (f"`{each}`" if each else "none" for each in (pair.new.operation_id, pair.old.operation_id))
        yield Finding("has the operationId {}, not {}".format(*names))


@rule(Operations, Effect.KEEPS, oasdiff="api-tag-{added,removed}")
def tag_changed(pair: Operations) -> Iterator[Finding]:
    """An operation has another first tag, which decides where the SDK has its method. Nothing of it travels."""
    if pair.old and pair.new and pair.old.tag != pair.new.tag:
        yield Finding(f"is tagged {pair.new.tag or 'nothing'}, not {pair.old.tag or 'nothing'}")


@rule(Webhooks, Effect.NARROWS, witnessed=False, oasdiff="webhook-removed")
def webhook_removed(pair: Webhooks) -> Iterator[Finding]:
    """A request that the API sent is not sent any more: who waits for it waits in vain."""
    if pair.old and not pair.new:
        yield Finding("is gone")


@rule(Webhooks, Effect.KEEPS, oasdiff="webhook-added")
def webhook_added(pair: Webhooks) -> Iterator[Finding]:
    """The API sends a request that it did not send before, to those who ask for it."""
    if pair.new and not pair.old:
        yield Finding("is new")


@rule(Securities, Effect.NARROWS, witnessed=False, oasdiff="{api,api-global}-security-added")
def authentication_added(pair: Securities) -> Iterator[Finding]:
    """What could be called without credentials needs them now.

    An error, unlike in oasdiff: each call that worked is refused.
    """
    if _open(pair.old) and not _open(pair.new):
        yield Finding(f"needs {_listed(pair.new)}")


@rule(Securities, Effect.WIDENS, witnessed=False, oasdiff="{api,api-global}-security-removed")
def authentication_removed(pair: Securities) -> Iterator[Finding]:
    """What needed credentials can be called without."""
    if _open(pair.new) and not _open(pair.old):
        yield Finding(f"does not need {_listed(pair.old)}")


@rule(Securities, Effect.NARROWS, witnessed=False, oasdiff="{api,api-global}-security-removed")
def authentication_restricted(pair: Securities) -> Iterator[Finding]:
    """Credentials that were enough are not enough any more.

    An error, unlike in oasdiff: calls that present them are refused.
    """
    if not _open(pair.old) and not _open(pair.new):
        for old in pair.old:
            if not any(new <= old for new in pair.new):
                yield Finding(f"{_named(old)} is not enough")


@rule(Securities, Effect.WIDENS, witnessed=False, oasdiff="{api,api-global}-security-added")
def authentication_alternative_added(pair: Securities) -> Iterator[Finding]:
    """Credentials are enough that were not enough before."""
    if not _open(pair.old) and not _open(pair.new):
        for new in pair.new:
            if not any(old <= new for old in pair.old):
                yield Finding(f"{_named(new)} is enough")


@rule(Apis, Effect.CHANGES, witnessed=False, oasdiff="api-security-component-type-changed")
def security_scheme_changed(pair: Apis) -> Iterator[Finding]:
    """Credentials are sent in another way: another header, or another kind of scheme.

    An error, unlike in oasdiff: calls that send them as before are refused.
    """
    before = {scheme.wire_name: scheme.credential for scheme in pair.old.security_schemes}
    for scheme in pair.new.security_schemes:
        old = before.get(scheme.wire_name, scheme.credential)
        if old != scheme.credential:
            yield Finding(f"`{scheme.wire_name}` is {_credential(scheme.credential)}, not {_credential(old)}")


@rule(Apis, Effect.KEEPS, oasdiff="api-security-component-added")
def security_scheme_added(pair: Apis) -> Iterator[Finding]:
    """The document defines a security scheme that it did not."""
    before = {scheme.wire_name for scheme in pair.old.security_schemes}
    for scheme in pair.new.security_schemes:
        if scheme.wire_name not in before:
            yield Finding(f"has the security scheme `{scheme.wire_name}`")


@rule(Apis, Effect.KEEPS, oasdiff="api-security-component-removed")
def security_scheme_removed(pair: Apis) -> Iterator[Finding]:
    """The document defines a security scheme no more. What that does to operations is told of each."""
    after = {scheme.wire_name for scheme in pair.new.security_schemes}
    for scheme in pair.old.security_schemes:
        if scheme.wire_name not in after:
            yield Finding(f"has no security scheme `{scheme.wire_name}`")


@rule(Apis, Effect.NARROWS, request=Level.WARNING, witnessed=False)
def server_removed(pair: Apis) -> Iterator[Finding]:
    """A base URL is not listed any more. A warning: clients go on to use it."""
    after = {server.url for server in pair.new.servers}
    for server in pair.old.servers:
        if server.url not in after:
            yield Finding(f"is not at {server.url} any more")


@rule(Apis, Effect.KEEPS)
def server_added(pair: Apis) -> Iterator[Finding]:
    """A base URL is new."""
    before = {server.url for server in pair.old.servers}
    for server in pair.new.servers:
        if server.url not in before:
            yield Finding(f"is at {server.url} too")


def _open(requirements: tuple[frozenset[str], ...]) -> bool:
    """Whether a call without credentials is let in."""
    return not requirements or frozenset() in requirements


def _named(requirement: frozenset[str]) -> str:
    return " with ".join(f"`{name}`" for name in sorted(requirement))


def _listed(requirements: tuple[frozenset[str], ...]) -> str:
    return " or ".join(_named(each) for each in requirements)


def _credential(credential: ir.Credential) -> str:
    match credential:
        case ir.ApiKey(place=place, wire_name=name):
            return f"a key in the {place} `{name}`"
        case ir.Bearer():
            return "a bearer token"
        case ir.Basic():
            return "a user name and a password"
        case ir.Unsupported(kind=kind):
            return f"a {kind} scheme"
