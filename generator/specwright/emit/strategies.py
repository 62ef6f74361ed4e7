"""`ir.Schema` -> readable Hypothesis code that draws what the schema admits, as it looks on the wire.

It is compiled from the schema and never looks at a model, so that it can prove one. The words that it uses are the
functions of the runtime's `testing/draw.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property

from specwright import ir, naming
from specwright.emit.cycles import cycles
from specwright.emit.heights import Heights, finite
from specwright.emit.imports import import_lines
from specwright.emit.layout import Call, Display, Expression, call, lay_out, listing, literal, settled
from specwright.emit.patterns import python_pattern
from specwright.emit.steering import Steering, steered
from specwright.ir import NoValue, Schema

WORDS = frozenset(
    "booleans date_times dates deferred fitting integers json_values just kinds lists mapping matching none nothing "
    "numbers one_of parsed record sampled_from text uuids".split()
)
_RESERVED = WORDS | {"Json", "SearchStrategy", "annotations", "cache", "super", "valid"}
_FORMATS = {ir.Format.DATE: "dates", ir.Format.DATE_TIME: "date_times", ir.Format.UUID: "uuids"}


@dataclass(frozen=True, slots=True)
class Strategy:
    """A function that returns the strategy of a named schema: its body is one expression."""

    schema: str
    name: str
    signature: str
    docstring: str
    expression: str


@dataclass(frozen=True, slots=True)
class StrategiesView:
    """The module `testing/strategies.py`."""

    imports: str
    rows: tuple[Strategy, ...]


def strategies_view(compiler: Compiler) -> StrategiesView:
    """The functions of all schemas, and the lines that import what they are written with."""
    rows = strategies(compiler)
    texts = [row.expression for row in rows]
    drawn = ("Json", "SearchStrategy", *words(texts))
    needed = {"functools": ["cache"], ".._runtime.testing.draw": drawn, ".document": ["valid"] * judged(texts)}
    return StrategiesView(import_lines(needed) if rows else "", rows)


_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'""")
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*(?!\w|=[^=])")
"""A bare name: no attribute, no name of an argument."""


def strategies(compiler: Compiler) -> tuple[Strategy, ...]:
    """A function for each named schema, in their order."""
    return tuple(
        Strategy(
            schema=named.name,
            name=function_name(named.name),
            signature=f"def {function_name(named.name)}() -> SearchStrategy[Json]:",
            docstring=f'"""`{named.name}`."""',
            expression=compiler.named(named),
        )
        for named in compiler.api.schemas
    )


@cache
def function_name(schema: str) -> str:
    """`DeploymentsList` -> `deployments_list`: the function that a named schema has in `testing/strategies.py`."""
    return naming.unique(naming.module_name(schema), _RESERVED)


def words(expressions: Iterable[str]) -> tuple[str, ...]:
    """The words that texts use, sorted: what a module that holds them must import."""
    return tuple(sorted(_names(expressions) & WORDS))


def judged(expressions: Iterable[str]) -> bool:
    """Whether any of the texts asks the document itself, by `valid`."""
    return "valid" in _names(expressions)


def _names(expressions: Iterable[str]) -> set[str]:
    """The bare names in expressions."""
    return {name for text in expressions for name in _NAME.findall(_STRING.sub('""', text))}


class _Graph:
    """How schemas hold each other."""

    def __init__(self, schemas: Mapping[str, ir.NamedSchema]) -> None:
        self._schemas = {name: named.schema for name, named in schemas.items()}

    @cached_property
    def _references(self) -> dict[str, set[str]]:
        return {name: set(ir.references(schema)) for name, schema in self._schemas.items()}

    @cached_property
    def cycles(self) -> dict[str, frozenset[str]]:
        """Name -> the names that it is in a cycle with."""
        return cycles(self._references)

    @cached_property
    def heights(self) -> Heights:
        """How deep the smallest value of each is."""
        return Heights(self._schemas, self._references)


