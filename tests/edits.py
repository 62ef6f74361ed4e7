"""Small edits of documents, such as people make: each changes one part, in one place."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str | int, ...]
METHODS = ("get", "put", "post", "delete", "patch", "options", "head")


def edited(document: Mapping[str, Any], random: Random) -> tuple[str, dict[str, Any]]:
    """What was done, and the document after it. The document itself stays as it is."""
    after: dict[str, Any] = copy.deepcopy(dict(document))
    places = [*_schemas(after), *_schemes(after), *_operations(after)]
    for _ in range(200):
        place, kind = random.choice(places) if places else ((), "")
        edit = random.choice(EDITS.get(kind, (_described,)))
        if done := edit(_at(after, place), random, after):
            return f"{edit.__name__.strip('_')} {done} at /{'/'.join(map(str, place))}", after
    return "nothing", after


def _schemas(document: Any) -> Iterator[tuple[Place, str]]:
    """Every schema of the components, and those inside of them."""
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    for name, schema in (schemas if isinstance(schemas, dict) else {}).items():
        yield from _inside(("components", "schemas", name), schema)


def _inside(place: Place, schema: Any) -> Iterator[tuple[Place, str]]:
    if not isinstance(schema, dict):
        return
    yield place, "schema"
    properties = schema.get("properties")
    for name, each in (properties if isinstance(properties, dict) else {}).items():
        yield from _inside((*place, "properties", name), each)
    for keyword in ("items", "additionalProperties"):
        yield from _inside((*place, keyword), schema.get(keyword))
    for keyword in ("allOf", "anyOf", "oneOf"):
        members = schema.get(keyword)
        for index, each in enumerate(members if isinstance(members, list) else ()):
            yield from _inside((*place, keyword, index), each)


def _schemes(document: Any) -> Iterator[tuple[Place, str]]:
    """Every security scheme."""
    components = document.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    for name in schemes if isinstance(schemes, dict) else ():
        yield ("components", "securitySchemes", name), "scheme"


def _operations(document: Any) -> Iterator[tuple[Place, str]]:
    """Every operation, webhook and callback, and the schemas of its bodies and parameters."""
    for section in ("paths", "webhooks"):
        yield from _items((section,), document.get(section))


def _items(place: Place, items: Any) -> Iterator[tuple[Place, str]]:
    for path, item in (items if isinstance(items, dict) else {}).items():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if isinstance(operation, dict):
                here = (*place, path, method)
                yield here, "operation"
                yield from _parts(here, operation)
                callbacks = operation.get("callbacks")
                for name, callback in (callbacks if isinstance(callbacks, dict) else {}).items():
                    yield from _items((*here, "callbacks", name), callback)


def _parts(place: Place, operation: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    for index, parameter in enumerate(operation.get("parameters") or ()):
        if isinstance(parameter, dict) and "$ref" not in parameter:
            yield (*place, "parameters", index), "parameter"
            yield from _inside((*place, "parameters", index, "schema"), parameter.get("schema"))
    if isinstance(body := operation.get("requestBody"), dict) and "$ref" not in body:
        yield (*place, "requestBody"), "body"
    responses = operation.get("responses")
    messages = [(("responses", status), each) for status, each in (responses or {}).items()]
    for steps, message in [(("requestBody",), operation.get("requestBody")), *messages]:
        content = message.get("content") if isinstance(message, dict) else None
        for media_type, each in (content if isinstance(content, dict) else {}).items():
            if isinstance(each, dict):
                yield from _inside((*place, *steps, "content", media_type, "schema"), each.get("schema"))


def _at(value: Any, place: Place) -> Any:
    for step in place:
        value = value[step]
    return value


# --- edits: each does something to a value and says what, or says nothing and has done nothing ------------------------


def _described(value: Any, random: Random, _: Any) -> str:
    value["description"] = random.choice(["Another text.", "Two lines,\n\nand `code`.", ""])
    return repr(value["description"])


def _member_added(schema: Any, random: Random, document: Any) -> str:
    if not isinstance(schema.get("properties"), dict):
        return ""
    name = random.choice(["added", "Added-1", "class", "self_", "id2"])
    schema["properties"][name] = _kind(random, document)
    if random.random() < 0.3:
        schema["required"] = [*schema.get("required", ()), name]
    return name


def _member_removed(schema: Any, random: Random, _: Any) -> str:
    if not schema.get("properties") or not isinstance(schema["properties"], dict):
        return ""
    name = random.choice(list(schema["properties"]))
    del schema["properties"][name]
    return name


def _members_turned(schema: Any, _: Random, __: Any) -> str:
    if not isinstance(schema.get("properties"), dict) or len(schema["properties"]) < 2:
        return ""
    schema["properties"] = dict(reversed(schema["properties"].items()))
    return "all"


def _required_changed(schema: Any, random: Random, _: Any) -> str:
    if not isinstance(schema.get("properties"), dict) or not schema["properties"]:
        return ""
    name = random.choice(list(schema["properties"]))
    required = [each for each in schema.get("required") or () if each != name]
    schema["required"] = required if len(required) < len(schema.get("required") or ()) else [*required, name]
    if not schema["required"]:
        del schema["required"]
    return name


def _replaced(schema: Any, random: Random, document: Any) -> str:
    kind = _kind(random, document)
    schema.clear()
    schema.update(kind)
    return str(kind)


def _bounded(schema: Any, random: Random, _: Any) -> str:
    keywords = {
        "string": {"minLength": 1, "maxLength": 40, "pattern": "^[a-z]+$", "format": "date-time", "enum": ["a", "b"]},
        "integer": {"minimum": 1, "maximum": 99, "multipleOf": 2, "enum": [1, 2]},
        "number": {"minimum": 1, "maximum": 99},
        "array": {"minItems": 1, "maxItems": 9, "uniqueItems": True},
        "object": {"minProperties": 1, "additionalProperties": False},
    }
    kind = schema.get("type")
    choices = list(keywords.get(kind, {}).items()) if isinstance(kind, str) else []
    if not choices:
        return ""
    name, value = random.choice(choices)
    schema[name] = value
    return f"{name}: {value}"


def _flagged(schema: Any, random: Random, document: Any) -> str:
    flags = ["readOnly", "writeOnly", "deprecated"] + ["nullable"] * str(document.get("openapi")).startswith("3.0")
    flag = random.choice(flags)
    schema[flag] = not schema.get(flag, False)
    return flag


def _composed(schema: Any, random: Random, document: Any) -> str:
    keyword = random.choice(["allOf", "anyOf", "oneOf"])
    if keyword in schema or "$ref" in schema:
        return ""
    schema[keyword] = [_kind(random, document) for _ in range(random.randint(1, 2))]
    return keyword


def _kind(random: Random, document: Any) -> dict[str, Any]:
    """The schema of something usual, of another component where there is one."""
    components = document.get("components") or {}
    names = list(components.get("schemas") or ()) if isinstance(components, dict) else []
    usual: list[dict[str, Any]] = [
        {"type": "string"},
        {"type": "integer"},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "string", "format": "uuid"},
        {"type": "string", "format": "date"},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object", "properties": {"inner": {"type": "string"}}},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"enum": ["one", "two", 3]},
    ]
    if names and random.random() < 0.4:
        name = str(random.choice(names)).replace("~", "~0").replace("/", "~1")
        return {"$ref": f"#/components/schemas/{name}"}
    return random.choice(usual)


def _summarised(operation: Any, _: Random, __: Any) -> str:
    operation["summary"] = "Another summary"
    return "summary"


def _outdated(operation: Any, _: Random, __: Any) -> str:
    operation["deprecated"] = not operation.get("deprecated", False)
    return str(operation["deprecated"])


def _status_added(operation: Any, random: Random, document: Any) -> str:
    responses = operation.get("responses")
    status = random.choice(["200", "202", "404", "409", "418", "default"])
    if not isinstance(responses, dict) or status in responses:
        return ""
    responses[status] = {"description": "", "content": {"application/json": {"schema": _kind(random, document)}}}
    return status


def _status_removed(operation: Any, random: Random, _: Any) -> str:
    responses = operation.get("responses")
    if not isinstance(responses, dict) or len(responses) < 2:
        return ""
    status = random.choice(list(responses))
    del responses[status]
    return str(status)


def _parameter_added(operation: Any, random: Random, document: Any) -> str:
    if not isinstance(operation.get("parameters", []), list):
        return ""
    place = random.choice(["query", "header", "cookie"])
    parameter = {"name": "added", "in": place, "required": random.random() < 0.3, "schema": _kind(random, document)}
    operation["parameters"] = [*operation.get("parameters", ()), parameter]
    return place


def _identified(operation: Any, random: Random, document: Any) -> str:
    others = [each.get("operationId") for item in (document.get("paths") or {}).values() for each in _dicts(item)]
    own = operation.get("operationId")
    respelled = own.swapcase() if isinstance(own, str) else "another"
    operation["operationId"] = random.choice(["another_operation_id", respelled, *filter(None, others)])
    return str(operation["operationId"])


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value.values() if isinstance(each, dict)] if isinstance(value, dict) else []


def _renamed(value: Any, random: Random, _: Any) -> str:
    value["x-specwright-name"] = random.choice(["token", "another", "Date"])
    return str(value["x-specwright-name"])


def _tagged(operation: Any, random: Random, _: Any) -> str:
    operation["tags"] = [random.choice(["another", "Default"])]
    return str(operation["tags"])


def _needed(parameter: Any, _: Random, __: Any) -> str:
    if parameter.get("in") == "path":
        return ""
    parameter["required"] = not parameter.get("required", False)
    return str(parameter["required"])


Edit: TypeAlias = Callable[[Any, Random, Any], str]
EDITS: Mapping[str, tuple[Edit, ...]] = {
    "schema": (
        _described,
        _member_added,
        _member_removed,
        _members_turned,
        _required_changed,
        _replaced,
        _bounded,
        _flagged,
        _composed,
        _renamed,
    ),
    "operation": (
        _described,
        _summarised,
        _outdated,
        _status_added,
        _status_removed,
        _parameter_added,
        _identified,
        _tagged,
    ),
    "parameter": (_described, _needed),
    "body": (_described, _needed),
    "scheme": (_described, _renamed),
}
