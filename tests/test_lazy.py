"""Packages load a module a class, on first use, and no user should be able to tell: pickles, hints, threads, wheels."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.built import build

from specwright.config import Target

REPOSITORY = Path(__file__).parent.parent
PROJECT = REPOSITORY / "generated" / "langsmith-control-plane"
SPECS = {
    "circle": Path(__file__).parent / "lazy" / "circle.yaml",
    "names_collide": Path(__file__).parent / "golden" / "names_collide" / "spec.yaml",
    "unions_and_recursion": Path(__file__).parent / "golden" / "unions_and_recursion" / "spec.yaml",
}
PACKAGES = ("langsmith_control_plane", *SPECS)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the committed package and some of documents with circles, and names that builtins have."""
    root = tmp_path_factory.mktemp("packages")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "src" / "langsmith_control_plane", root / "langsmith_control_plane", ignore=ignored)
    for package, spec in SPECS.items():
        tree = build(Target(package, spec.name, (), "out", package, None, None, (), spec.parent)).files
        for path, text in tree.items():
            if path.startswith("src/"):
                file = root / path.removeprefix("src/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
    return root


def fresh(program: str, packages: Path, *arguments: str) -> str:
    """What a program prints in a process that has loaded nothing; one that hangs tells where each thread stands."""
    started = "import faulthandler; faulthandler.dump_traceback_later(60, exit=True)\n"
    done = subprocess.run(
        [sys.executable, "-c", started + COMMON + program, *arguments],
        env={**os.environ, "PYTHONPATH": str(packages)},
        cwd=packages.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def declared(packages: Path, package: str) -> dict[str, str]:
    """Each public name of a package's models and the module that has it, read from the text of the modules."""
    found: dict[str, str] = {}
    for file in (packages / package / "models").glob("[!_]*.py"):
        for statement in ast.parse(file.read_text(encoding="utf-8")).body:
            match statement:
                case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                    found[name] = file.stem
                case ast.Assign(targets=[ast.Name(id=name)]):
                    found[name] = file.stem
                case _:
                    pass
    return found


COMMON = """
import importlib, json, sys, typing

def model(value):
    "Whether something is a class of a model: no alias, and no TypedDict."
    return isinstance(value, type) and ".models." in value.__module__ and not typing.is_typeddict(value)

def classes(hint):
    "The classes in a hint, at any depth; nothing in it may be left unresolved."
    assert not isinstance(hint, (str, typing.ForwardRef)), hint
    inside = hint if isinstance(hint, list) else typing.get_args(hint)
    if typing.get_origin(hint) is typing.Literal:
        inside = [type(value) for value in inside]
    if typing.get_origin(hint) is typing.Annotated:
        inside = inside[:1]
    yield from () if inside else [hint]
    for each in inside:
        yield from classes(each)
"""


# --- pickles and copies -----------------------------------------------------------------------------------------------

VALUES = {
    "langsmith_control_plane": (
        "DeploymentPatchRequest",
        {"source_config": None, "secrets": [{"name": "a", "value": ""}]},
    ),
    "circle": ("List", {"dict": [{"l": [[{"dict": [], "more": 1}]]}], "c": {"l": {}}}),
    "names_collide": ("Field", {"model_config": "a", "class": "b", "": "c", "self": {"copy": 1}, "more": [None]}),
    "unions_and_recursion": ("Tree", {"children": [{"children": [], "payload": {"children": []}}]}),
}

SAME = """
def same(one, other):
    "Whether two values are alike down to the class of each model and to what is absent."
    if type(one) is type(other) is list:
        return len(one) == len(other) and all(map(same, one, other))
    if hasattr(one, "model_fields_set"):
        mine, others = vars(one), vars(other)
        alike = type(one) is type(other) and one == other and list(mine) == list(others)
        return alike and all(map(same, mine.values(), others.values()))
    return one is other if one is UNSET else one == other
"""

PICKLED = (
    SAME
    + """
import copy, pickle
package, name, payload, place = sys.argv[1:]
UNSET = importlib.import_module(package).UNSET
models = importlib.import_module(package + ".models")
model = getattr(models, name)
assert pickle.loads(pickle.dumps(model)) is model
value = model.model_validate_json(payload)
assert not same(value, model.model_construct())
for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps((value, model, UNSET), protocol))
    assert same(again[0], value) and again[1] is model and again[2] is UNSET
    with open(f"{place}.{protocol}", "wb") as file:
        pickle.dump((value, model, UNSET), file, protocol)
for copied in (copy.copy(value), copy.deepcopy(value), value.model_copy(), value.model_copy(deep=True)):
    assert copied is not value and same(copied, value) and copied == value
    assert copied.model_dump_json() == value.model_dump_json()
    assert copied.model_fields_set == value.model_fields_set
assert copy.copy(UNSET) is copy.deepcopy(UNSET) is UNSET
"""
)

UNPICKLED = (
    SAME
    + """
import pickle
package, name, payload, place = sys.argv[1:]
for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
    with open(f"{place}.{protocol}", "rb") as file:
        value, model, UNSET = pickle.load(file)
    assert json.loads(value.model_dump_json()) == json.loads(payload), value
    assert type(value) is model is getattr(importlib.import_module(package + ".models"), name)
    assert UNSET is importlib.import_module(package).UNSET
    assert same(value, model.model_validate_json(payload))
"""
)


@pytest.mark.parametrize("package", PACKAGES)
def test_pickles_and_copies_are_of_the_same_class_and_keep_what_is_absent(
    packages: Path, package: str, tmp_path: Path
) -> None:
    name, payload = VALUES[package]
    arguments = (package, name, json.dumps(payload), str(tmp_path / "pickle"))
    fresh(PICKLED, packages, *arguments)
    fresh(UNPICKLED, packages, *arguments)


# --- names ------------------------------------------------------------------------------------------------------------

REACHED = """
from pydantic import BaseModel
package, order, *pairs = sys.argv[1:]
models = importlib.import_module(package + ".models")
model_of, root_of = (importlib.import_module(f"{package}._runtime.{name}") for name in ("model", "root"))
ways = [
    lambda name, module: getattr(models, name),
    lambda name, module: getattr(importlib.import_module(f"{package}.models.{module}"), name),
    lambda name, module: getattr(__import__(f"{package}.models", fromlist=[name]), name),
    lambda name, module: models.__getattr__(name),
]
for name, module in (pair.split(":") for pair in pairs):
    one, *others = [way(name, module) for way in (ways if order == "package" else reversed(ways))]
    assert all(other is one for other in others), name
    if model(one):
        assert issubclass(one, (model_of.Model, root_of.Root)) and issubclass(one, BaseModel)
        assert one.__module__ == f"{package}.models.{module}" and one.__qualname__ == name
        assert isinstance(one.__new__(one), one)
"""


@pytest.mark.parametrize("order", ["package", "module"])
@pytest.mark.parametrize("package", PACKAGES)
def test_a_class_is_the_same_however_it_is_reached(packages: Path, package: str, order: str) -> None:
    names = declared(packages, package)
    assert len(names) >= 4
    fresh(REACHED, packages, package, order, *(f"{name}:{module}" for name, module in names.items()))


LISTED = """
import contextlib, inspect, io, pydoc
package = importlib.import_module(sys.argv[1])
models = importlib.import_module(sys.argv[1] + ".models")
namespace = {}
exec(f"from {sys.argv[1]}.models import *", namespace)
del namespace["__builtins__"]
assert sorted(namespace) == sorted(models.__all__)
for module in (package, models, *(importlib.import_module(f"{sys.argv[1]}.{each}") for each in ("server", "testing"))):
    assert len(set(module.__all__)) == len(module.__all__) and set(module.__all__) <= set(dir(module))
    assert all(getattr(module, name, module) is not module for name in dir(module))
    assert not hasattr(module, "Unheard") and not hasattr(module, "__unheard__")
    with contextlib.suppress(ImportError):
        exec(f"from {module.__name__} import Unheard")
        raise SystemExit("imported what is not there")
    try:
        module.Unheard
    except AttributeError as error:
        assert repr(module.__name__) in str(error) and "'Unheard'" in str(error)
for name in ("Client", "AsyncClient"):
    client = getattr(package, name)
    assert "base_url" in inspect.signature(client).parameters and f"class {name}" in inspect.getsource(client)
for name in models.__all__:
    found = getattr(models, name)
    if model(found):
        assert inspect.getsource(found).startswith(f"class {name}(")
        assert str(inspect.signature(found)) and f"class {name} in module" in pydoc.render_doc(found)
with contextlib.redirect_stdout(io.StringIO()) as told:
    help(models)
    help(package)
print(*models.__all__)
"""

DESCRIBED = """
import inspect, pydoc
from langsmith_control_plane.resources.deployments import AsyncDeployments, Deployments
for method in (Deployments.patch_deployment, AsyncDeployments.patch_deployment):
    assert list(inspect.signature(method, eval_str=True).parameters)[:3] == ["self", "deployment_id", "revision_source"]
    assert "def patch_deployment(" in inspect.getsource(method)
    assert "this creates a new revision" in pydoc.plain(pydoc.render_doc(method)).replace("\\n", " ")
"""


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_is_listed_and_no_other_is_there(packages: Path, package: str) -> None:
    assert fresh(LISTED, packages, package).split() == sorted(declared(packages, package))


def test_a_method_can_be_looked_into(packages: Path) -> None:
    fresh(DESCRIBED, packages)


# --- hints ------------------------------------------------------------------------------------------------------------

HINTS = r"""
import inspect, pkgutil, re
package, when = sys.argv[1:]
models = importlib.import_module(package + ".models")
names = list(models.__all__)

def used(found):
    "Have pydantic build the class, as its first use does."
    try:
        found.model_validate_json("{}")
    except ValueError:
        pass

def check(thing, source, pattern):
    "Hints are there, and hold the very classes that the text names."
    hints = typing.get_type_hints(thing)
    held = {each for hint in hints.values() for each in classes(hint)}
    for name in set(re.findall(pattern, source)) & set(models.__all__):
        assert set(classes(getattr(models, name))) - {None} <= held, (thing, name, held)
    return hints

everything = [getattr(models, name) for name in models.__all__]
if when == "after":
    everything.reverse()
    for found in filter(model, everything):
        used(found)
for found in everything:
    if model(found):
        fields = re.findall(r"^    (\w+): (.*?)(?: = .*)?$", inspect.getsource(found), re.MULTILINE)
        hints = check(found, " ".join(type_ for _, type_ in fields), r"\w+")
        used(found)
        assert set(found.model_fields) | set(found.__annotations__) <= set(hints)
    elif typing.is_typeddict(found):
        spelled = " ".join(each.__forward_arg__ for each in found.__annotations__.values())
        assert set(check(found, spelled, r"\w+")) == set(found.__annotations__)
seen = 0
for kind in ("resources", "server"):
    folder = importlib.import_module(f"{package}.{kind}")
    for found in pkgutil.iter_modules(folder.__path__):
        module = importlib.import_module(f"{package}.{kind}.{found.name}")
        owners = [each for _, each in inspect.getmembers(module, inspect.isclass) if each.__module__ == module.__name__]
        for owner in owners:
            for _, method in inspect.getmembers(owner, inspect.isfunction):
                hints = check(method, " ".join(map(str, method.__annotations__.values())), r"models\.(\w+)")
                assert set(hints) == set(method.__annotations__)
                seen += 1
for name in ("Client", "AsyncClient"):
    typing.get_type_hints(getattr(importlib.import_module(package), name).__init__)
print(seen)
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("package", PACKAGES)
def test_hints_of_models_and_methods_hold_the_right_classes(packages: Path, package: str, when: str) -> None:
    operations = {"langsmith_control_plane": 39, "circle": 1, "names_collide": 2, "unions_and_recursion": 0}
    assert int(fresh(HINTS, packages, package, when)) >= 3 * operations[package]


# --- threads ----------------------------------------------------------------------------------------------------------

AT_ONCE = """
import random, threading
sys.setswitchinterval(1e-5)
THREADS = 16
seed, what = int(sys.argv[1]), sys.argv[2]
barrier, failures, seen = threading.Barrier(THREADS), [], []

def recursive(random):
    from unions_and_recursion import UNSET, models
    tree = models.Tree.model_validate_json('{"children":[{"children":[],"payload":{"children":[]}}]}')
    assert tree.payload is UNSET and type(tree.children[0].payload) is models.Tree is type(tree.children[0])
    assert models.Nested.model_validate_json("[true,[false]]").model_dump_json() == "[true,[false]]"
    return models.Tree, models.Nested

def circles(random):
    from circle import models
    for name in random.sample(["List", "Dict", "Str", "Int"], 4):
        getattr(models, name).model_validate_json('{"l":[],"a":{},"dict":[{"l":[[{}]]}],"d":{"a":{}}}')
    assert type(models.Int.model_validate_json('{"d":{"a":{}}}').d.a) is models.Int
    return models.List, models.Dict, models.Str, models.Int

def everything(random):
    from langsmith_control_plane import models
    for name in random.sample(models.__all__, len(models.__all__)):
        if hasattr(getattr(models, name), "model_validate_json"):
            try:
                getattr(models, name).model_validate_json("{}")
            except ValueError:
                pass
    return tuple(getattr(models, name) for name in models.__all__)

def calls(random):
    import httpx2
    from langsmith_control_plane import Client, models, testing
    from langsmith_control_plane.testing.bridge import SyncASGITransport
    http = httpx2.Client(transport=SyncASGITransport(testing.app(seed=random.randrange(9))))
    client = Client(base_url="http://test", http_client=http)
    found = [client.deployments.list_deployments, client.listeners.list_listeners]
    return tuple(sorted({type(call()).__name__: call for call in random.sample(found, 2)})), models.DeploymentsList

def one(number):
    barrier.wait()
    try:
        seen.append(globals()[what](random.Random(100 * seed + number)))
    except BaseException as error:
        failures.append(repr(error))

threads = [threading.Thread(target=one, args=(number,)) for number in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not failures, failures[0]
assert len(seen) == THREADS and len(set(seen)) == 1, seen
"""


@pytest.mark.parametrize("what", ["recursive", "circles", "everything", "calls"])
def test_threads_may_all_use_a_package_for_the_first_time(packages: Path, what: str) -> None:
    for seed in range(4):
        fresh(AT_ONCE, packages, str(seed), what)
        fresh(LARGE + AT_ONCE, packages, str(seed), what)


# --- many modules -----------------------------------------------------------------------------------------------------

LARGE = """
import langsmith_control_plane._runtime.lazy as lazy
lazy._MANY = 0  # a package with few modules is loaded like one with many
"""

FOUND = (
    LARGE
    + """
from langsmith_control_plane import models
assert {model(getattr(models, name)) for name in models.__all__} >= {True}
module = importlib.import_module("langsmith_control_plane.models.deployment")
assert models.Deployment is module.Deployment and module.__spec__.has_location
finder = sys.path_importer_cache[models.__path__[0]]
print(isinstance(finder, lazy._Finder) and ("listed" if finder._path_cache else module.__spec__.cached is not None))
assert importlib.util.find_spec("langsmith_control_plane.models.nowhere") is None
"""
)


@pytest.mark.parametrize(("form", "said"), [("sources", "True"), ("compiled", "listed"), ("archive", "False")])
def test_the_modules_of_a_large_package_are_found_in_whatever_form_they_are(
    packages: Path, tmp_path: Path, form: str, said: str
) -> None:
    """Sources without a list of their folder, and with a place for what is compiled of them."""
    place = tmp_path / "site"
    shutil.copytree(packages / PACKAGES[0], place / PACKAGES[0], ignore=shutil.ignore_patterns("__pycache__"))
    if form == "compiled":
        subprocess.run([sys.executable, "-m", "compileall", "-q", "-b", place], check=True)
        for source in place.rglob("*.py"):
            source.unlink()
    if form == "archive":
        place = Path(shutil.make_archive(str(tmp_path / "site"), "zip", place))
    assert fresh(FOUND, place).strip() == said


# --- wheels -----------------------------------------------------------------------------------------------------------

CALLED = """
import httpx2, langsmith_control_plane
from langsmith_control_plane import Client, models, testing
from langsmith_control_plane.testing.bridge import SyncASGITransport
http = httpx2.Client(transport=SyncASGITransport(testing.app(seed=7)))
answer = Client(base_url="http://test", http_client=http).deployments.list_deployments()
assert type(answer) is models.DeploymentsList
print(langsmith_control_plane.__file__)
"""


def test_a_wheel_has_all_of_the_package_and_nothing_else_and_works_where_it_is_installed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(PROJECT, source, ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    alone = {name: value for name, value in os.environ.items() if name != "PIP_BUILD_CONSTRAINT"}
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, source], check=True, env=alone)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = source / "src"
    assert held == {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {"langsmith_control_plane/py.typed", "langsmith_control_plane/testing/openapi.json"} <= held
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", installed, wheel], check=True)
    assert Path(fresh(CALLED, installed).strip()).is_relative_to(installed)