class Compiler:
    """Compiles the schemas of one API."""

    def __init__(self, api: ir.Api, prefix: str = "") -> None:
        """`prefix` stands before the names of functions: `strategies.` in a module that imports theirs."""
        self.api = api
        self._schemas = {named.name: named for named in api.schemas}
        self._prefix = prefix
        self._graph = _Graph(self._schemas)
        self._doubtful: dict[str, bool] = {}
        self._steering = Steering(self._opened)

    def elsewhere(self, prefix: str) -> Compiler:
        """The same compiler for a module with another prefix: what it has found out, it need not find out again."""
        other = copy(self)
        other._prefix = prefix
        return other

    def named(self, named: ir.NamedSchema) -> str:
        """What the function of a named schema returns."""
        expression = self._expression(named.schema, self._graph.cycles[named.name])
        guarded = self._guarded(named.schema, expression, named.pointer, named.direction)
        return settled(lay_out(guarded, 4, len("return ")))

    def expression(self, schema: Schema, pointer: str = "") -> Expression:
        """The strategy of a schema that has no name; `pointer` says where it stands in the document."""
        return self._guarded(schema, self._expression(schema, frozenset()), pointer)

    def possible(self, schema: Schema) -> bool:
        """Whether any finite value is valid, as far as can be told."""
        return self._graph.heights.of(schema) < math.inf

    def why_not(self, schema: Schema) -> str:
        """Why nothing can be drawn for a schema; empty if something can."""
        if self.possible(schema):
            return ""
        pattern = next(self._undrawable(schema), None)
        return "no value is valid for it" if pattern is None else f"no text can be drawn for the pattern {pattern!r}"

    def objects(self, schema: Schema, seen: frozenset[str] = frozenset()) -> bool:
        """Whether any value of a schema may be an object."""
        match schema:
            case ir.AnyValue() | ir.Object():
                return True
            case ir.Reference(name=name):
                return name not in seen and self.objects(self._schemas[name].schema, seen | {name})
            case ir.Refined(schema=inner):
                return self.objects(inner, seen)
            case ir.Union(members=members):
                return any(self.objects(member, seen) for member in members)
            case ir.Enumeration(values=values):
                return any(isinstance(value.value, dict) for value in values)
            case _:
                return False

    def _undrawable(self, schema: Schema) -> Iterator[str]:
        """The patterns in a schema, those it refers to included, for which no text can be drawn."""
        waiting, seen = [schema], set[str]()
        while waiting:
            match waiting.pop():
                case ir.String(pattern=str(pattern)) if python_pattern(pattern) is None:
                    yield pattern
                case ir.Reference(name=name) if name not in seen:
                    seen.add(name)
                    waiting.append(self._schemas[name].schema)
                case other:
                    waiting.extend(ir.children(other))

    def certain(self, named: ir.NamedSchema) -> bool:
        """Whether all that is drawn for a named schema is valid: in doubt a component is judged, no part of one is."""
        return bool(named.pointer) or not self._doubts(named.schema)

    def _guarded(
        self, schema: Schema, expression: Expression, pointer: str, direction: ir.Direction | None = None
    ) -> Expression:
        """What cannot be drawn for certain, such as exactly one of members that overlap, the document itself judges."""
        if not pointer or not self._doubts(schema):
            return expression
        way = [literal(direction.value)] if direction else []
        return call("valid", literal(pointer), expression, *way)

    def _doubts(self, schema: Schema) -> bool:
        match schema:
            case ir.Union(exclusive=True):
                return True
            case ir.Refined():
                return True
            case ir.Object(rules=rules) if rules:
                return True
            case ir.Reference(name=name) if not self._schemas[name].pointer:
                if name not in self._doubtful:
                    self._doubtful[name] = False
                    self._doubtful[name] = self._doubts(self._schemas[name].schema)
                return self._doubtful[name]
            case _:
                return any(self._doubts(child) for child in ir.children(schema))

    def _expression(self, schema: Schema, cycle: frozenset[str]) -> Expression:
        """The expression inside the functions of a cycle: those are not called while they are being built."""
        if not self.possible(schema):
            return call("nothing")
        match schema:
            case ir.Object() | ir.Refined() if steered(schema):
                return self._any_of(self._steering.branches(schema), cycle)
            case ir.AnyValue():
                return call("json_values")
            case NoValue():
                return call("nothing")
            case ir.Null():
                return call("none")
            case ir.Boolean():
                return call("booleans")
            case ir.Number():
                return _number(schema)
            case ir.String():
                return _string(schema)
            case ir.Enumeration():
                return _enumeration(schema)
            case ir.Array():
                return self._array(schema, cycle)
            case ir.Refined(schema=ir.Array() as array, rules=rules):
                return self._array(array, cycle, [rule for rule in rules if isinstance(rule, ir.Holds)])
            case ir.Refined(schema=inner):
                return self._expression(inner, cycle)
            case ir.Object():
                return self._object(schema, cycle)
            case ir.Union(members=members):
                return self._any_of(members, cycle)
            case ir.Reference(name=name, kinds=ir.Discriminator() as kinds):
                return self._kinds(self._expression(ir.Reference(name), cycle), kinds)
            case ir.Reference(name=name):
                function = self._prefix + function_name(name)
                return call("deferred", function) if name in cycle else call(function)

    def _any_of(self, schemas: Sequence[Schema], cycle: frozenset[str]) -> Expression:
        possible = [schema for schema in schemas if self.possible(schema)]
        branches = [self._expression(schema, cycle) for schema in sorted(possible, key=self._rank)]
        return call("one_of", *branches) if len(branches) > 1 else branches[0] if branches else call("nothing")

    def _kinds(self, base: Expression, kinds: ir.Discriminator) -> Expression:
        """A schema and what extends it, but for what has rules: to be called something may break one."""
        functions = [
            (f"{literal(text)}: ", self._prefix + function_name(name))
            for text, name in kinds.mapping
            if self.possible(ir.Reference(name)) and not self._doubts(self._schemas[name].schema)
        ]
        return call("kinds", base, literal(kinds.wire_name), Display("{}", tuple(functions))) if functions else base

    def _array(self, array: ir.Array, cycle: frozenset[str], holds: Sequence[ir.Holds] = ()) -> Expression:
        prefix = [self._expression(item, cycle) for item in array.prefix]
        items = array.items
        for rule in holds:
            items = items if rule.most is None else self._steering.apart(items, rule.schema)
        held = [(self._steering.together(array.items, rule.schema), rule.least) for rule in holds if rule.least]
        endless = not self.possible(items)
        most = _least(len(array.prefix) if endless else None, array.max_items)
        return call(
            "lists",
            self._expression(items, cycle),
            prefix=listing(*prefix) if prefix else None,
            holding=_pairs((self._expression(schema, cycle), str(least)) for schema, least in held),
            min_size=str(array.min_items) if array.min_items else None,
            max_size=None if most is None else str(most),
            unique="True" if array.unique else None,
        )

    def _object(self, schema: ir.Object, cycle: frozenset[str]) -> Expression:
        others = self._others(schema)
        extra = self._expression(others, cycle) if self.possible(others) else None
        sizes = {
            "min_size": str(schema.min_properties) if schema.min_properties else None,
            "max_size": None if schema.max_properties is None else str(schema.max_properties),
        }
        named = {
            "names": self._names(schema, cycle),
            "patterns": _pairs(self._patterns(schema, cycle)),
        }
        if not schema.properties and extra is not None:
            return call("mapping", extra, **named, **sizes)
        possible = [prop for prop in schema.properties if self.possible(prop.schema)]
        drawn = {prop.wire_name for prop in possible}
        forbidden = [literal(prop.wire_name) for prop in schema.properties if prop.wire_name not in drawn]
        return call(
            "record",
            required=self._members((prop for prop in possible if prop.required), cycle),
            optional=self._members((prop for prop in possible if not prop.required), cycle),
            extra=extra,
            forbidden=listing(*forbidden) if forbidden and extra is not None else None,
            **named,
            **sizes,
        )

    def _others(self, schema: ir.Object) -> Schema:
        """What a member holds that is not declared and whose name matches no pattern."""
        rules = [rule.others for rule in schema.rules if isinstance(rule, ir.Patterns | ir.Unevaluated)]
        return self._steering.together(schema.additional, *rules)

    def _names(self, schema: ir.Object, cycle: frozenset[str]) -> Expression | None:
        rules = [rule.schema for rule in schema.rules if isinstance(rule, ir.Names)]
        return self._expression(self._steering.together(ir.String(), *rules), cycle) if rules else None

    def _patterns(self, schema: ir.Object, cycle: frozenset[str]) -> Iterator[tuple[Expression, Expression]]:
        """The names that a pattern admits, and what members of these names hold."""
        for pattern, held in (pair for rule in schema.rules if isinstance(rule, ir.Patterns) for pair in rule.patterns):
            values = self._steering.together(schema.additional, held)
            if python_pattern(pattern) is not None and self.possible(values):
                yield _string(ir.String(pattern=pattern)), self._expression(values, cycle)

    def _opened(self, reference: ir.Reference) -> Schema:
        schema = self._schemas[reference.name].schema
        return self._opened(schema) if isinstance(schema, ir.Reference) else schema

    def _members(self, properties: Iterable[ir.Property], cycle: frozenset[str]) -> Expression | None:
        items = [(f"{literal(prop.wire_name)}: ", self._expression(prop.schema, cycle)) for prop in properties]
        return Display("{}", tuple(items)) if items else None

    def _rank(self, schema: Schema) -> tuple[float, bool]:
        """Alternatives in order of how soon they come to an end, null before all."""
        return self._graph.heights.of(schema), not isinstance(schema, ir.Null)


