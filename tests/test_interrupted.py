"""Processes that generate the same output at once, and those that are killed in the middle, leave nothing half done."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.outputs import drifts, output, write

from specwright.write.drift import Drift
from specwright.write.paths import STAGING

SPEC = (Path(__file__).parent / "golden" / "additional_properties" / "spec.yaml").read_text()
CHANGED = SPEC + "    Added: {type: object, properties: {a: {type: string}, b: {type: string}}}\n"
CONFIG = '[tool.specwright.targets.pets]\nspec = "spec.yaml"\noutput = "out"\npackage = "pets"\n'
MINE = {"notes.txt": b"mine", "src/pets/models/mine.py": b"# mine\n"}
GENERATE = (sys.executable, "-m", "specwright", "generate", "--quiet")


def project(root: Path, spec: str) -> Path:
    root.mkdir()
    (root / "pyproject.toml").write_text(CONFIG)
    (root / "spec.yaml").write_text(spec)
    return root


def on_disk(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "out").rglob("*") if path.is_file())
    return {path.relative_to(root / "out").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What the document generates before and after the change."""
    found: list[dict[str, bytes]] = []
    for spec in (SPEC, CHANGED):
        root = project(tmp_path_factory.mktemp("wanted") / "project", spec)
        subprocess.run(GENERATE, cwd=root, check=True)
        found.append(on_disk(root))
    return found[0], found[1]


# --- at once ----------------------------------------------------------------------------------------------------------


def test_two_runs_at_once_both_succeed_and_leave_the_right_bytes(
    tmp_path: Path, outputs: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = outputs
    root = project(tmp_path / "project", SPEC)
    for spec, wanted in ((SPEC, old), (CHANGED, new)):
        (root / "spec.yaml").write_text(spec)
        runs = [subprocess.Popen(GENERATE, cwd=root, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [run.communicate() for run in runs]
        assert [run.returncode for run in runs] == [0, 0], said
        assert on_disk(root) == wanted
    check = [*GENERATE[:3], "check"]
    assert subprocess.run(check, cwd=root, capture_output=True, check=False).returncode == 0


WRITER = """
import random, sys
from pathlib import Path
from tests.test_interrupted import OUTPUTS
from tests.outputs import write

for number in range(30):
    write(random.Random(f"{sys.argv[2]}{number}").choice(OUTPUTS), Path(sys.argv[1]))
"""


OUTPUTS = (
    output({f"{number}.py": "1" * 1000 for number in range(12)}),
    output({f"{number}.py": "2" * 1000 for number in range(6, 18)}),
    output({f"sub/{number}.py": "3" * 1000 for number in range(12)}),
)


def test_writers_at_once_take_turns_and_readers_see_whole_outputs(tmp_path: Path) -> None:
    whole = set[tuple[Drift, ...]]()
    for number, each in enumerate(OUTPUTS):
        write(each, tmp_path / str(number))
        whole.add(drifts(OUTPUTS[0], tmp_path / str(number)))
    root = tmp_path / "out"
    write(OUTPUTS[0], root)
    command = [sys.executable, "-c", WRITER, str(root)]
    repository = Path(__file__).parent.parent
    writers = [subprocess.Popen([*command, each], cwd=repository, stderr=subprocess.PIPE, text=True) for each in "ab"]
    while any(writer.poll() is None for writer in writers):
        assert drifts(OUTPUTS[0], root) in whole
    assert [(writer.returncode, writer.communicate()[1]) for writer in writers] == [(0, ""), (0, "")]
    assert drifts(OUTPUTS[0], root) in whole
    assert not (root / STAGING).exists()


# --- killed -----------------------------------------------------------------------------------------------------------


def after(seconds: float) -> Callable[[Path], None]:
    return lambda root: time.sleep(seconds)


def while_writing(seconds: float) -> Callable[[Path], None]:
    """Wait until files are being replaced, and a little longer."""

    def wait(root: Path) -> None:
        deadline = time.monotonic() + 30
        while not (root / "out" / STAGING).exists() and time.monotonic() < deadline:
            pass
        time.sleep(seconds)

    return wait


HEED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever shell has started the tests
from specwright.cli.main import process
process()
"""
HEEDING = (sys.executable, "-c", HEED, "generate", "--quiet")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_interrupted_leaves_no_folder_behind(tmp_path: Path, number: signal.Signals) -> None:
    for attempt in range(5):
        root = project(tmp_path / str(attempt), CHANGED)
        run = subprocess.Popen(HEEDING, cwd=root, stderr=subprocess.PIPE)
        while_writing(0)(root)
        run.send_signal(number)
        run.communicate()
        if run.returncode:  # it had not come to its end
            assert run.returncode == 130
            assert not (root / "out").exists()
            return
    pytest.fail("every run came to its end before the signal")


def test_a_run_that_is_killed_harms_nothing_and_the_next_one_finishes(
    tmp_path: Path, outputs: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = outputs
    moments = random.Random(20)
    waits = [after(moments.uniform(0.1, 0.4)) for _ in range(3)]
    waits += [while_writing(0), *(while_writing(moments.uniform(0, 0.02)) for _ in range(3))]
    killed = 0
    for number, wait in enumerate(waits):
        root = project(tmp_path / str(number), CHANGED)
        for path, content in (old | MINE).items():
            (root / "out" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "out" / path).write_bytes(content)
        run = subprocess.Popen(GENERATE, cwd=root, stderr=subprocess.PIPE)
        wait(root)
        run.kill()
        run.communicate()
        killed += run.returncode != 0
        left = {path: content for path, content in on_disk(root).items() if not path.startswith(STAGING)}
        assert {path: left.pop(path) for path in MINE} == MINE
        assert all(content in (old.get(path), new.get(path)) for path, content in left.items())
        assert old.keys() & new.keys() <= left.keys()
        subprocess.run(GENERATE, cwd=root, check=True)
        assert on_disk(root) == new | MINE
        shutil.rmtree(root)
    assert killed >= 3
