"""What a caller may give where a schema is wanted: a model or a dict with the names of the wire, which a
`TypedDict`, the model's twin, spells out for checkers and editors.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir, naming
from specwright.emit.annotations import MODEL, borrowed, hint, union
from specwright.ir import Schema

_TEXT = {ir.Format.DATE: "date", ir.Format.DATE_TIME: "datetime", ir.Format.UUID: "UUID"}


class Arguments:
    """The types of arguments in one API; `twins` gives the name of the twin of each class that has one."""

    def __init__(self, api: ir.Api) -> None:
        self._schemas = {named.name: named.schema for named in api.schemas}
        self.twins = dict(self._named_twins(api))

    def given(self, schema: Schema, *, open_: frozenset[str] = frozenset()) -> str:
        """The type of an argument; `open_` are the aliases being written, which cannot hold themselves."""
        match schema:
            case ir.Reference(name=name) if name in self.twins:
                return f"{MODEL}{name} | {MODEL}{self.twins[name]}"
            case ir.Reference(name=name) if self._holds_objects(name):
                inside = borrowed("Any") if name in open_ else self.given(self._schemas[name], open_=open_ | {name})
                return union([f"{MODEL}{name}", inside]) if name in open_ else inside
            case ir.String(format=format_) if format_:
                return f"{borrowed(_TEXT[format_])} | str"
            case ir.Union(members=members):
                return union(self.given(member, open_=open_) for member in members)
            case ir.Array(items=items, prefix=()):
                return self._each("list[{}]", items, open_)
            case ir.Object(additional=additional):
                return self._each("dict[str, {}]", additional, open_)
            case _:
                return hint(schema)

    def _each(self, container: str, item: Schema, open_: frozenset[str]) -> str:
        """A container of models, or one of their twins: checkers know no list of models as a list of either."""
        if isinstance(item, ir.Reference) and item.name in self.twins:
            return union(container.format(f"{MODEL}{name}") for name in (item.name, self.twins[item.name]))
        return container.format(self.given(item, open_=open_))

    def _named_twins(self, api: ir.Api) -> Iterator[tuple[str, str]]:
        """Every object that a request body can hold has a twin; it is called after the class."""
        bodies = [
            content.schema for operation in api.operations if operation.body for content in operation.body.content
        ]
        reached = self._closure(bodies)
        for name in sorted(reached):
            if isinstance(schema := self._schemas[name], ir.Object) and schema.properties:
                yield name, naming.unique(f"{name}Dict", self._schemas)

    def _closure(self, schemas: list[Schema]) -> set[str]:
        reached: set[str] = set()
        waiting = [name for schema in schemas for name in ir.references(schema)]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(ir.references(self._schemas[name]))
        return reached

    def _holds_objects(self, name: str) -> bool:
        """Whether an alias admits an object that has a twin, and so is to be opened where it is used."""
        schema = self._schemas[name]
        if isinstance(schema, ir.Object) and schema.properties:
            return False
        return any(reached in self.twins for reached in self._closure([schema]))
