"""What is done aside gives what it would give here, whatever becomes of the other process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from specwright.aside import aside

SPEC = Path(__file__).parent / "golden" / "additional_properties" / "spec.yaml"
HERE = os.getpid()


def test_the_result_is_what_the_work_returns() -> None:
    with aside(lambda: list(range(1_000_000))) as result:
        assert result() == list(range(1_000_000))


def test_work_whose_process_is_killed_is_done_here() -> None:
    def work() -> str:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with aside(work) as result:
        assert result() == "done"


def test_work_that_fails_fails_here() -> None:
    with aside(lambda: 1 // 0) as result, pytest.raises(ZeroDivisionError):
        result()


def test_what_is_not_asked_for_is_ended() -> None:
    with pytest.raises(KeyError), aside(signal.pause):
        raise KeyError


def test_one_processor_and_several_write_the_same(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "if sys.argv[1] == 'one': os.sched_getaffinity = lambda _: {0}\n"
        "else: os.sched_getaffinity = lambda _: {0, 1}\n"
        "from specwright.cli.main import main\n"
        "sys.exit(main(['generate', sys.argv[2], '-o', sys.argv[1], '--no-cache']))"
    )
    for number in ("one", "two"):
        subprocess.run([sys.executable, "-c", script, number, str(SPEC)], cwd=tmp_path, check=True, timeout=120)
    one, two = (
        {path.relative_to(tmp_path / number).as_posix(): path.read_bytes() for path in files}
        for number in ("one", "two")
        for files in [[path for path in (tmp_path / number).rglob("*") if path.is_file()]]
    )
    assert {path: text for path, text in one.items() if path != "specwright.json"}
    assert one == two
