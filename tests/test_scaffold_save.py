"""Writing the document: in one piece, and over nothing but what was read."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from specwright.problem import Refusal
from specwright.scaffold.save import save
from specwright.scaffold.source import Source, open_source
from specwright.scaffold.splice import splice


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_bytes("a: größe\r\n".encode())
    return path


def add(source: Source) -> None:
    save(source, splice(source.document, {**source.document.value, "b": 1}).document)


def test_the_file_gets_what_is_added_and_keeps_its_mode(spec: Path) -> None:
    spec.chmod(0o640)
    add(open_source(spec, "spec.yaml"))
    assert spec.read_bytes() == "a: größe\r\nb: 1\r\n".encode()
    assert stat.S_IMODE(spec.stat().st_mode) == 0o640
    assert list(spec.parent.iterdir()) == [spec]


def test_a_byte_order_mark_stays(spec: Path) -> None:
    spec.write_bytes(b"\xef\xbb\xbf" + spec.read_bytes())
    add(open_source(spec, "spec.yaml"))
    assert spec.read_bytes() == b"\xef\xbb\xbf" + "a: größe\r\nb: 1\r\n".encode()


def test_a_link_still_leads_to_the_file(spec: Path) -> None:
    link = spec.with_name("link.yaml")
    link.symlink_to(spec)
    add(open_source(link, "link.yaml"))
    assert link.is_symlink()
    assert spec.read_bytes().endswith(b"b: 1\r\n")


def refused(source: Source, path: Path) -> str:
    """The code of the problem that saving ends with; nothing else is on the disk then."""
    before = path.read_bytes()
    with pytest.raises(Refusal) as refusal:
        add(source)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    assert not refusal.value.findings
    return refusal.value.problems[0].code


def test_a_file_that_changed_in_between_stays_as_it_is(spec: Path) -> None:
    source = open_source(spec, "spec.yaml")
    spec.write_text("a: other\n")
    assert refused(source, spec) == "file-changed"


def test_a_read_only_file_stays_as_it_is(spec: Path) -> None:
    source = open_source(spec, "spec.yaml")
    spec.chmod(0o444)
    assert refused(source, spec) == "file-unwritable"


def test_a_file_that_went_away_is_not_made_again(spec: Path) -> None:
    source = open_source(spec, "spec.yaml")
    spec.unlink()
    with pytest.raises(Refusal, match="cannot be written"):
        add(source)
    assert list(spec.parent.iterdir()) == []
