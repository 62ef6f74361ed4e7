"""What a package offers, as told by `emit.surface`, is what its generated files say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from specwright.emit.surface import surface
from specwright.emit.surface_types import Type, written_type
from specwright.emit.surface_values import Alias, Attribute, Class, Declaration, Member, Method, Party, written_method
from specwright.pipeline import read

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
CASES = sorted(folder for folder in (HERE / "golden").iterdir() if (folder / "spec.yaml").is_file())
FIXED = {"APIError", "APIConnectionError", "APITimeoutError", "APIStatusError", "APIResponseValidationError"}

Plain = dict[str, object]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_it_is_what_the_generated_files_say(folder: Path) -> None:
    told = dict(flat(surface(read("spec.yaml", (), folder).api).declarations))
    assert told == dict(offered(folder / "expected" / "src" / "sdk"))


def test_it_is_what_the_sdk_of_the_repository_says() -> None:
    spec = "spec/langsmith-control-plane"
    told = dict(flat(surface(read(f"{spec}.yaml", (f"{spec}.overlay.yaml",), REPOSITORY).api).declarations))
    package = REPOSITORY / "generated" / "langsmith-control-plane" / "src" / "langsmith_control_plane"
    assert told == dict(offered(package))
    assert len(told) > 600


# --- the surface, a row for each name ---------------------------------------------------------------------------------


def flat(declarations: object) -> Iterator[tuple[str, object]]:
    assert isinstance(declarations, dict)
    for name, declaration in declarations.items():
        yield name, row(declaration)
        members = declaration.members if isinstance(declaration, Class) else {}
        for member, what in members.items():
            yield f"{name}:{member}", row(what)
        for twin in declaration.twins if isinstance(declaration, Class) else ():
            other = ".".join([*name.split(".")[:-1], twin])
            yield other, "class"
            yield from ((f"{other}:{member}", awaited(row(what))) for member, what in members.items())


def row(declaration: Declaration | Member) -> object:
    match declaration:
        case Class():
            return "class"
        case Alias(type=type_):
            return str(type_)
        case Attribute(type=type_, required=required):
            return str(type_), required
        case Method(arguments=arguments, returns=returns):
            return [(each.name, each.positional, each.required, str(each.type)) for each in arguments], str(returns)


def awaited(what: object) -> object:
    """The row of a member of the class whose methods are awaited."""
    match what:
        case (list() as arguments, returns):
            return [(*each[:3], each[3].replace("httpx2.Client", "httpx2.AsyncClient")) for each in arguments], returns
        case (str() as type_, required):
            return f"Async{type_}", required
        case _:
            raise AssertionError(what)


# --- the same from the files ------------------------------------------------------------------------------------------


def offered(package: Path) -> Iterator[tuple[str, object]]:
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).with_suffix("").as_posix().replace("/", ".")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        match module.split("."):
            case ["models", name] if name != "__init__":
                yield from in_models(tree)
            case ["client"]:
                yield from (row for row in in_module(tree, ""))
            case ["errors"]:
                yield from in_module(tree, "errors.")
                yield from runtime_errors(tree)
            case ["resources", name] if name != "__init__":
                yield from in_module(tree, f"{module}.")
            case ["server", "errors"]:
                yield from in_module(tree, "server.errors.")
            case ["server", name] if name != "__init__":
                yield from ((name, what) for name, what in in_module(tree, "server.") if name != "server.routes")
            case ["webhooks"]:
                yield from in_module(tree, "webhooks.")
            case _:
                pass


def in_models(tree: ast.Module) -> Iterator[tuple[str, object]]:
    """A module of models: what it imports from its neighbours, or is its own, are models."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
    }
    own = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    models = imported | own | {target(node) for node in tree.body if isinstance(node, ast.AnnAssign)}
    qualified = Qualified(models).visit(tree)
    for node in qualified.body:
        match node:
            case ast.AnnAssign(value=value) if value is not None:
                yield f"models.{target(node)}", str(written_type(value))
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, ast.Dict() as keys], keywords=more)):
                yield f"models.{name}", "class"
                for key, value in zip(keys.keys, keys.values, strict=True):
                    assert isinstance(key, ast.Constant)
                    member = ast.AnnAssign(ast.Name(str(key.value)), value, None, 1)
                    yield f"models.{name}:{key.value}", of_typed_dict(member, total=not more)
            case _:
                pass
    yield from in_module(qualified, "models.")


class Qualified(ast.NodeTransformer):
    """Writes `models.` before the names of models, where a type is expected."""

    def __init__(self, models: set[str]) -> None:
        self.models = models

    def visit_Name(self, node: ast.Name) -> ast.expr:
        load = isinstance(node.ctx, ast.Load) and node.id in self.models
        return ast.Attribute(ast.Name("models"), node.id) if load else node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        try:
            inside = ast.parse(node.value, mode="eval").body if isinstance(node.value, str) else node
        except SyntaxError:
            return node
        return inside if isinstance(inside, ast.Constant) else self.visit(inside)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return node if ast.unparse(node.value).endswith("Literal") else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        typed_dict = ast.unparse(node.func).endswith("TypedDict")
        return self.generic_visit(node) if typed_dict else node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        node.values = [self.visit(value) for value in node.values]
        return node


def in_module(tree: ast.Module, before: str) -> Iterator[tuple[str, object]]:
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name):
                yield f"{before}{name}", "class"
                for member, what in in_class(node):
                    yield f"{before}{name}:{member}", what
            case ast.FunctionDef(name=name):
                yield f"{before}{name}", row(written_method(node, Party.CALLERS, {}))
            case _:
                pass


def in_class(node: ast.ClassDef) -> Iterator[tuple[str, object]]:
    kinds = [ast.unparse(base) for base in node.bases]
    for member in (each for part in node.body for each in (part.body if isinstance(part, ast.If) else [part])):
        match member:
            case ast.AnnAssign() if any(kind.endswith("TypedDict") for kind in kinds):
                yield target(member), of_typed_dict(member, total=not node.keywords)
            case ast.AnnAssign(target=ast.Name(id=name)) if name.startswith("_"):
                pass
            case ast.AnnAssign(annotation=annotation, value=value):
                absent = value is not None
                yield target(member), (str(without_unset(written_type(annotation), absent)), not absent)
            case ast.FunctionDef(name="__init__", args=arguments) if arguments.args[-1].arg == "client":
                pass
            case ast.FunctionDef(decorator_list=[ast.Name(id="property" | "cached_property")], returns=ast.expr() as r):
                yield member.name, (str(written_type(r)), True)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, row(written_method(member, Party.CALLERS, {}))
            case _:
                pass


def without_unset(type_: Type, absent: bool) -> Type:
    assert ("UNSET" in type_.alternatives) is absent
    return type_.without("UNSET")


def of_typed_dict(node: ast.AnnAssign, total: bool) -> object:
    match node.annotation:
        case ast.Subscript(value=ast.Name(id="NotRequired" | "_NotRequired"), slice=inside):
            return str(written_type(inside)), False
        case annotation:
            return str(written_type(annotation)), total


def runtime_errors(tree: ast.Module) -> Iterator[tuple[str, object]]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "_runtime.errors":
            for name in {alias.name for alias in node.names} - FIXED:
                yield f"errors.{name}", "class"
                if name != "APIWebhookValidationError":
                    yield f"errors.{name}:body", ("Any", True)


def target(node: ast.AnnAssign) -> str:
    return re.sub(r"^models\.", "", ast.unparse(node.target))
