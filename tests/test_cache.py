"""What is kept between runs is an aid: broken, missing or contested, it changes no byte of what is generated."""

from __future__ import annotations

import marshal
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.built import build

from specwright import cache, pipeline
from specwright.cli.main import main
from specwright.cli.quick import answered
from specwright.config import Target
from specwright.memo import Memo

SPEC = Path(__file__).parent / "golden" / "additional_properties" / "spec.yaml"
CONFIG = '[tool.specwright.targets.pets]\nspec = "spec.yaml"\noutput = "out"\npackage = "pets"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose output is as it should be, and a cache that knows it."""
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    (root / "mine").mkdir(parents=True)
    monkeypatch.chdir(root)
    (root / "spec.yaml").write_bytes(SPEC.read_bytes())
    (root / "pyproject.toml").write_text(CONFIG + 'templates = "mine"\n')
    assert main(["generate"]) == 0
    return root


def output(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "out").rglob("*") if path.is_file()
    }


def test_what_has_not_changed_is_told_again_without_loading_anything(project: Path) -> None:
    for command in ("generate", "check"):
        script = (
            "import sys; from specwright.cli.main import main; status = main([sys.argv[1]]);"
            "print(status, *(name for name in sys.modules if name.partition('.')[0] not in sys.stdlib_module_names))"
        )
        done = subprocess.run([sys.executable, "-c", script, command], capture_output=True, text=True, check=True)
        status, *loaded = done.stdout.split()
        assert status == "0" and ("unchanged" in done.stderr or "as they would be" in done.stderr)
        ours = {"specwright.cli.main", "specwright.cli.exits", "specwright.cli.quick", "specwright.cli.terminal"}
        assert {name for name in loaded if name.startswith("specwright.")} == {
            *ours,
            "specwright.cli",
            "specwright.probe",
            "specwright.cache",
        }
        assert not {"yaml", "black", "jinja2", "pydantic", "datamodel_code_generator"} & set(loaded)


def test_what_is_told_again_is_what_was_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    for command in (["check"], ["check", "--format=json"], ["check", "-q"]):
        assert answered(command) == 0
        again = capsys.readouterr()
        assert main([*command, "--no-cache"]) == 0
        assert capsys.readouterr() == again


CHANGES: dict[str, Callable[[Path], object]] = {
    "the document": lambda root: (root / "spec.yaml").write_text((root / "spec.yaml").read_text() + "\n"),
    "an option": lambda root: (root / "pyproject.toml").write_text(CONFIG.replace('"pets"', '"dogs"')),
    "a template": lambda root: (root / "mine" / "README.md.jinja").write_text("# Mine\n"),
    "an output": lambda root: (root / "out" / "README.md").write_text("mine"),
    "an output, not its size": lambda root: (root / "out" / "README.md").write_bytes(
        (root / "out" / "README.md").read_bytes().swapcase()
    ),
    "a lost output": lambda root: (root / "out" / "README.md").unlink(),
    "an output elsewhere": lambda root: (
        (root / "out" / "README.md").rename(root / "README.md"),
        (root / "out" / "README.md").symlink_to(root / "README.md"),
    ),
    "an interrupted run": lambda root: (root / "out" / ".specwright-tmp").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_not_told_again(project: Path, change: str) -> None:
    assert answered(["check"]) == 0
    CHANGES[change](project)
    assert answered(["check"]) is None
    assert answered(["generate"]) is None


def test_a_file_that_was_written_again_is_read(project: Path) -> None:
    for path in (project / "out").rglob("*.py"):
        path.write_bytes(path.read_bytes())
        os.utime(path, (1, 1))
    assert answered(["check"]) == 0


@pytest.mark.parametrize("argv", [["check", "dogs"], ["generate", "--force"], ["check", "--no-cache"], ["--version"]])
def test_what_is_not_plain_is_left_to_the_commands(project: Path, argv: list[str]) -> None:
    assert answered(argv) is None


@pytest.mark.parametrize("damage", [b"", b"x" * 31, b"x" * 100])
def test_a_broken_cache_costs_time_and_nothing_else(project: Path, damage: bytes) -> None:
    before = output(project)
    for entry in Path(cache.folder()).iterdir():
        entry.write_bytes(damage)
    assert answered(["generate"]) is None
    assert main(["generate"]) == 0
    assert output(project) == before
    assert answered(["generate"]) == 0


@pytest.mark.parametrize("content", [b"", b"\xff", b"7", b"[]", b"{}", b'{"tool": 0}', b"of another program"])
def test_a_whole_entry_that_is_no_record_of_ours_is_replaced(project: Path, content: bytes) -> None:
    before = output(project)
    for entry in Path(cache.folder()).iterdir():
        entry.write_bytes(sha256(content).digest() + content)
    assert answered(["check"]) is None
    assert main(["generate"]) == 0
    assert output(project) == before
    assert answered(["check"]) == 0


def test_without_the_cache_the_output_is_the_same(project: Path) -> None:
    before = output(project)
    kept = sorted(Path(cache.folder()).iterdir())
    shutil.rmtree(project / "out")
    assert main(["generate", "--no-cache"]) == 0
    assert output(project) == before
    assert sorted(Path(cache.folder()).iterdir()) == kept


def test_after_an_edit_the_output_is_that_of_a_run_without_the_cache(project: Path) -> None:
    (project / "spec.yaml").write_text(SPEC.read_text("utf-8").replace("type: integer", "type: string"), "utf-8")
    assert main(["generate"]) == 0
    edited = output(project)
    shutil.rmtree(project / "out")
    assert main(["generate", "--no-cache"]) == 0
    assert output(project) == edited
    (project / "spec.yaml").write_bytes(SPEC.read_bytes())
    assert main(["generate"]) == 0
    assert output(project) != edited


def test_what_is_made_of_a_text_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path))

    def run(name: str, *texts: str) -> list[str]:
        """The texts that were made anew."""
        made, memo = list[str](), Memo(name)
        for text in texts:
            assert memo.made(".py", text, lambda text=text: made.append(text) or text.upper()) == text.upper()
        memo.keep()
        return made

    assert run("a", "x", "y") == ["x", "y"]
    assert run("a", "y", "z") == ["z"]
    assert run("a", "x", "z") == ["x"]
    assert run("b", "x") == ["x"]
    assert run("", "x") == run("", "x") == ["x"]
    for content in (b"", b"[]", b"no record", marshal.dumps(7)):
        cache.put("a", content)
        assert run("a", "x") == ["x"]


