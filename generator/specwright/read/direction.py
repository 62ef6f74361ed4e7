"""Parts what is sent from what is received: a schema with `readOnly` or `writeOnly` members is not the same both ways.

A schema that is used one way loses the members that do not go that way. One that is used both ways becomes two: the
one under its own name is received, `<Name>Input` is sent. So does every schema through which such members are reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from specwright import ir, naming
from specwright.ir import Direction, Schema
from specwright.problem import Problem
from specwright.read.everywhere import everywhere
from specwright.read.hoist import name_taken


def directed(api: ir.Api) -> tuple[ir.Api, tuple[Problem, ...]]:
    """The API with each schema parted that is not the same both ways, and the names that were taken."""
    schemas = {named.name: named for named in api.schemas}
    edges = {name: list(ir.references(named.schema)) for name, named in schemas.items()}
    marked = _reaching(edges, {name for name, named in schemas.items() if _marked(named.schema)})
    sent, received = (_reached(_referred(roots), edges) & marked for roots in (sent_by(api), received_by(api)))
    for name in sorted(marked - sent - received):  # no operation uses it, but it goes the way of what it holds
        held = _reached([name], edges) & (sent | received)
        if held:
            (sent if held <= sent and not held <= received else received).add(name)
    inputs, problems = _inputs(schemas, sent & received)
    to_send, to_receive = _Change(Direction.REQUEST, inputs), _Change(Direction.RESPONSE, {})
    parted = [
        *(_changed(schemas[name], to_send, inputs.get(name, name)) for name in sent),
        *(_changed(replace(schemas[name], sent_as=inputs.get(name, "")), to_receive, name) for name in received),
        *(named for name, named in schemas.items() if name not in sent | received),
    ]
    api = replace(api, schemas=tuple(sorted(parted, key=lambda named: named.name)))
    return everywhere(api, request=to_send, response=to_receive), problems


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of each schema that goes one way: called with one, its insides already changed."""

    direction: Direction
    inputs: Mapping[str, str]

    def __call__(self, schema: Schema) -> Schema:
        match schema:
            case ir.Reference(name=name, kinds=kinds):
                return ir.Reference(self.inputs.get(name, name), kinds and kinds.renamed(self.inputs))
            case ir.Object(properties=properties):
                gone = {prop.wire_name for prop in properties if self._gone(prop)}
                return _without(schema, gone) if gone else schema
            case ir.Union(discriminator=ir.Discriminator() as discriminator):
                return replace(schema, discriminator=discriminator.renamed(self.inputs))
            case _:
                return schema

    def _gone(self, prop: ir.Property) -> bool:
        return prop.read_only if self.direction is Direction.REQUEST else prop.write_only


def _changed(named: ir.NamedSchema, change: _Change, name: str) -> ir.NamedSchema:
    return replace(named, name=name, schema=ir.rebuilt(named.schema, change), direction=change.direction)


def _without(schema: ir.Object, gone: set[str]) -> ir.Object:
    """The object without these members, which nothing requires any more."""
    kept = tuple(prop for prop in schema.properties if prop.wire_name not in gone)
    return replace(schema, properties=kept, rules=tuple(_relaxed(rule, gone) for rule in schema.rules))


def _relaxed(rule: ir.Rule, gone: set[str]) -> ir.Rule:
    match rule:
        case ir.Together(sets=sets) if rule.least:
            return replace(rule, sets=tuple(tuple(name for name in each if name not in gone) for each in sets))
        case ir.Needs(needed=needed):
            return replace(rule, needed=tuple(name for name in needed if name not in gone))
        case _:
            return rule


def _marked(schema: Schema) -> bool:
    """Whether an object in a schema has members that go one way only, references not followed."""
    own = isinstance(schema, ir.Object) and any(prop.read_only or prop.write_only for prop in schema.properties)
    return own or any(_marked(child) for child in ir.children(schema))


def _reaching(edges: Mapping[str, list[str]], targets: set[str]) -> set[str]:
    """The targets, and the names of the schemas that lead to one."""
    holders: dict[str, list[str]] = {}
    for name, references in edges.items():
        for reference in references:
            holders.setdefault(reference, []).append(name)
    return _reached(targets, holders)


def _referred(schemas: Iterable[Schema]) -> Iterator[str]:
    return (name for schema in schemas for name in ir.references(schema))


def _reached(starts: Iterable[str], edges: Mapping[str, list[str]]) -> set[str]:
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        for name in edges.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached


def sent_by(api: ir.Api) -> Iterator[Schema]:
    """The schemas of what a client sends, in operations, and in answers to webhooks."""
    yield from (schema for operation in api.operations for schema in _asked(operation))
    yield from (schema for webhook in api.webhooks for schema in _answered(webhook))


def received_by(api: ir.Api) -> Iterator[Schema]:
    """The schemas of what a client receives, in answers, and in webhooks."""
    yield from (schema for operation in api.operations for schema in _answered(operation))
    yield from (schema for webhook in api.webhooks for schema in _asked(webhook))


def _asked(call: ir.Operation | ir.Webhook) -> Iterator[Schema]:
    yield from (parameter.schema for parameter in call.parameters)
    yield from (content.schema for content in (call.body.content if call.body else ()))


def _answered(call: ir.Operation | ir.Webhook) -> Iterator[Schema]:
    for response in call.responses:
        yield from (content.schema for content in response.content)
        yield from (header.schema for header in response.headers)


def _inputs(schemas: Mapping[str, ir.NamedSchema], both: Iterable[str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What each schema that goes both ways is called where it is sent."""
    inputs, taken = dict[str, str](), naming.Names(schemas)
    problems: list[Problem] = []
    for name in sorted(both):
        wanted = f"{name}Input"
        inputs[name] = taken.new(wanted)
        if inputs[name] != wanted:
            problems.append(name_taken(wanted, inputs[name], schemas[name].location))
    return inputs, tuple(problems)
