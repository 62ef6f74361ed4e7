"""The part of SARIF 2.1.0 that specwright writes, as a JSON Schema: sections 3.13 to 3.52 of the standard.

It is stricter than the standard, which has many more members: any other member is refused here.
"""

from __future__ import annotations

from typing import Any


def _object(required: str, optional: str = "", **members: Any) -> dict[str, Any]:
    assert set(members) == {*required.split(), *optional.split()}
    return {"type": "object", "required": required.split(), "properties": members, "additionalProperties": False}


_TEXT = {"type": "string", "minLength": 1}
_MESSAGE = _object("text", text=_TEXT)
_ARTIFACT = _object(
    "uri uriBaseId",
    uri={"type": "string", "pattern": r"^(?!/)(?!.*(^|/)\.\.(/|$))[A-Za-z0-9._~%/@!$&'()*+,;=:-]+$"},
    uriBaseId={"const": "%SRCROOT%"},
)
_POSITIVE = {"type": "integer", "minimum": 1}
_REGION = _object("startLine", "startColumn", startLine=_POSITIVE, startColumn=_POSITIVE)
_PHYSICAL = _object("artifactLocation", "region", artifactLocation=_ARTIFACT, region=_REGION)
_LOCATIONS = {"type": "array", "items": _object("physicalLocation", physicalLocation=_PHYSICAL)}
_RESULT = _object(
    "ruleId ruleIndex level message locations",
    "relatedLocations partialFingerprints",
    ruleId={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["error", "warning", "note", "none"]},
    message=_MESSAGE,
    locations=_LOCATIONS,
    relatedLocations=_LOCATIONS,
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
_RULE = _object("id", "shortDescription", id=_TEXT, shortDescription=_MESSAGE)
_DRIVER = _object("name rules", name=_TEXT, rules={"type": "array", "uniqueItems": True, "items": _RULE})
_RUN = _object(
    "tool columnKind results",
    tool=_object("driver", driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": _RESULT},
)
SCHEMA = _object(
    "$schema version runs",
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}},
    runs={"type": "array", "minItems": 1, "items": _RUN},
)
