"""The figures of the user's own process: a call, a value parsed and dumped, a class used for the first time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.cut import closest, clusters, cut, examples
from tests.bench.figures import Bench, Row, source

REPOSITORY = Path(__file__).parent.parent.parent
COMMITTED = REPOSITORY / "generated" / "langsmith-control-plane" / "src"
CODEGEN = [sys.executable, "-m", "datamodel_code_generator", "--input-file-type", "openapi"]
DRAWN = "10"
"""How many payloads are drawn where no example of a document will do; the first that both accept is taken."""


class Failed(Exception):
    """A process that measures, or the peer, did not come to its end; says why."""


def called(bench: Bench) -> Iterator[Row]:
    """A call of the committed package, beside httpx2 alone."""
    try:
        taken = _asked([COMMITTED], "calls", _rounds(bench))
    except Failed as why:
        yield _failed("a call", str(why), "<= 1.5 x")
        return
    for method, times in taken.items():
        yield _beside(f"a call, {method}", times, "httpx2 alone", 1.5)


def parsed(bench: Bench, document: Path, schema: str) -> Iterator[Row]:
    """Parsing and dumping a value of a schema, beside the default models of datamodel-code-generator."""
    name = f"{document.stem} {schema}"
    try:
        taken = _parsed(bench, document, schema)
    except Failed as why:
        yield _failed(f"parse and dump, {name}", str(why), "<= 1.2 x")
        return
    for what, times in taken["times"].items():
        yield _beside(f"{what}, {name} of {taken['bytes'] / 1024:.1f} KB", times, "datamodel-code-generator", 1.2)


def first(bench: Bench, document: Path, wanted: int | None, limit: float) -> Iterator[Row]:
    """The first use of the class that leads to as many others as wanted, or to most, beside a class of one field."""
    src, package = source(bench, document)
    chosen = closest(clusters(src / package / "models"), wanted)
    figure, target = f"first use of {chosen.name} and {chosen.others} others, {document.stem}", f"<= {limit:.0f} ms CPU"
    ours, floor = list[float](), list[float]()
    try:
        for _ in range(max(bench.rounds, 5)):
            ours.append(_asked([src], "first", f"{package}.models", chosen.name))
            floor.append(_asked([src], "first", "", ""))
    except Failed as why:
        yield _failed(figure, str(why), target)
        return
    told = f"{median(floor) / 1000:.1f} ms CPU, a class of one field"
    taken = median(ours) / 1000
    yield Row(figure, f"{taken:.1f} ms CPU", told, "-", target, taken <= limit)


def _parsed(bench: Bench, document: Path, schema: str) -> Any:
    """The times for an example of the document, or else for a typical value as our mock draws it."""
    src, package = source(bench, document)
    content = json.loads(document.read_text("utf-8"))
    peer = _peer(bench, content, document.stem, schema)
    module = _called((path.stem for path in (src / package / "models").glob("*.py")), schema)
    ours = f"{package}.models:{_called(_classes(src / package / 'models' / f'{module}.py'), schema)}"
    theirs = f"{peer.stem}:{_called(_classes(peer), schema)}"

    def measured(payloads: object) -> Any:
        place = peer.with_suffix(".payloads.json")
        place.write_text(json.dumps(payloads), "utf-8")
        return _asked([src, peer.parent], "models", ours, theirs, str(place), _rounds(bench))

    try:
        return measured(list(examples(content, schema)))
    except Failed:  # an example is often not what the document says
        return measured(_asked([src], "typical", package, module, DRAWN))


def _peer(bench: Bench, content: Mapping[str, Any], document: str, schema: str) -> Path:
    """The module that the peer makes of a schema and what it leads to."""
    folder = bench.folder / "peer-models"
    folder.mkdir(exist_ok=True)
    given, output = folder / f"{document}-{schema}.json", folder / f"peer_{_letters(document + schema)}.py"
    given.write_text(json.dumps(cut(content, schema)), "utf-8")
    # names with a dot would else be a folder of modules
    wanted = ["--output-model-type", "pydantic_v2.BaseModel", "--no-treat-dot-as-module"]
    _run([*CODEGEN, "--input", str(given), "--output", str(output), *wanted], {})
    return output


def _asked(sources: list[Path], *arguments: str) -> Any:
    """What `tests.bench.inside` prints in a process that can import what is in these folders."""
    path = os.pathsep.join(map(str, [REPOSITORY, *sources]))
    return json.loads(_run([sys.executable, "-m", "tests.bench.inside", *arguments], {"PYTHONPATH": path}))


def _run(command: list[str], environment: Mapping[str, str]) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env={**kept, **environment})
    if ended.returncode:
        raise Failed((ended.stderr.strip() or "it failed").splitlines()[-1][:200])
    return ended.stdout


def _classes(module: Path) -> list[str]:
    return re.findall(r"^class (\w+)\(", module.read_text("utf-8"), re.MULTILINE)


def _called(names: Iterator[str] | list[str], wanted: str) -> str:
    """The first name that is that of a schema, however it is spelled."""
    found = next((name for name in names if _letters(name) == _letters(wanted)), None)
    if found is None:
        raise Failed(f"nothing is called {wanted}")
    return found


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _rounds(bench: Bench) -> str:
    return str(max(bench.rounds, 5))


def _beside(figure: str, times: Mapping[str, float], whose: str, limit: float) -> Row:
    ours, other = times["ours"], times["other"]
    ratio = ours / other
    told = f"{other:.0f} µs, {whose}"
    return Row(figure, f"{ours:.0f} µs CPU", told, f"{ratio:.2f} x", f"<= {limit} x", ratio <= limit)


def _failed(figure: str, why: str, target: str) -> Row:
    return Row(figure, f"FAILS: {why}", "-", "-", target, False)
