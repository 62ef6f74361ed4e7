"""Operations -> the constants that describe their calls to the runtime, as text."""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir
from specwright.emit.annotations import borrowed, expression
from specwright.emit.contents import telling_encodings, without_null

DESCRIPTORS = {place: place.value.capitalize() for place in ir.Place}
"""What the runtime calls a parameter in a place."""
_DEFAULT_STYLES = {ir.Place.PATH: "simple", ir.Place.QUERY: "form", ir.Place.HEADER: "simple", ir.Place.COOKIE: "form"}


def parameter_descriptor(parameter: ir.Parameter) -> str:
    """The runtime's description of a parameter, or of a header of an answer."""
    arguments = [repr(parameter.wire_name), f"lambda: {expression(without_null(parameter.schema))}"]
    if parameter.name != parameter.wire_name:
        arguments.append(f"name={parameter.name!r}")
    if parameter.required and parameter.place is not ir.Place.PATH:
        arguments.append("required=True")
    if parameter.style != _DEFAULT_STYLES[parameter.place]:
        arguments.append(f"style={parameter.style!r}")
    if parameter.explode is not (parameter.style == "form"):
        arguments.append(f"explode={parameter.explode}")
    arguments += ["allow_reserved=True"] * parameter.allow_reserved + ["allow_empty=True"] * parameter.allow_empty
    if parameter.media_type:
        arguments.append(f"media_type={parameter.media_type!r}")
    return f"{DESCRIPTORS[parameter.place]}({', '.join(arguments)})"


def body_descriptors(operation: ir.Operation, schemas: dict[str, ir.NamedSchema]) -> str:
    """The runtime's description of a body: one for each media type."""
    if operation.body is None:
        return ""
    required = ", required=True" if operation.body.required else ""
    rows = [
        f"Body({c.media_type!r}, lambda: {expression(c.schema)}{required}{_encodings(c, schemas)}{_structured(c)})"
        for c in operation.body.content
    ]
    return rows[0] if len(rows) == 1 else f"({', '.join(rows)})"


def _structured(content: ir.Content) -> str:
    return ", structured=True" if content.structured else ""


def _encodings(content: ir.Content, schemas: dict[str, ir.NamedSchema]) -> str:
    rows = [f"{each.wire_name!r}: {encoding_descriptor(each)}" for each in telling_encodings(content, schemas)]
    return f", encodings={{{', '.join(rows)}}}" if rows else ""


def encoding_descriptor(encoding: ir.Encoding) -> str:
    """The runtime's description of how a member of a form is written."""
    arguments = [repr(encoding.media_type)] * bool(encoding.media_type)
    arguments += [f"style={encoding.style!r}"] * bool(encoding.style)
    arguments += ["explode=False"] * (not encoding.explode) + ["allow_reserved=True"] * encoding.allow_reserved
    return f"{borrowed('Encoding')}({', '.join(arguments)})"


def response_descriptors(operation: ir.Operation) -> Iterator[str]:
    """The answers of each status: one for each media type."""
    for response in operation.responses:
        answers = [
            f"Answer({c.media_type!r}, lambda: {expression(c.schema)}{_structured(c)})" for c in response.content
        ]
        match answers:
            case []:
                yield f"{response.status!r}: Answer()"
            case [only]:
                yield f"{response.status!r}: {only}"
            case _:
                yield f"{response.status!r}: ({', '.join(answers)})"


def header_descriptors(operation: ir.Operation) -> Iterator[str]:
    """The declared headers of each status that has some."""
    for response in operation.responses:
        if response.headers:
            rows = "".join(f"{parameter_descriptor(header)}, " for header in response.headers)
            yield f"{response.status!r}: ({rows})"
