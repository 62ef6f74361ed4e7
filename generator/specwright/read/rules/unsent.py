"""Rules about what the document asks a request to have, and a client sends only if its user sees to it."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.ir import escaped
from specwright.read.keywords import members
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


def _request_bodies(outline: Outline) -> Iterator[Node]:
    """The body of each operation that has one, references followed; two operations may share one."""
    for operation in outline.operations:
        body = outline.resolved(_under(Node(operation.pointer, operation.value), "requestBody"))
        if body is not None:
            yield body


def _under(node: Node, name: str) -> Node:
    return Node(f"{node.pointer}/{name}", members(node.value.get(name)))
