"""Rules about paths, their parameters and the operations on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.ir import escaped
from specwright.read.json_text import JsonValue
from specwright.read.operations import FRAMING
from specwright.read.outline import Node, Operation, Outline
from specwright.read.rules.finding import Finding, doubtful, wrong


def path_parameter_undeclared(outline: Outline) -> Iterator[Finding]:
    """The template of a path has a variable that no parameter of the operation fills."""
    for operation in outline.operations:
        declared = [node.value.get("name") for node in _path_parameters(outline, operation)]
        for name in dict.fromkeys(_VARIABLE.findall(operation.path)):
            if name not in declared and not _unreadable(outline, operation):
                remedy = f"Declare a parameter with `name: {name}`, `in: path` and `required: true`."
                yield wrong(operation.pointer, f"path parameter `{name}` of {operation.title} is not declared", remedy)


def path_parameter_unused(outline: Outline) -> Iterator[Finding]:
    """A parameter has `in: path`, but the template of the path has no variable of its name.

    There is no place in the URL for it, so that it is left out.
    """
    for operation in outline.operations:
        variables = set(_VARIABLE.findall(operation.path))
        for node in _path_parameters(outline, operation):
            name = node.value.get("name")
            if isinstance(name, str) and name not in variables:
                message = f"path parameter `{name}` of {operation.title} has no place in the path"
                yield doubtful(node.pointer, message, f"Put `{{{name}}}` into the path, or remove the parameter.")


def path_parameter_optional(outline: Outline) -> Iterator[Finding]:
    """A path parameter is not marked `required: true`, which section 4.8.12 demands; it is taken as required."""
    for node in outline.nodes["parameter"]:
        if node.value.get("in") == "path" and node.value.get("required") is not True:
            message = f"path parameter `{node.value.get('name')}` is not marked as required"
            yield doubtful(node.pointer, message, "Write `required: true`.")


def framing_parameter_left_out(outline: Outline) -> Iterator[Finding]:
    """A parameter is a header that HTTP makes of each request (RFC 9110, sections 7.2 and 8.6); it is left out.

    It is there whatever a caller gives, and any value but its own would break the request.
    """
    for node in outline.nodes["parameter"]:
        name = str(node.value.get("name"))
        if node.value.get("in") == "header" and name.lower() in FRAMING:
            message = f"the parameter `{name}`, a header that HTTP sets for each request, is left out"
            yield doubtful(node.pointer, message, "Remove the parameter; a client sends the header all the same.")


def path_ambiguous(outline: Outline) -> Iterator[Finding]:
    """Two paths with a method in common differ in the names of their variables only.

    Section 4.8.8.1 calls them identical: a server cannot tell their requests apart, and answers to the first.
    """
    first: dict[tuple[str, str], Operation] = {}
    for operation in outline.operations:
        other = first.setdefault((operation.method, _VARIABLE.sub("{}", operation.path)), operation)
        if other.path != operation.path:
            message = f"{operation.title} cannot be told apart from {other.title}"
            yield doubtful(operation.pointer, message, "Merge the two paths, or change the text of one.")


def parameter_duplicated(outline: Outline) -> Iterator[Finding]:
    """A list has two parameters with one name at one place (`in`), so that it is not known which one is meant."""
    for kind in ("operation", "path_item"):
        for owner in outline.nodes[kind]:
            seen: set[tuple[str, str]] = set()
            for node in outline.parameters(owner):
                name, place = node.value.get("name"), node.value.get("in")
                if not isinstance(name, str) or not isinstance(place, str):
                    continue
                if (name, place) in seen:
                    message = f"{place} parameter `{name}` is there twice"
                    yield wrong(f"{owner.pointer}/parameters", message, "Remove one of the two.")
                seen.add((name, place))


def operation_id_duplicated(outline: Outline) -> Iterator[Finding]:
    """Two operations have one `operationId`, which section 4.8.10 wants to be unique; the second one is numbered."""
    first: dict[str, Operation] = {}
    for operation in outline.operations:
        identifier = operation.value.get("operationId")
        if isinstance(identifier, str):
            other = first.setdefault(identifier, operation)
            if other.pointer != operation.pointer:
                message = f"`{identifier}` is the operationId of {operation.title} and of {other.title}"
                yield doubtful(f"{operation.pointer}/operationId", message, "Give one of the two another operationId.")


def status_key_invalid(outline: Outline) -> Iterator[Finding]:
    """A response has a key that is neither a status of three digits, nor a range such as `4XX`, nor `default`."""
    for operation in outline.nodes["operation"]:
        responses = operation.value.get("responses")
        for status in responses if isinstance(responses, dict) else ():
            if not _STATUS.fullmatch(status) and not status.startswith("x-"):
                pointer = f"{operation.pointer}/responses/{escaped(status)}"
                remedy = "Write three digits, a range such as `4XX`, or `default`."
                yield wrong(pointer, f"`{status}` is no status of a response", remedy)


def request_body_without_content(outline: Outline) -> Iterator[Finding]:
    """A request body names no media type, so that there is nothing that could be sent; it is left out."""
    for node in outline.nodes["request_body"]:
        if "$ref" not in node.value and not node.value.get("content"):
            remedy = "Name a media type under `content`, or remove the request body."
            yield doubtful(node.pointer, "the request body has no content", remedy)


def security_scheme_undefined(outline: Outline) -> Iterator[Finding]:
    """A security requirement names a scheme that `components.securitySchemes` does not define.

    How to authenticate cannot be known; the requirement is left out.
    """
    defined = _security_schemes(outline)
    owners = [Node("", outline.document.value), *outline.nodes["operation"]]
    for owner in owners:
        requirements = owner.value.get("security")
        for index, requirement in enumerate(requirements if isinstance(requirements, list) else []):
            for name in requirement if isinstance(requirement, dict) else ():
                if name not in defined:
                    remedy = f"Define `{name}` under components.securitySchemes, or mend the name."
                    message = f"the security scheme `{name}` is not defined"
                    yield doubtful(f"{owner.pointer}/security/{index}", message, remedy)


def tag_duplicated(outline: Outline) -> Iterator[Finding]:
    """A tag is described twice; the first description counts."""
    tags: JsonValue = outline.document.value.get("tags")
    seen: set[str] = set()
    for index, tag in enumerate(tags if isinstance(tags, list) else []):
        name = tag.get("name") if isinstance(tag, dict) else None
        if isinstance(name, str):
            if name in seen:
                yield doubtful(f"/tags/{index}", f"the tag `{name}` is described twice", "Remove one of the two.")
            seen.add(name)


_VARIABLE = re.compile(r"\{([^{}/]+)\}")
_STATUS = re.compile(r"[1-5][0-9]{2}|[1-5]XX|default")


def _path_parameters(outline: Outline, operation: Operation) -> Iterator[Node]:
    """The path parameters of an operation, its path item's included."""
    owners = (Node(operation.pointer, operation.value), operation.item)
    return (node for owner in owners for node in outline.parameters(owner) if node.value.get("in") == "path")


def _unreadable(outline: Outline, operation: Operation) -> bool:
    """Whether some parameters of an operation cannot be found: any of them may be the one that is looked for."""
    owners = (Node(operation.pointer, operation.value), operation.item)
    return any(_listed(owner) != sum(1 for _ in outline.parameters(owner)) for owner in owners)


def _listed(owner: Node) -> int:
    listed = owner.value.get("parameters")
    return len(listed) if isinstance(listed, list) else 0


def _security_schemes(outline: Outline) -> frozenset[str]:
    components: JsonValue = outline.document.value.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    return frozenset(schemes) if isinstance(schemes, dict) else frozenset()
