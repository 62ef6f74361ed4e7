"""What a caller may give where a schema is wanted: a model or a dict with the names of the wire, which a
`TypedDict`, the model's twin, spells out for checkers and editors.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright import ir, naming
from specwright.emit.annotations import MODEL, borrowed, hint, union
from specwright.ir import Schema

_TEXT = {
    ir.Format.DATE: "date",
    ir.Format.DATE_TIME: "datetime",
    ir.Format.UUID: "UUID",
    ir.Format.BINARY: "File",
}


class Arguments:
    """The types of arguments in one API.

    `twins` gives the name of the twin of each class that has one, and of each choice of such classes by what a value
    says it is; `holders` that of the schema for each twin.
    """

    def __init__(self, api: ir.Api) -> None:
        self._schemas = {named.name: named.schema for named in api.schemas}
        self.twins = dict(self._named_twins(api))
        self.holders = {twin: name for name, twin in self.twins.items()}
        self._known: dict[str, bool] = {}

    def given(self, schema: Schema) -> str:
        """The type of an argument: models, or dicts."""
        return self._type(schema, models=True, inside=frozenset())

    def member(self, schema: Schema) -> str:
        """The type of a member of a twin: dicts alone, for checkers follow a nested dict only where it is no choice."""
        return self._type(schema, models=False, inside=frozenset())

    def _type(self, schema: Schema, *, models: bool, inside: frozenset[str]) -> str:
        """`inside` are the aliases that are being written out, which cannot hold themselves."""
        match schema:
            case ir.Reference(name=name) if name in self.twins:
                return union(self._forms(name, models))
            case ir.Reference(name=name) if name in inside:
                return borrowed("Any")
            case ir.Reference(name=name) if self._holds_objects(name):
                return self._type(self._schemas[name], models=models, inside=inside | {name})
            case ir.String(format=format_) if format_:
                return f"{borrowed(_TEXT[format_])} | str"
            case ir.Refined(schema=inner):
                return self._type(inner, models=models, inside=inside)
            case ir.Union(members=members):
                return union(self._type(member, models=models, inside=inside) for member in members)
            case ir.Array(items=ir.Reference(name=name), prefix=()) if name in self.twins:
                return union(f"list[{form}]" for form in self._forms(name, models))
            case ir.Array(items=items, prefix=()):
                return f"list[{self._type(items, models=models, inside=inside)}]"
            case ir.Object(additional=ir.Reference(name=name)) if name in self.twins:
                return union(f"dict[str, {form}]" for form in self._forms(name, models))
            case ir.Object(additional=additional):
                return f"dict[str, {self._type(additional, models=models, inside=inside)}]"
            case _:
                return hint(schema)

    def _forms(self, name: str, models: bool) -> list[str]:
        return [MODEL + name] * models + [MODEL + self.twins[name]]

    def _named_twins(self, api: ir.Api) -> Iterator[tuple[str, str]]:
        """Every object that a request body can hold has a twin, which is called after the class; so have its kinds."""
        bodies = [
            content.schema for operation in api.operations if operation.body for content in operation.body.content
        ]
        names = naming.Names(self._schemas)
        for name in sorted(self._closure(bodies)):
            match self._schemas[name]:
                case ir.Object(properties=(_, *_)) | ir.Reference(kinds=ir.Discriminator()):
                    yield name, names.new(f"{name}Dict")
                case _:
                    pass

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
        if name not in self._known:
            schema = self._schemas[name]
            own = isinstance(schema, ir.Object) and schema.properties
            self._known[name] = not own and any(reached in self.twins for reached in self._closure([schema]))
        return self._known[name]