def _pairs(pairs: Iterable[tuple[Expression, Expression]]) -> Display | None:
    """A list of pairs, or nothing if it would be empty."""
    items = [Display("()", (("", first), ("", second))) for first, second in pairs]
    return listing(*items) if items else None


def _number(number: ir.Number) -> Call:
    step = None if number.multiple_of is None else literal(number.multiple_of)
    if number.integral:
        least = max(_inclusive(number.minimum, number.exclusive_minimum, 1), default=None)
        most = min(_inclusive(number.maximum, number.exclusive_maximum, -1), default=None)
        return _bounded("integers", least, most, multiple_of=step)
    return _bounded(
        "numbers",
        number.minimum,
        number.maximum,
        exclusive_minimum=None if number.exclusive_minimum is None else literal(number.exclusive_minimum),
        exclusive_maximum=None if number.exclusive_maximum is None else literal(number.exclusive_maximum),
        multiple_of=step,
    )


def _inclusive(bound: int | float | None, exclusive: int | float | None, inwards: int) -> Iterator[int]:
    """The bounds of whole numbers, with `inwards` the direction to round to."""
    rounded, towards = (math.ceil, math.floor) if inwards > 0 else (math.floor, math.ceil)
    if bound is not None:
        yield rounded(bound)
    if exclusive is not None:
        yield towards(exclusive) + inwards


