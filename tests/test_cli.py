"""The command line: exit statuses, which stream says what, and that one target's failure is not another's."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from tests.outputs import output

from specwright.cli.main import main
from specwright.config import Target
from specwright.ir import Location
from specwright.problem import Problem, Refusal, error, warning
from specwright.write.manifest import MANIFEST

GENERATOR = Path(__file__).parents[1] / "generator"
BAD = error("schema-broken", "it is broken", Location("pets.yaml", "/openapi"), "mend it")
ODD = warning("schema-odd", "it is odd", Location("pets.yaml", "/openapi"), "look at it")


@dataclass(frozen=True, slots=True)
class Build:
    """What the pipeline returns, as far as the command line looks at it."""

    files: Iterator[tuple[str, str]]
    told: Callable[[], tuple[Problem, ...]]
    operations: int
    left_out: int
    schemas: int
    inputs: Mapping[str, str]


class Pipeline(ModuleType):
    """A pipeline whose output is what a test says: `files` for all targets, `ends` in place of it for some."""

    def __init__(self) -> None:
        super().__init__("specwright.pipeline")
        self.files = {"a.py": "1\n", "src/b.py": "1\n"}
        self.problems: tuple[Problem, ...] = ()
        self.ends: dict[str, Callable[[], BaseException]] = {}
        self.targets: list[Target] = []

    @contextmanager
    def building(self, target: Target, *, cached: bool = False) -> Generator[Build]:
        self.targets.append(target)
        self._end(target.name)
        files = output(self.files, **{target.spec: Path(target.root / target.spec).read_text()})
        yield Build(iter(files.items()), lambda: self.problems, 3, 0, 2, {})

    def examine(self, spec: str, overlays: tuple[str, ...], root: Path) -> tuple[Problem, ...]:
        assert root == Path.cwd()
        assert overlays in ((), ("o.yaml",))
        self._end(spec)
        return self.problems

    def _end(self, name: str) -> None:
        if name in self.ends:
            raise self.ends[name]()


@pytest.fixture
def pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """A pipeline of the test's making, in a working directory with two targets."""
    fake = Pipeline()
    monkeypatch.setitem(sys.modules, "specwright.pipeline", fake)
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", os.devnull)  # what it returns changes, and nothing on record tells
    monkeypatch.chdir(tmp_path)
    table = '[tool.specwright.targets.{0}]\nspec = "pets.yaml"\noutput = "out/{0}"\npackage = "{0}"\n'
    Path("pyproject.toml").write_text(table.format("cats") + table.format("dogs"))
    Path("pets.yaml").write_text("openapi: 3.1.0\n")
    return fake


def refusal(*problems: Problem, findings: bool) -> Callable[[], BaseException]:
    return lambda: Refusal(problems, findings=findings)


def files(root: str) -> set[str]:
    return {path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file()}


Streams = pytest.CaptureFixture[str]

# --- generate ---------------------------------------------------------------------------------------------------------


def test_generate_writes_every_target_and_says_so_in_a_line_each(pipeline: Pipeline, capsys: Streams) -> None:
    assert main(["generate"]) == 0
    assert files("out/cats") == files("out/dogs") == {"a.py", "src/b.py", MANIFEST}
    told = capsys.readouterr()
    assert told.out == ""
    first, second = told.err.splitlines()
    assert first.startswith("cats: 3 operations, 2 schemas, 3 files: 3 written, 0 removed, 0 unchanged (")
    assert second.startswith("dogs: ")


def test_generate_again_changes_nothing(pipeline: Pipeline, capsys: Streams) -> None:
    main(["generate", "cats"])
    assert main(["generate", "cats"]) == 0
    assert "0 written, 0 removed, 3 unchanged" in capsys.readouterr().err
    assert not Path("out/dogs").exists()


