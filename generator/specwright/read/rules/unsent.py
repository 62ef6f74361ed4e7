"""Rules about what the document asks a request to have, and a client sends only if its user sees to it."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.ir import escaped
from specwright.read.keywords import last_token, members, text
from specwright.read.operations import credential
from specwright.read.outline import Node, Outline
from specwright.read.rules.finding import Finding, doubtful


def part_header_unsent(outline: Outline) -> Iterator[Finding]:
    """The encoding of a multipart body declares a header of a part, which is no argument and is not checked.

    An `Upload` takes any headers. A `Content-Type` among them says nothing (section 4.8.15).
    """
    for body in _request_bodies(outline):
        for media_type, content in outline.members(_under(body, "content")):
            if not media_type.strip().lower().startswith("multipart/"):
                continue
            for part, encoding in outline.members(_under(content, "encoding")):
                for header in members(encoding.value.get("headers")):
                    if header.lower() != "content-type":
                        message = f"the header `{header}` of the part `{part}` is neither sent nor checked"
                        remedy = f'Send the part as `Upload(..., headers={{"{header}": ...}})`.'
                        yield doubtful(f"{encoding.pointer}/headers/{escaped(header)}", message, remedy)


def parameter_content_unwritten(outline: Outline) -> Iterator[Finding]:
    """A parameter with `content` is a list or an object, in a media type in which neither is written.

    That is any but JSON and, for an object, a form. A value that is given is refused.
    """
    for node in outline.nodes["parameter"]:
        for media_type, content in outline.members(_under(node, "content")):
            schema = outline.resolved(_under(content, "schema"))
            kind = text(schema.value, "type") if schema else ""
            if kind in ("array", "object") and not _writes(media_type, kind):
                message = f"no {kind} can be written as `{media_type}`, so `{node.value.get('name')}` cannot be given"
                remedy = "Declare it as `application/json`, with a `style`, or as a string, for the whole of its text."
                yield doubtful(f"{node.pointer}/content/{escaped(media_type)}", message, remedy)


def _writes(media_type: str, kind: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence.endswith(("/json", "+json")) or (kind == "object" and essence == "application/x-www-form-urlencoded")


def security_scheme_unfilled(outline: Outline) -> Iterator[Finding]:
    """A security scheme takes more than a secret to send, such as `http` with `digest`, or `mutualTLS`.

    No argument of a client fills it.
    """
    for node in outline.nodes["security_scheme"]:
        if "$ref" in node.value:
            continue
        match credential(node.value):
            case ir.Unsupported(kind="mutualTLS"):
                remedy = "Give the client a `http_client=` whose `verify` is an SSL context with a certificate."
            case ir.Unsupported():
                remedy = "Give the client a `http_client=` with an `auth`, or `headers=`."
            case _:
                continue
        told = " ".join(filter(None, (text(node.value, "type"), text(node.value, "scheme"))))
        message = f"no argument of a client is for the security scheme `{last_token(node.pointer)}` ({told})"
        yield doubtful(node.pointer, message, remedy)


def _request_bodies(outline: Outline) -> Iterator[Node]:
    """The body of each operation that has one, references followed; two operations may share one."""
    for operation in outline.operations:
        body = outline.resolved(_under(Node(operation.pointer, operation.value), "requestBody"))
        if body is not None:
            yield body


def _under(node: Node, name: str) -> Node:
    return Node(f"{node.pointer}/{name}", members(node.value.get(name)))