def test_a_cache_that_cannot_be_written_is_no_mistake(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(project / "spec.yaml"))
    assert main(["generate"]) == 0
    assert answered(["generate"]) is None


WRITER = """
import sys
from specwright import cache
while True:
    for letter in "abc":
        cache.put("shared", letter.encode() * 2_000_000)
"""


def test_writers_at_once_and_killed_ones_leave_whole_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path))
    writers = [subprocess.Popen([sys.executable, "-c", WRITER]) for _ in range(2)]
    seen: set[bytes] = set()
    deadline = time.monotonic() + 30
    while len(seen) < 2 and time.monotonic() < deadline:
        if content := cache.get("shared"):
            assert content in {letter * 2_000_000 for letter in (b"a", b"b", b"c")}
            seen.add(content)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    assert len(seen) >= 2
    assert cache.get("shared") in {letter * 2_000_000 for letter in (b"a", b"b", b"c")}


def test_the_cache_is_bounded_and_forgets_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path))
    abandoned = tmp_path / "x.1.1.partial"
    abandoned.write_bytes(b"half")
    os.utime(abandoned, (1, 1))
    for number in range(10):
        cache.put(str(number), bytes(1000), limit=5000)
        for entry in tmp_path.iterdir():
            os.utime(entry, (entry.stat().st_mtime - 10, entry.stat().st_mtime - 10))
    assert not abandoned.exists()
    assert sum(entry.stat().st_size for entry in tmp_path.iterdir()) <= 5000
    assert [number for number in range(10) if cache.get(str(number)) is not None] == [6, 7, 8, 9]


DOUBTFUL = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {allOf: [{type: object, properties: {name: {type: string}}}], required: [name, age]}
"""


def test_doubts_about_the_same_document_are_those_that_were_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "spec.yaml").write_text(DOUBTFUL, "utf-8")
    target = Target("pets", "spec.yaml", (), "out", "pets", None, None, (), tmp_path)
    found = build(target)
    assert any(problem.code == "document-doubtful" for problem in found.problems)
    assert build(target, cached=True) == found
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "doubts", lambda document: ())
        assert build(target).problems != found.problems
        assert build(target, cached=True) == found
        (tmp_path / "spec.yaml").write_text(f"{DOUBTFUL}# another document\n", "utf-8")
        assert build(target, cached=True).problems != found.problems
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "spec.yaml").write_text(DOUBTFUL, "utf-8")
    for content in (b"{}", b"[[1]]", b"no JSON"):
        monkeypatch.setattr(cache, "get", lambda key, content=content: content)
        assert build(target, cached=True) == found