def test_generate_quietly_says_nothing_but_errors(pipeline: Pipeline, capsys: Streams) -> None:
    pipeline.problems = (ODD,)
    assert main(["generate", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    pipeline.problems = (ODD, BAD)
    assert main(["generate", "-q", "cats"]) == 1
    assert "schema-broken" in capsys.readouterr().err


def test_generate_takes_a_document_and_a_folder(pipeline: Pipeline, tmp_path: Path) -> None:
    assert main(["generate", "pets.yaml", "-o", "sdk", "--overlay", "o.yaml", "--package", "pets"]) == 0
    assert pipeline.targets == [Target("sdk", "pets.yaml", ("o.yaml",), "sdk", "pets", None, None, (), tmp_path)]
    assert files("sdk") == {"a.py", "src/b.py", MANIFEST}
    assert main(["generate", "pets.yaml", "-o", "sdk"]) == 0
    assert pipeline.targets[-1].package == ""


def test_an_error_that_costs_a_part_leaves_the_rest_written(pipeline: Pipeline, capsys: Streams) -> None:
    pipeline.problems = (BAD,)
    assert main(["generate", "cats"]) == 1
    assert files("out/cats") == {"a.py", "src/b.py", MANIFEST}
    assert "error[schema-broken]: it is broken\n --> pets.yaml:1:1\n" in capsys.readouterr().err


@pytest.mark.parametrize(("findings", "status"), [(True, 1), (False, 2)])
def test_a_target_that_fails_does_not_stop_the_others(
    pipeline: Pipeline, capsys: Streams, findings: bool, status: int
) -> None:
    pipeline.ends["cats"] = refusal(BAD, findings=findings)
    assert main(["generate"]) == status
    assert not Path("out/cats").exists()
    assert files("out/dogs") == {"a.py", "src/b.py", MANIFEST}
    assert "schema-broken" in capsys.readouterr().err


def test_a_bug_of_ours_in_one_target_does_not_stop_the_others(pipeline: Pipeline, capsys: Streams) -> None:
    pipeline.ends["cats"] = lambda: KeyError("lost")
    assert main(["generate"]) == 2
    assert files("out/dogs") == {"a.py", "src/b.py", MANIFEST}
    told = capsys.readouterr().err
    assert "KeyError: 'lost'" in told
    assert "please report it" in told


def test_hand_edits_stop_a_target_unless_forced(pipeline: Pipeline, capsys: Streams) -> None:
    main(["generate", "cats"])
    Path("out/cats/a.py").write_text("mine\n")
    capsys.readouterr()
    assert main(["generate", "cats"]) == 2
    told = capsys.readouterr().err
    assert "error[file-edited-by-hand]: a.py was edited by hand\n --> out/cats/a.py:1:1\n" in told
    assert main(["generate", "cats", "--force"]) == 0
    assert Path("out/cats/a.py").read_text() == "1\n"


# --- check ------------------------------------------------------------------------------------------------------------


def test_check_finds_nothing_after_generate(pipeline: Pipeline, capsys: Streams) -> None:
    main(["generate", "-q"])
    assert main(["check"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == "cats: 3 files, all as they would be generated"


def test_check_shows_drift_on_stdout_and_writes_nothing(pipeline: Pipeline, capsys: Streams) -> None:
    main(["generate", "-q"])
    pipeline.files = {"a.py": "2\n"}
    Path("pets.yaml").write_text("openapi: 3.1.1\n")
    assert main(["check", "cats"]) == 1
    told = capsys.readouterr()
    assert "out of date: something else would be generated now\n  a.py\n" in told.out
    assert "left over: no longer generated\n  src/b.py\n" in told.out
    assert "the document changed: these are not what it was generated from\n  pets.yaml\n" in told.out
    assert "-1\n+2\n" in told.out
    assert told.err == "cats: 3 files differ: 2 out of date, 1 left over\n"
    assert Path("out/cats/a.py").read_text() == "1\n"


def test_check_of_what_was_never_generated_is_drift(pipeline: Pipeline, capsys: Streams) -> None:
    assert main(["check", "cats"]) == 1
    assert "missing: would be generated\n  a.py\n" in capsys.readouterr().out
    assert not Path("out").exists()


def test_check_in_json_is_one_list_of_everything(pipeline: Pipeline, capsys: Streams) -> None:
    main(["generate", "-q", "cats"])
    pipeline.files["a.py"] = "2\n"
    pipeline.problems = (ODD,)
    pipeline.ends["dogs"] = refusal(BAD, findings=True)
    assert main(["check", "--format", "json"]) == 1
    told = capsys.readouterr()
    rows = [(row["code"], row["severity"], row["file"], row["line"]) for row in json.loads(told.out)]
    assert rows == [
        ("schema-odd", "warning", "pets.yaml", 1),
        ("generator-changed", "error", f"out/cats/{MANIFEST}", None),
        ("file-changed", "error", "out/cats/a.py", 1),
        ("file-changed", "error", f"out/cats/{MANIFEST}", 3),
        ("schema-broken", "error", "pets.yaml", 1),
    ]
    assert told.err == ""


def test_a_part_that_was_left_out_fails_the_check(pipeline: Pipeline) -> None:
    main(["generate", "-q"])
    pipeline.problems = (BAD,)
    assert main(["check"]) == 1


# --- validate ---------------------------------------------------------------------------------------------------------


def test_validate_says_valid(pipeline: Pipeline, capsys: Streams) -> None:
    assert main(["validate", "pets.yaml", "--overlay", "o.yaml"]) == 0
    assert capsys.readouterr() == ("", "pets.yaml: valid\n")


def test_a_warning_is_told_and_no_failure(pipeline: Pipeline, capsys: Streams) -> None:
    pipeline.problems = (ODD,)
    assert main(["validate", "pets.yaml"]) == 0
    assert "1 warning\npets.yaml: valid\n" in capsys.readouterr().err


def test_validate_goes_on_after_a_document_that_cannot_be_read(pipeline: Pipeline, capsys: Streams) -> None:
    pipeline.ends["absent.yaml"] = refusal(error("file-missing", "no such file", None, "name it"), findings=False)
    pipeline.problems = (BAD,)
    assert main(["validate", "absent.yaml", "pets.yaml"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "file-missing" in told.err
    assert "schema-broken" in told.err


def test_validate_in_json_is_one_list(pipeline: Pipeline, capsys: Streams) -> None:
    assert main(["validate", "pets.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    pipeline.problems = (BAD,)
    assert main(["validate", "pets.yaml", "pets.yaml", "--format", "json"]) == 1
    told = capsys.readouterr()
    assert [row["code"] for row in json.loads(told.out)] == ["schema-broken", "schema-broken"]
    assert told.err == ""


# --- what any command does --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nonsense"],
        ["validate"],
        ["generate", "-o", "sdk"],
        ["generate", "a.yaml", "b.yaml", "-o", "sdk"],
        ["generate", "--package", "pets"],
        ["generate", "cats", "--overlay", "o.yaml"],
        ["generate", "a.yaml", "-o", "sdk", "--package", "class"],
        ["check", "--format", "xml"],
        ["check", "birds"],
    ],
)
def test_a_run_that_cannot_be_is_2_and_told_on_stderr(pipeline: Pipeline, capsys: Streams, argv: list[str]) -> None:
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err != ""
    assert pipeline.targets == []


def test_a_wrong_configuration_is_2_with_its_line(pipeline: Pipeline, capsys: Streams) -> None:
    with Path("pyproject.toml").open("a") as file:
        file.write('overlay = "x"\n')
    assert main(["generate"]) == 2
    assert " --> pyproject.toml:9:1\n" in capsys.readouterr().err


def test_a_file_that_the_system_denies_is_2_without_a_traceback(pipeline: Pipeline, capsys: Streams) -> None:
    Path("out").write_text("in the way")
    assert main(["generate", "cats"]) == 2
    told = capsys.readouterr().err
    assert "error[file-inaccessible]" in told
    assert "Traceback" not in told


def test_a_full_disk_is_2_without_a_traceback(
    pipeline: Pipeline, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert main(["generate", "cats"]) == 2
    told = capsys.readouterr().err
    assert "error[disk-full]: the system says: No space left on device\n  --> out/cats/a.py" in told
    assert "Traceback" not in told
    assert not Path("out").exists()


def test_an_interruption_is_130(pipeline: Pipeline) -> None:
    pipeline.ends["cats"] = KeyboardInterrupt
    assert main(["generate"]) == 130


@pytest.mark.parametrize("argv", [["--help"], ["generate", "--help"], ["--version"]])
def test_help_and_version_are_fine(capsys: Streams, argv: list[str]) -> None:
    assert main(argv) == 0
    assert "specwright" in capsys.readouterr().out


def run(script: str, *argv: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR), "PYTHONUNBUFFERED": "1"}
    return subprocess.run(
        [sys.executable, "-c", script, *argv], env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    script = "import sys; from specwright.cli.main import main; main(['--version']); print(*sys.modules)"
    loaded = set(run(script).stdout.split())
    assert "specwright.cli.main" in loaded
    assert not loaded & {
        "pydantic",
        "yaml",
        "jinja2",
        "black",
        "tomllib",
        "specwright.write.output",
        "specwright.pipeline",
    }


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently")
def test_a_reader_that_goes_away_does_not_change_the_exit_status() -> None:
    script = (
        "import os, sys; reader, writer = os.pipe(); os.close(reader); os.dup2(writer, 1)\n"
        "from specwright.cli.terminal import say\n"
        "say('x' * 100_000, sys.stdout); say('y', sys.stdout); sys.stdout.flush(); sys.exit(1)"
    )
    ended = run(script)
    assert (ended.returncode, ended.stderr) == (1, "")
