"""The configuration: what is right becomes targets, and everything that is wrong is told at once, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.config import Target, choose, read_config, target_of
from specwright.problem import Position, Refusal

GOOD = """\
[tool.specwright.targets.pets]
spec = "spec/pets.yaml"
output = "generated/pets"
package = "pets"
"""


def config(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """(code, line, remedy) of everything that is wrong in a configuration."""
    with pytest.raises(Refusal) as refusal:
        read_config(config(folder, text))
    assert not refusal.value.findings
    rows: list[tuple[str, int, str]] = []
    for problem in refusal.value.problems:
        assert isinstance(problem.location, Position)
        assert problem.location.file == (folder / "pyproject.toml").as_posix()
        rows.append((problem.code, problem.location.line, problem.remedy))
    return rows


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_target_keeps_its_paths_as_written(tmp_path: Path) -> None:
    text = GOOD + 'overlays = ["a.yaml", "../b.yaml"]\nversion = "1.2"\ntemplates = "t"\nwaive = ["GET /x"]\n'
    (tmp_path / "t").mkdir()
    assert read_config(config(tmp_path, text)) == (
        Target(
            name="pets",
            spec="spec/pets.yaml",
            overlays=("a.yaml", "../b.yaml"),
            output="generated/pets",
            package="pets",
            version="1.2",
            templates="t",
            waive=("GET /x",),
            root=tmp_path,
        ),
    )


def test_the_nearest_file_with_a_table_counts(tmp_path: Path) -> None:
    config(tmp_path, GOOD)
    inner = tmp_path / "generated/pets"
    inner.mkdir(parents=True)
    config(inner, '[project]\nname = "pets"\n')
    assert read_config(inner)[0].root == tmp_path


def test_without_any_configuration_the_user_is_told_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        read_config(tmp_path)
    assert codes(refusal) == ["config-missing"]
    assert "[tool.specwright.targets." in refusal.value.problems[0].remedy


@pytest.mark.parametrize("text", ["\n[tool.specwright]\n", "\n[tool.specwright.targets]\n"])
def test_a_table_without_targets_is_told_where_it_is(tmp_path: Path, text: str) -> None:
    assert [(code, line) for code, line, _ in faults(tmp_path, text)] == [("config-missing", 2)]


def test_a_text_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert [(code, line) for code, line, _ in faults(tmp_path, "[a]\nb = \n")] == [("config-invalid", 2)]


def test_an_unknown_key_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    ((code, line, remedy),) = faults(tmp_path, GOOD + 'overlay = ["x"]\n')
    assert (code, line) == ("config-key-unknown", 5)
    assert "did you mean `overlays`?" in remedy


def test_an_unknown_table_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    ((code, line, remedy),) = faults(tmp_path, "[tool]\n" + GOOD.replace("targets", "target"))
    assert (code, line) == ("config-key-unknown", 2)
    assert "did you mean `targets`?" in remedy


@pytest.mark.parametrize("key", ["spec", "output", "package"])
def test_a_missing_key_is_told_at_its_table(tmp_path: Path, key: str) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(key))
    assert [(code, line) for code, line, _ in faults(tmp_path, text)] == [("config-key-missing", 1)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("spec = 1", "config-type"),
        ('spec = ""', "config-type"),
        ("version = 1.2", "config-type"),
        ('overlays = "x"', "config-type"),
        ("waive = [1]", "config-type"),
        ('package = "my-pets"', "config-package"),
        ('package = "class"', "config-package"),
        ('package = "a.b"', "config-package"),
        ('output = "."', "config-output"),
        ('output = ".."', "config-output"),
        ('output = "a/../.."', "config-output"),
        ('output = "../other"', "config-output"),
        ('output = "/tmp/x"', "config-output"),
        ("output = 'generated\\pets'", "config-output"),
    ],
)
def test_a_wrong_value_is_told_at_its_line(tmp_path: Path, wrong: str, code: str) -> None:
    key = wrong.partition(" ")[0]
    kept = [line for line in GOOD.splitlines() if not line.startswith(key)]
    assert [row[:2] for row in faults(tmp_path, "\n".join([*kept, wrong]))] == [(code, len(kept) + 1)]


def test_an_output_that_a_link_takes_elsewhere_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "generated").symlink_to(tmp_path)
    assert [code for code, _, _ in faults(root, GOOD)] == ["config-output"]


def test_two_targets_cannot_share_an_output(tmp_path: Path) -> None:
    second = GOOD.replace("targets.pets", 'targets."more.pets"').replace('"generated/pets"', '"generated/./pets/"')
    assert [row[:2] for row in faults(tmp_path, GOOD + second)] == [("config-output-shared", 7)]


def test_the_name_of_a_target_is_that_of_a_distribution(tmp_path: Path) -> None:
    assert [row[:2] for row in faults(tmp_path, GOOD.replace(".pets]", '."my pets"]'))] == [("config-target-name", 1)]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD + '[tool.specwright.targets.more]\nspec = 1\noutputs = "x"\npackage = "1"\n'
    told = sorted(row[:2] for row in faults(tmp_path, text))
    assert told == [("config-key-missing", 5), ("config-key-unknown", 7), ("config-package", 8), ("config-type", 6)]


def test_a_target_written_inline_is_placed_at_its_line(tmp_path: Path) -> None:
    text = '[tool.specwright.targets]\nx = {spec = "a", output = "b", package = "c"}\ny = {spec = "a", output = "d"}\n'
    assert [row[:2] for row in faults(tmp_path, text)] == [("config-key-missing", 3)]


def test_targets_are_chosen_by_name_in_the_order_of_the_file(tmp_path: Path) -> None:
    targets = read_config(config(tmp_path, GOOD + GOOD.replace("pets", "dogs")))
    assert [target.name for target in choose(targets, [])] == ["pets", "dogs"]
    assert [target.name for target in choose(targets, ["dogs", "pets", "dogs"])] == ["pets", "dogs"]
    with pytest.raises(Refusal) as refusal:
        choose(targets, ["pet", "cats"])
    assert codes(refusal) == ["target-unknown", "target-unknown"]
    assert "did you mean `pets`?" in refusal.value.problems[0].remedy


def test_a_document_where_a_target_was_expected_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        choose(read_config(config(tmp_path, GOOD)), ["pets.yaml"])
    assert "generate pets.yaml -o DIR" in refusal.value.problems[0].remedy


def test_a_target_can_do_without_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = target_of("pets.yaml", "out/pets", "", ("o.yaml",))
    assert target == Target("pets", "pets.yaml", ("o.yaml",), "out/pets", "", None, None, (), tmp_path)
    with pytest.raises(Refusal) as refusal:
        target_of("pets.yaml", "out", "my-pets", ())
    assert codes(refusal) == ["config-package"]
