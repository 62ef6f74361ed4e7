"""What is done aside gives what it would give here, whatever becomes of the other process."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from specwright.aside import aside, streams

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


def test_streams_give_what_every_work_comes_to_in_its_order() -> None:
    works = [lambda each=each: ((each, number, "x" * 10_000) for number in range(1000)) for each in "ab"]
    with streams(*works) as results:
        found = list(results)
    assert len(found) == 2000
    for each in "ab":
        assert [number for name, number, _ in found if name == each] == list(range(1000))


def test_a_stream_whose_process_is_killed_goes_on_here_where_it_ended() -> None:
    def work() -> Iterator[int]:
        for number in range(10_000):
            if number == 5000 and os.getpid() != HERE:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number

    with streams(work, work) as results:
        found = list(results)
    assert sorted(found) == sorted([*range(10_000)] * 2)


@pytest.mark.parametrize("room", [0, 1])
def test_works_that_there_is_no_room_for_are_done_here(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    fork, asked = os.fork, itertools.count()

    def full() -> int:
        if next(asked) == room:
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", full)
    opened = len(os.listdir("/dev/fd"))
    with streams(*[lambda each=each: [(each, os.getpid())] for each in "abc"]) as results:
        found = dict(results)
    assert [each for each, process in sorted(found.items()) if process != HERE] == [*"abc"][:room]
    assert len(found) == 3 and len(os.listdir("/dev/fd")) == opened


def test_a_stream_that_fails_fails_here_after_what_it_came_to() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    with streams(work) as results:
        assert next(results) == 1
        with pytest.raises(ZeroDivisionError):
            next(results)


def test_of_several_that_fail_the_first_does_here() -> None:
    def work(failure: type[Exception], before: float) -> Iterator[int]:
        yield 1
        time.sleep(before)
        raise failure

    works = [partial(work, ZeroDivisionError, 0.2), partial(work, KeyError, 0)]
    with streams(*works) as results, pytest.raises(ZeroDivisionError):
        assert [next(results), next(results)] == [1, 1]
        next(results)


def test_a_stream_that_nobody_reads_to_its_end_is_ended() -> None:
    with streams(itertools.count) as results:
        assert [next(results) for _ in range(3)] == [0, 1, 2]


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
