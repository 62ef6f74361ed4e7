"""`specwright diff` as a user sees it: what it prints, how it ends, and what it makes of wrong input."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from specwright.cli.main import main

OLD = """
openapi: 3.1.0
info: {title: Things, version: 1.0.0}
paths:
  /things:
    post:
      operationId: createThing
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                name: {type: string, maxLength: 10}
                size: {type: integer}
                other: {type: string}
      responses:
        '204': {description: made}
"""
NEW = OLD.replace("maxLength: 10", "maxLength: 5")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return json.loads(capsys.readouterr().out)


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments], check=True)


def test_a_breaking_change_is_told_with_its_places_and_the_smallest_payload(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    shown = capsys.readouterr()
    assert "error[max-length-lowered]: request body `name` has at most 5 characters, not 10" in shown.out
    assert "old.yaml:16:17 -> new.yaml:16:17" in shown.out
    assert "hurts old clients with a new server" in shown.out
    assert 'was valid, and is refused: {"name": "aaaaaa"}' in shown.out
    assert shown.err == "1 error; version bump: major\n"


def test_nothing_changed_is_said_in_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.yaml", "old.yaml"]) == 0
    assert capsys.readouterr() == ("", "no changes; version bump: none\n")


@pytest.mark.parametrize(("fail_on", "status"), [("none", 0), ("breaking", 0), ("any", 1)])
def test_the_caller_chooses_what_fails(folder: Path, fail_on: str, status: int) -> None:
    (folder / "new.yaml").write_text(OLD.replace("integer", "number"))
    assert main(["diff", "old.yaml", "new.yaml", "--fail-on", fail_on, "-q"]) == status


def test_json_has_the_bump_and_every_change_with_its_witness(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "json"])
    found = told(capsys)
    (change,) = found["changes"]
    assert (found["bump"], change["id"], change["level"]) == ("major", "max-length-lowered", "error")
    assert change["hurts"] == ["old-client"]
    assert change["witness"] == {"valid_in": "old", "value": {"name": "aaaaaa"}, "pointer": "/name"}
    place = {"line": 16, "column": 17, "pointer": change["old"]["pointer"]}
    assert (change["old"], change["new"]) == ({"file": "old.yaml", **place}, {"file": "new.yaml", **place})


def test_markdown_is_a_changelog_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "markdown"])
    assert capsys.readouterr().out == (
        "Version bump: **major**\n\n### Breaking\n\n"
        "- `POST /things`: request body `name` has at most 5 characters, not 10."
        " Hurts old clients with a new server.\n"
        '  Was valid, and is refused: `{"name": "aaaaaa"}`\n'
    )


def test_what_a_document_says_is_no_markup(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "<img src=x>[a](b)`|"
    (folder / "new.yaml").write_text(OLD.replace("size:", f"'{hostile}': {{type: string}}\n                size:"))
    main(["diff", "old.yaml", "new.yaml", "--format", "markdown"])
    shown = capsys.readouterr().out
    assert "[a](b)" not in shown.replace("`<img src=x>[a](b)`", "")


def test_a_revision_of_a_repository_is_a_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "spec").mkdir()
    (folder / "spec" / "api.yaml").write_text(OLD.replace("{type: string, maxLength: 10}", "{$ref: './name.yaml'}"))
    (folder / "spec" / "name.yaml").write_text("type: string\nmaxLength: 10\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "old")
    (folder / "spec" / "name.yaml").write_text("type: string\nmaxLength: 5\n")
    for name in ("HEAD:spec/api.yaml", "HEAD:./spec/api.yaml"):
        assert main(["diff", name, "spec/api.yaml", "--format", "json"]) == 1
        (change,) = told(capsys)["changes"]
        assert change["old"]["file"] in ("HEAD:spec/api.yaml", "HEAD:spec/name.yaml")


@pytest.mark.parametrize(
    ("old", "complaint"),
    [
        ("HEAD:old.yaml", "not a git repository"),
        ("absent.yaml", "there is no file `absent.yaml`"),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, complaint: str
) -> None:
    assert main(["diff", old, "new.yaml"]) == 2
    assert complaint in capsys.readouterr().err


def test_an_invalid_document_is_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new.yaml").write_text("openapi: 9.1.0\n")
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    assert "new.yaml:1:1" in capsys.readouterr().err


def test_a_part_that_is_left_out_is_told_and_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    another = "  /others:\n    get:\n      responses:\n        '204': {description: done}\n"
    (folder / "old.yaml").write_text(OLD + another)
    (folder / "new.yaml").write_text(OLD.replace("{type: integer}", "{$ref: '#/components/schemas/None'}") + another)
    assert main(["diff", "old.yaml", "new.yaml", "--fail-on", "none"]) == 1
    shown = capsys.readouterr()
    assert "new.yaml:17" in shown.err
    assert "operation is gone" in shown.out


# --- the policy of a project ------------------------------------------------------------------------------------------


def policy(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text)


def test_a_project_chooses_the_level_of_a_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(folder, '[tool.specwright.diff.levels]\nmax-length-lowered = "info"\n')
    assert main(["diff", "old.yaml", "new.yaml", "--format", "json"]) == 0
    found = told(capsys)
    assert (found["bump"], found["changes"][0]["level"]) == ("minor", "info")


@pytest.mark.parametrize(("until", "status"), [("2999-01-01", 0), ("2020-01-01", 1)])
@pytest.mark.parametrize("by", ["rule", "fingerprint"])
def test_an_accepted_change_fails_nothing_until_its_day_has_passed(
    folder: Path, capsys: pytest.CaptureFixture[str], until: str, status: int, by: str
) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "json"])
    (change,) = told(capsys)["changes"]
    key = change["id" if by == "rule" else by]
    accepted = f'[[tool.specwright.diff.accepted]]\n{by} = "{key}"\nreason = "nobody has long names"\nuntil = {until}\n'
    policy(folder, accepted)
    assert main(["diff", "old.yaml", "new.yaml", "--format", "json"]) == status
    (change,) = told(capsys)["changes"]
    assert change["accepted"] == (None if status else "nobody has long names")


def test_a_fingerprint_outlives_moved_lines_and_other_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "json"])
    (before,) = told(capsys)["changes"]
    (folder / "new.yaml").write_text("# moved\n\n" + NEW.replace("{type: integer}", "{type: integer, maximum: 3}"))
    main(["diff", "old.yaml", "new.yaml", "--format", "json"])
    assert before["fingerprint"] in [each["fingerprint"] for each in told(capsys)["changes"]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[tool.specwright.diff.levels]\nmax-length-lowred = "info"', "config-rule-unknown"),
        ('[tool.specwright.diff.levels]\nmax-length-lowered = "fatal"', "config-level"),
        ('[tool.specwright.diff]\nlevels = "info"', "config-type"),
        ('[tool.specwright.diff]\naccepted = "all"', "config-type"),
        ("[tool.specwright.diff]\nlevel = {}", "config-key-unknown"),
        ('[[tool.specwright.diff.accepted]]\nreason = "so"\nuntil = 2999-01-01', "config-accepted"),
        ('[[tool.specwright.diff.accepted]]\nfingerprint = "a"\nuntil = 2999-01-01', "config-key-missing"),
        ('[[tool.specwright.diff.accepted]]\nfingerprint = "a"\nreason = "so"', "config-key-missing"),
        ('[[tool.specwright.diff.accepted]]\nfingerprint = "a"\nreason = "so"\nuntil = "later"', "config-key-missing"),
    ],
)
def test_a_wrong_policy_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, code: str
) -> None:
    policy(folder, text)
    assert main(["diff", "old.yaml", "new.yaml"]) == 2
    shown = capsys.readouterr().err
    assert f"error[{code}]" in shown
    assert "pyproject.toml:" in shown


def test_the_manual_has_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    from specwright.diff.rules import RULES

    assert main(["diff", "--rules"]) == 0
    shown = capsys.readouterr().out
    assert all(rule.id in shown and rule.manual.splitlines()[0] in shown for rule in RULES)


# --- for other programs -----------------------------------------------------------------------------------------------


def test_github_is_told_at_the_place_in_the_new_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "github"])
    assert capsys.readouterr().out == (
        "::error file=new.yaml,line=16,col=17,title=max-length-lowered::POST /things: request body `name` has at most"
        " 5 characters, not 10; hurts old clients with a new server.\n"
    )


def test_sarif_has_the_manual_of_each_rule_and_a_fingerprint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "old.yaml", "new.yaml", "--format", "sarif"])
    (run,) = told(capsys)["runs"]
    (rule,), (result,) = run["tool"]["driver"]["rules"], run["results"]
    assert (rule["id"], result["ruleId"], result["level"]) == ("max-length-lowered", "max-length-lowered", "error")
    assert rule["shortDescription"]["text"] == "Strings must be shorter than before."
    assert result["partialFingerprints"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 16, "startColumn": 17}