def _bounded(word: str, least: int | float | None, most: int | float | None, **keywords: Expression | None) -> Call:
    """A call with two bounds, the second one by name if the first is missing."""
    if least is None:
        return call(word, maximum=None if most is None else literal(most), **keywords)
    return call(word, *(literal(bound) for bound in (least, most) if bound is not None), **keywords)


def _string(string: ir.String) -> Call:
    expression = None
    if string.pattern is not None:
        pattern = python_pattern(string.pattern, string.min_length, string.max_length)
        expression = None if pattern is None else literal(pattern)
    sizes = {
        "min_size": str(string.min_length) if string.min_length else None,
        "max_size": None if string.max_length is None else str(string.max_length),
    }
    if string.format is not None and string.format in _FORMATS:
        spelled = call(_FORMATS[string.format])
        return call("fitting", spelled, pattern=expression, **sizes) if expression or any(sizes.values()) else spelled
    return call("text", **sizes) if expression is None else call("matching", expression, **sizes)


def _enumeration(enumeration: ir.Enumeration) -> Call:
    values = [value.value for value in enumeration.values if finite(value.value)]
    if any(isinstance(value, dict | list) for value in values):
        drawn = [call("parsed", literal(ir.Json.of(value).text)) for value in values]
        return call("one_of", *drawn) if len(drawn) > 1 else drawn[0]
    texts = [literal(value) for value in values]
    return call("sampled_from", listing(*texts)) if len(texts) > 1 else call("just", texts[0])


def _least(a: int | None, b: int | None) -> int | None:
    return min((size for size in (a, b) if size is not None), default=None)
