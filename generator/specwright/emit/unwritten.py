"""Which parameters have no value that could be written in their place."""

from __future__ import annotations

from specwright import ir
from specwright.emit.contents import FORM, essence, json_media, resolved, without_null
from specwright.emit.strategies import Compiler
from specwright.ir import Schema
from specwright.kinds import kinds


def unwritten(parameter: ir.Parameter, compiler: Compiler, schemas: dict[str, ir.NamedSchema]) -> str:
    """Why there is nothing to write in the place of a parameter; empty if there is something."""
    schema, style, media_type = resolved(parameter.schema, schemas), parameter.style, parameter.media_type
    why = compiler.why_not(without_null(parameter.schema))
    if not why and media_type and not _is_text(media_type, schema):
        why = f"there is no way to write it as `{media_type}`"
    elif not why and not media_type and style != "deepObject" and _all_nested(schema, parameter.place, schemas):
        why = f"the style `{style}` has no way to write lists or objects inside of others"
    return why


def _is_text(media_type: str, schema: Schema) -> bool:
    """Whether some value is one text of a media type: a scalar is of any, all else of JSON, an object of a form."""
    admitted = kinds(schema)
    form = essence(media_type) == FORM and "object" in admitted
    return json_media(media_type) or form or not admitted <= {"array", "object"}


def _all_nested(schema: Schema, place: ir.Place, schemas: dict[str, ir.NamedSchema]) -> bool:
    """Whether every value has a list or an object inside; in a path an empty list is nothing."""
    match schema:
        case ir.Array(items=items, min_items=least):
            return _nests(items, schemas) and (place is ir.Place.PATH or least > 0)
        case ir.Object(properties=properties):
            return any(prop.required and _nests(prop.schema, schemas) for prop in properties)
        case _:
            return False


def _nests(schema: Schema, schemas: dict[str, ir.NamedSchema]) -> bool:
    found = kinds(resolved(schema, schemas))
    return bool(found) and found <= {"array", "object"}
