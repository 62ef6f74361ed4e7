"""An output folder: what is put there `compare` approves of, and nothing of anybody else's is ever touched."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.outputs import drifts, output, recover, write

from specwright.problem import Position, Refusal
from specwright.write.drift import Changed, Edited, Foreign, Missing, Stale, explain
from specwright.write.manifest import MANIFEST, digest, manifest, manifest_files
from specwright.write.output import Written, compare, staged
from specwright.write.paths import STAGING


def on_disk(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in files}


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    assert not refusal.value.findings
    return [problem.code for problem in refusal.value.problems]


# --- what an output is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["", "/a", "a/", "a//b", ".", "a/./b", "../a", "a/..", "a\\b", "C:/a", "c:", "a\0b", "a.", "a /b", f"{STAGING}/a"],
)
def test_a_path_that_is_not_plain_is_a_bug(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not a plain relative path"):
        write({path: ""}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("paths", [("a.py", "A.py"), ("é", "e\u0301"), ("a", "a/b"), ("A", "a/b")])
def test_paths_that_cannot_stand_together_everywhere_are_a_bug(paths: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"one path|is a file"):
        write(dict.fromkeys(paths, ""), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_text_that_utf_8_cannot_hold_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        write({"a": "\ud800"}, tmp_path)


def test_a_manifest_lists_digests_and_is_stable() -> None:
    inputs = {"inputs": {"x.yaml": "sha256:0"}}
    text = manifest({"b": digest("2"), "a": digest("1")}, inputs)
    assert text == manifest({"a": digest("1"), "b": digest("2")}, inputs)
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["files", "inputs"]
    assert manifest_files(text) == {"a": digest("1"), "b": digest("2")}


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"files": []}'])
def test_what_lists_no_files_is_no_manifest(text: str) -> None:
    with pytest.raises(ValueError, match=r"without files|Expecting"):
        manifest_files(text)


# --- drift ------------------------------------------------------------------------------------------------------------


def test_every_kind_of_drift_is_told_apart(tmp_path: Path) -> None:
    write(output({"same": "1", "gone": "1", "old": "1", "hand": "1", "left": "1"}), tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "hand").write_text("mine")
    (tmp_path / "new").write_text("mine")
    wanted = output({"same": "1", "gone": "1", "old": "2", "hand": "1", "new": "1"})
    found = drifts(wanted, tmp_path)
    assert [drift for drift in found if drift.path != MANIFEST] == [
        Missing("gone"),
        Edited("hand", "mine", "1"),
        Stale("left"),
        Foreign("new"),
        Changed("old", "1", "2"),
    ]


def test_an_edit_is_found_though_its_digest_was_edited_too(tmp_path: Path) -> None:
    wanted = output({"a.py": "1"})
    write(wanted, tmp_path)
    for path, text in output({"a.py": "mine"}).items():
        (tmp_path / path).write_text(text)
    assert [type(drift) for drift in drifts(wanted, tmp_path)] == [Changed, Changed]


def test_an_edited_file_that_is_no_longer_generated_is_an_edit(tmp_path: Path) -> None:
    write(output({"a": "1"}), tmp_path)
    (tmp_path / "a").write_text("mine")
    assert Edited("a", "mine", None) in drifts(output({}), tmp_path)


def test_changed_inputs_explain_drift_and_are_none(tmp_path: Path) -> None:
    write(output({"a": "1"}, spec="1", overlay="1"), tmp_path)
    wanted = output({"a": "1"}, spec="2", overlay="1")
    assert drifts(wanted, tmp_path) == ()
    assert compare(wanted.items(), tmp_path).inputs == ("spec",)
    write(wanted, tmp_path)
    assert compare(wanted.items(), tmp_path).inputs == ()


def test_a_checkout_with_crlf_is_no_drift_and_stays(tmp_path: Path) -> None:
    wanted = output({"a": "1\n2\n"})
    write(wanted, tmp_path)
    for path in wanted:
        (tmp_path / path).write_bytes(wanted[path].replace("\n", "\r\n").encode())
    assert drifts(wanted, tmp_path) == ()
    assert write(wanted, tmp_path).written == ()
    assert b"\r\n" in (tmp_path / "a").read_bytes()


def test_bytes_that_are_no_text_are_an_edit(tmp_path: Path) -> None:
    wanted = output({"a": "1"})
    write(wanted, tmp_path)
    (tmp_path / "a").write_bytes(b"\xff\xfe")
    assert [type(drift) for drift in drifts(wanted, tmp_path)] == [Edited]


def test_drift_is_explained_at_the_first_line_that_differs(tmp_path: Path) -> None:
    problem = explain(Changed("a", "1\n2\n3\n", "1\n2\nx\n"), tmp_path)
    assert problem.location == Position((tmp_path / "a").as_posix(), 3, 1)


def test_files_of_others_are_nobodys_business(tmp_path: Path) -> None:
    wanted = output({"src/a.py": "1"})
    write(wanted, tmp_path)
    for path in ("mine.py", "src/__pycache__/a.pyc", ".venv/x", "build/y"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mine")
    assert drifts(wanted, tmp_path) == ()
    write(output({}), tmp_path)
    assert {"mine.py", "src/__pycache__/a.pyc", ".venv/x", "build/y", MANIFEST} == set(on_disk(tmp_path))


# --- writing ----------------------------------------------------------------------------------------------------------

_SEGMENTS = st.sampled_from(["a", "b", "c.py"])
_PATHS = st.lists(_SEGMENTS, min_size=1, max_size=3).map("/".join)
_FILES = st.dictionaries(_PATHS, st.text(st.characters(exclude_categories=["Cs"])), max_size=6)


@settings(derandomize=True, deadline=None, database=None)
@given(st.lists(_FILES, min_size=1, max_size=4))
def test_write_then_compare_finds_nothing(sequence: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for files in sequence:
            assume(not any(path.startswith(f"{other}/") for path in files for other in files))
            wanted = output(files)
            write(wanted, Path(folder))
            assert drifts(wanted, Path(folder)) == ()
            assert on_disk(Path(folder)) == wanted


def test_write_says_what_it_did_and_leaves_right_files_alone(tmp_path: Path) -> None:
    write(output({"same": "1", "old": "1", "sub/left": "1"}), tmp_path)
    os.utime(tmp_path / "same", (1, 1))
    assert write(output({"same": "1", "old": "2"}), tmp_path) == Written(("old", MANIFEST), ("sub/left",), 1)
    assert (tmp_path / "same").stat().st_mtime == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["old", "same", MANIFEST]


def test_hand_edits_and_files_in_the_way_stop_everything_unless_forced(tmp_path: Path) -> None:
    write(output({"a": "1", "b": "1", "c": "1"}), tmp_path)
    (tmp_path / "b").write_text("mine")
    (tmp_path / "new").write_text("mine")
    before, wanted = on_disk(tmp_path), output({"a": "2", "b": "1", "new": "1"})
    with pytest.raises(Refusal) as refusal:
        write(wanted, tmp_path)
    assert codes(refusal) == ["file-edited-by-hand", "file-in-the-way"]
    assert on_disk(tmp_path) == before
    write(wanted, tmp_path, force=True)
    assert on_disk(tmp_path) == wanted


def test_a_hand_made_file_that_is_as_wanted_is_in_nobodys_way(tmp_path: Path) -> None:
    write(output({"a": "1"}), tmp_path)
    (tmp_path / "b").write_text("2")
    assert write(output({"a": "1", "b": "2"}), tmp_path).written == (MANIFEST,)


def test_a_folder_that_is_not_ours_is_refused_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(Refusal) as refusal:
        write(output({"a": "1"}), tmp_path)
    assert codes(refusal) == ["output-foreign"]
    write(output({"a": "1"}), tmp_path, force=True)
    assert set(on_disk(tmp_path)) == {"a", "notes.txt", MANIFEST}


def test_a_manifest_of_somebody_elses_does_not_make_a_folder_ours(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "something else"}')
    with pytest.raises(Refusal) as refusal:
        write(output({}), tmp_path)
    assert codes(refusal) == ["output-foreign"]


def test_a_fresh_repository_can_be_an_output(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert write(output({"a": "1"}), tmp_path).written == ("a", MANIFEST)


def test_a_manifest_with_merge_conflicts_is_rebuilt(tmp_path: Path) -> None:
    ours, theirs = output({"a": "1", "b": "1"}), output({"a": "2", "c": "1"})
    write(ours, tmp_path)
    (tmp_path / "a").write_text("merged somehow")
    (tmp_path / "c").write_text("1")
    conflict = f"<<<<<<< ours\n{ours[MANIFEST]}||||||| base\n{{}}\n=======\n{theirs[MANIFEST]}>>>>>>> theirs\n"
    (tmp_path / MANIFEST).write_text(conflict)
    wanted = output({"a": "3", "c": "1"})
    told = [(type(drift), drift.path) for drift in drifts(wanted, tmp_path)]
    assert told == [(Changed, "a"), (Stale, "b"), (Changed, MANIFEST)]
    write(wanted, tmp_path)
    assert on_disk(tmp_path) == wanted


def test_a_manifest_cannot_have_files_elsewhere_deleted(tmp_path: Path) -> None:
    root, precious = tmp_path / "out", tmp_path / "precious"
    write(output({"a": "1"}), root)
    precious.write_text("1")
    (root / MANIFEST).write_text(json.dumps({"files": {"../precious": digest("1"), "a": digest("1")}}))
    write(output({"a": "1"}), root)
    assert precious.read_text() == "1"


@pytest.mark.parametrize("link", ["src", "src/a.py"])
def test_a_link_that_leads_outside_is_refused_even_if_forced(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.py").write_text("mine")
    write(output({}), root)
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside / Path(link).relative_to("src"))
    with pytest.raises(Refusal) as refusal:
        write(output({"src/a.py": "1"}), root, force=True)
    assert codes(refusal) == ["output-escapes"]
    assert on_disk(outside) == {"a.py": "mine"}


@pytest.mark.parametrize(("mine", "wanted"), [("a", "a/b"), ("a/b", "a")])
def test_a_folder_is_never_replaced_by_a_file_nor_a_file_by_a_folder(tmp_path: Path, mine: str, wanted: str) -> None:
    write(output({}), tmp_path)
    (tmp_path / mine).parent.mkdir(exist_ok=True)
    (tmp_path / mine).write_text("mine")
    with pytest.raises(Refusal) as refusal:
        write(output({wanted: "1"}), tmp_path, force=True)
    assert codes(refusal) == ["file-in-the-way"]
    assert (tmp_path / mine).read_text() == "mine"


@pytest.mark.parametrize("before", [None, "1"])
def test_what_somebody_writes_while_a_run_goes_on_is_not_overwritten_unless_forced(
    tmp_path: Path, before: str | None
) -> None:
    write(output({} if before is None else {"a": before}), tmp_path)
    wanted = output({"a": "2"})
    for force in (False, True):
        with staged(wanted.items(), tmp_path, force) as ready:
            (tmp_path / "a").write_text("mine")
            if not force:
                with pytest.raises(Refusal) as refusal:
                    ready.put()
                assert codes(refusal) == ["file-in-the-way"]
                assert (tmp_path / "a").read_text() == "mine"
                (tmp_path / "a").unlink() if before is None else (tmp_path / "a").write_text(before)
            else:
                ready.put()
    assert on_disk(tmp_path) == wanted


@pytest.mark.parametrize("count", [1, 100])
def test_staged_files_that_vanish_are_an_error(tmp_path: Path, count: int) -> None:
    root = tmp_path / "out"
    wanted = output({f"{number}.py": "2" for number in range(count)})
    with pytest.raises(FileNotFoundError), staged(wanted.items(), root) as ready:
        (root / STAGING).rename(tmp_path / "elsewhere")
        ready.put()
    write(wanted, root)
    assert on_disk(root) == wanted


def test_nothing_is_staged_where_the_inputs_alone_have_changed(tmp_path: Path) -> None:
    write(output({"a": "1"}, spec="1"), tmp_path)
    with staged(output({"a": "1"}, spec="2").items(), tmp_path) as ready:
        assert ready.compared.drifts == ()
        assert not (tmp_path / STAGING).exists()
        assert ready.put().written == (MANIFEST,)


@pytest.mark.parametrize("count", [1, 200])
def test_a_full_disk_leaves_everything_as_it_was_and_names_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    root = tmp_path / "out"
    wanted = output({f"{number}.py": "2" for number in range(count)})
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as failure:
        write(wanted, root)
    assert Path(failure.value.filename).name in wanted
    assert not root.exists()
    monkeypatch.undo()
    write(output({"0.py": "1"}), root)
    before = on_disk(root)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(wanted, root)
    assert on_disk(root) == before


def test_a_disk_that_is_full_before_the_journal_is_written_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write(output({"a": "1"}), tmp_path)
    before = on_disk(tmp_path)
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        write(output({"a": "2", "b": "2"}), tmp_path)
    assert on_disk(tmp_path) == before


# --- crashes ----------------------------------------------------------------------------------------------------------

OLD = output({"same": "1", "changed": "1", "sub/left": "1", "swap": "1", "turn/a": "1", "turn/b": "1"})
NEW = output({"same": "1", "changed": "2", "sub2/new": "2", "swap/a": "2", "swap/b": "2", "turn": "2"})


class KilledError(BaseException):
    """The process ends here: no handler of ours may catch it."""


def nothing(*_: object, **__: object) -> None:
    """What most calls have done when the process dies in them."""


def half(path: Path, content: str | bytes, **_: object) -> None:
    """What a call that writes a file may have done when the process dies in it."""
    data = content.encode() if isinstance(content, str) else content
    with path.open("wb") as file:
        file.write(data[: len(data) // 2])


@contextmanager
def killed_at(step: int) -> Generator[None]:
    """Lets the process die at the n-th call that changes or syncs the disk."""
    left = [step]

    def dying(real: Callable[..., object], last_deed: Callable[..., object] = nothing) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            left[0] -= 1
            if left[0] > 0:
                return real(*args, **kwargs)
            if left[0] == 0:
                last_deed(*args, **kwargs)
            raise KilledError  # and nothing that is called afterwards does anything either

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "unlink", "fsync", "rmdir", "mkdir"):
            patch.setattr(os, name, dying(getattr(os, name)))
        patch.setattr(Path, "write_bytes", dying(Path.write_bytes, half))
        patch.setattr(Path, "write_text", dying(Path.write_text, half))
        yield


def crash(step: int, work: Callable[[], object]) -> bool:
    """Whether the work was killed at a step, rather than done before it came to that."""
    try:
        with killed_at(step):
            work()
    except KilledError:
        return True
    return False


def crashed_writes(folder: Path) -> Iterator[Path]:
    """Folders where the writing of NEW over OLD was killed, at every step there is."""
    for step in range(1, 1000):
        root = folder / str(step)
        write(OLD, root)
        (root / "mine").write_text("mine")
        if not crash(step, partial(write, NEW, root)):
            return
        yield root


def assert_old_or_new(root: Path) -> None:
    files = {path: text for path, text in on_disk(root).items() if not path.startswith(STAGING)}
    assert files.pop("mine") == "mine"
    assert all(text in (OLD.get(path), NEW.get(path)) for path, text in files.items())
    assert all(path in files for path in ("same", "changed", MANIFEST))
    if files[MANIFEST] == NEW[MANIFEST]:
        assert files == NEW


def test_a_crash_leaves_every_file_wholly_old_or_wholly_new_and_the_next_write_finishes(tmp_path: Path) -> None:
    crashes = 0
    for root in crashed_writes(tmp_path):
        assert_old_or_new(root)
        write(NEW, root)
        assert on_disk(root) == {**NEW, "mine": "mine"}
        crashes += 1
    assert crashes > 20


def test_the_next_read_after_a_crash_finds_the_old_output_or_the_new_one(tmp_path: Path) -> None:
    for root in crashed_writes(tmp_path):
        recover(root)
        assert on_disk(root) in ({**OLD, "mine": "mine"}, {**NEW, "mine": "mine"})


def test_a_crash_while_finishing_after_a_crash_loses_nothing(tmp_path: Path) -> None:
    for number, root in enumerate(crashed_writes(tmp_path)):
        for step in range(1 + number % 3, 1000, 3):
            if not crash(step, partial(recover, root)):
                break
            assert_old_or_new(root)
        assert on_disk(root) in ({**OLD, "mine": "mine"}, {**NEW, "mine": "mine"})


@pytest.mark.parametrize(
    "journal",
    [
        '[["delete", "../precious"]]',
        '[["put", "0", "../precious"]]',
        '[["put", "0", "a", "../precious"]]',
        '[["put", "../../precious", "a"]]',
        '[["delete", "link/precious"]]',
        r'[["delete", "a"], ["delete", "b\u0000"]]',
        "{",
        "[1]",
        "7",
    ],
)
def test_a_journal_that_is_not_ours_is_dropped(tmp_path: Path, journal: str) -> None:
    root, precious = tmp_path / "out", tmp_path / "precious"
    write(output({"a": "1"}), root)
    precious.write_text("mine")
    (root / "link").symlink_to(tmp_path)
    (root / STAGING).mkdir()
    (root / STAGING / "0").write_text("theirs")
    (root / STAGING / "journal.json").write_text(journal)
    recover(root)
    assert precious.read_text() == "mine"
    assert (root / "a").read_text() == "1"
    assert not (root / STAGING).exists()
