"""Templates of the user's: what is wrong with one is told as such, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.test_check import SPEC, TABLE

from specwright.cli.main import main

Streams = pytest.CaptureFixture[str]

_BROKEN = {
    "no Python": ("mine.py.jinja", b"def (\n", "cannot parse"),
    "no Python in Markdown": ("mine.md.jinja", b"```python\nx = = 1\n```\n", "cannot parse"),
    "a tag that does not end": ("mine.txt.jinja", b"\n{% for %}", "mine.txt.jinja:2:1"),
    "an error while it renders": ("mine.txt.jinja", b"\n\n{{ 1 / 0 }}", "mine.txt.jinja:3:1"),
    "what is not there": ("mine.txt.jinja", b"{{ models[0].statuses }}", "no attribute 'statuses'"),
    "itself": ("mine.txt.jinja", b"{% include 'mine.txt.jinja' %}", "recursion"),
    "another that is not there": ("mine.txt.jinja", b"{% include 'none.txt' %}", "'none.txt' not found"),
    "no text": ("mine.txt.jinja", b"\xff", "can't decode byte 0xff"),
    "no text in the runtime": ("runtime/mine.py", b"\xff", "can't decode byte 0xff"),
    "half of a character": ("mine.txt.jinja", rb"{{ '\ud800' }}", "surrogates not allowed"),
    "rows of no kind": ("[models].txt.jinja", b"", "has [models] in it, and may have one of [tag], "),
    "rows of two kinds": ("[model]-[tag].txt.jinja", b"", "has [model], [tag] in it"),
    "a path of some systems": ("a\\b.txt.jinja", b"", "is not a plain relative path"),
    "no name": (".jinja", b"", "is not a plain relative path"),
    "a path for staged files": (".specwright-tmp/a.jinja", b"", "is not a plain relative path"),
    "a path of another case": ("readme.md.jinja", b"", "take these for one path: 'README.md' and 'readme.md'"),
    "a path below a file": ("README.md/a.txt.jinja", b"", "'README.md/a.txt' is below 'README.md', which is a file"),
    "a path of the manifest": ("specwright.json.jinja", b"{}", "two templates make specwright.json"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "pets.yaml").write_text(SPEC)
    (tmp_path / "pyproject.toml").write_text(TABLE + 'templates = "own"\n')
    (tmp_path / "own").mkdir()
    return tmp_path


@pytest.mark.parametrize("case", _BROKEN)
def test_a_broken_template_is_told(project: Path, capsys: Streams, case: str) -> None:
    name, content, told = _BROKEN[case]
    (project / "own" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "own" / name).write_bytes(content)
    assert main(["generate", "-q"]) == 2
    said = capsys.readouterr().err
    assert "error[template-broken]" in said and told in said, said
    assert not (project / "sdk").exists()


def test_a_bug_of_ours_is_no_fault_of_a_template(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    (project / "own" / "mine.txt.jinja").write_text("{{ readme.about }}")

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("specwright.emit.project.readme_view", broken)
    assert main(["generate", "-q"]) == 2
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said and "internal error" in said and "template-broken" not in said


def test_templates_are_rendered_beside_ours(project: Path) -> None:
    (project / "own" / "docs").mkdir()
    (project / "own" / "docs" / "[model].md.jinja").write_text("# {{ model.name }}\n")
    (project / "own" / "src" / "[package]" / "resources").mkdir(parents=True)
    (project / "own" / "src" / "[package]" / "resources" / "__init__.py.jinja").write_text('"""Mine."""\n')
    assert main(["generate", "-q"]) == 0
    assert (project / "sdk" / "docs" / "pet.md").read_text() == "# Pet\n"
    assert (project / "sdk" / "src" / "pets" / "resources" / "__init__.py").read_text() == '"""Mine."""\n'
    assert main(["check", "-q"]) == 0


def test_a_folder_of_templates_that_is_not_there_is_told(project: Path, capsys: Streams) -> None:
    (project / "own").rmdir()
    assert main(["generate", "-q"]) == 2
    said = capsys.readouterr().err
    assert "error[config-templates]: there is no folder `own`" in said and "pyproject.toml:5:1" in said
