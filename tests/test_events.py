"""Server-sent events: what the standard says is an event, wherever the octets are cut."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from httpx2 import ServerSentEvent as Event
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.events import Events, Lines

proof = settings(max_examples=300, derandomize=True, deadline=None, database=None)


def read(*chunks: bytes) -> list[Event]:
    events = Events()
    return [*(event for chunk in chunks for event in events.feed(chunk)), *events.end()]


def data(*texts: str) -> list[Event]:
    return [Event(data=text) for text in texts]


STREAMS: dict[str, tuple[bytes, list[Event]]] = {
    "nothing": (b"", []),
    "an event": (b"data: a\n\n", data("a")),
    "two": (b"data: a\n\ndata: b\n\n", data("a", "b")),
    "lines that end with CR": (b"data: a\r\rdata: b\r\r", data("a", "b")),
    "lines that end with both": (b"data: a\r\n\r\ndata: b\r\n\r\n", data("a", "b")),
    "lines that end this way and that": (b"data: a\r\ndata: b\n\r\ndata: c\r\r\n", data("a\nb", "c")),
    "both ends are one": (b"data: a\r\ndata: b\r\n\r\n", data("a\nb")),
    "LF before CR are two": (b"data: a\n\rdata: b\n\n", data("a", "b")),
    "other ends of lines are text": (
        "data: a\x0b\x0c\x1c\x85\u2028\u2029b\n\n".encode(),
        data("a\x0b\x0c\x1c\x85\u2028\u2029b"),
    ),
    "a byte order mark": (b"\xef\xbb\xbfdata: a\n\n", data("a")),
    "a second one is part of a name": (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n", data("b")),
    "one in the middle": (b"data: \xef\xbb\xbfa\n\n", data("\ufeffa")),
    "half of one": (b"\xef\xbbdata: a\n\ndata: b\n\n", data("b")),
    "lines of data": (b"data: a\ndata:\ndata: b\n\n", data("a\n\nb")),
    "data that is empty": (b"data\n\ndata:\n\ndata\ndata\n\n", data("", "", "\n")),
    "one space is taken off": (b"data:a\n\ndata:  a\n\ndata:\ta\n\n", data("a", " a", "\ta")),
    "colons of data": (b"data: a: b\n\n", data("a: b")),
    "a comment": (b": ping\n\n:\ndata: a\n: b\n\n", data("a")),
    "a name that is none": (b"Data: a\nother: b\ndata : c\n data: d\n\n", []),
    "without data there is none": (b"event: a\nid: 1\n\ndata: b\n\n", [Event(data="b", id="1")]),
    "a name": (b"event: a\ndata: b\n\ndata: c\n\n", [Event("a", "b"), Event(data="c")]),
    "the last name counts": (b"event: a\nevent: b\ndata: c\n\n", [Event("b", "c")]),
    "an empty name": (b"event: a\nevent\ndata: c\n\n", data("c")),
    "an id lasts": (b"id: 1\ndata: a\n\ndata: b\n\n", [Event(data="a", id="1"), Event(data="b", id="1")]),
    "an empty id ends it": (b"id: 1\ndata: a\n\nid\ndata: b\n\n", [Event(data="a", id="1"), Event(data="b")]),
    "an id with a null character": (b"id: 1\ndata: a\nid: 2\0\n\n", [Event(data="a", id="1")]),
    "a time": (b"retry: 3000\ndata: a\n\ndata: b\n\n", [Event(data="a", retry=3000), Event(data="b")]),
    "a time before its event": (b"retry: 0\n\ndata: a\n\n", [Event(data="a", retry=0)]),
    "times that are none": (
        "retry: 5\nretry\nretry: -1\nretry: +1\nretry: 1_0\nretry: 1.5\nretry:  1\nretry: ١\ndata: a\n\n".encode(),
        [Event(data="a", retry=5)],
    ),
    "a time beyond all measure": (b"retry: " + b"9" * 5000 + b"\ndata: a\n\n", data("a")),
    "what is not ended is none": (b"data: a\n\ndata: b\n", data("a")),
    "nor is half a line": (b"data: a\n\ndata: b", data("a")),
    "characters of many octets": ("data: é€😀\n\n".encode(), data("é€😀")),
    "octets that are no text": (b"data: a\xffb\xe2\x82\n\n", data("a\ufffdb\ufffd")),
}


@pytest.mark.parametrize(("octets", "events"), STREAMS.values(), ids=STREAMS)
def test_a_stream_has_the_events_of_the_standard_wherever_it_is_cut(octets: bytes, events: list[Event]) -> None:
    assert read(octets) == events
    assert read(*(octets[index : index + 1] for index in range(len(octets)))) == events
    places = range(min(len(octets), 80) + 1)
    for first, second in combinations(places, 2):
        assert read(octets[:first], octets[first:second], octets[second:]) == events


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_an_event_is_there_with_the_first_octet_of_its_blank_line(end: bytes) -> None:
    events = Events()
    assert events.feed(b"data: a" + end) == []
    assert events.feed(end[:1]) == data("a")
    assert events.feed(end[1:] + b"data: b" + end + end) == data("b")


FIELDS = st.sampled_from(["data", "event", "id", "retry", "data: a", "", " ", ":", "\ufeff", "é", "7", "\0"])
ENDS = st.sampled_from(["\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n"])
PIECES = st.lists(FIELDS | ENDS, max_size=30).map("".join).map(str.encode)


def by_the_book(octets: bytes) -> list[Event]:
    """The events of a whole stream, step by step as in section 9.2.6 of the standard."""
    text = octets.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    *lines, _ = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kind, buffer, last_id, found = "", "", "", list[Event]()
    for line in lines:
        if line == "":
            if buffer:
                found.append(Event(kind or "message", buffer[:-1], last_id))
            kind, buffer = "", ""
        elif not line.startswith(":"):
            name, _, value = line.partition(":")
            value = value[1:] if value[:1] == " " else value
            kind = value if name == "event" else kind
            buffer += f"{value}\n" if name == "data" else ""
            last_id = value if name == "id" and "\0" not in value else last_id
    return found


@proof
@given(octets=PIECES | st.binary(max_size=20), cuts=st.lists(st.integers(0, 100)))
def test_any_octets_have_the_events_of_the_standard(octets: bytes, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(octets)) for cut in cuts), len(octets)]
    found = read(*(octets[first:last] for first, last in pairwise(places)))
    assert [Event(each.event, each.data, each.id) for each in found] == by_the_book(octets)


def test_a_long_line_in_many_pieces_takes_no_time() -> None:
    lines = Lines()
    assert all(lines.feed("a") == [] for _ in range(200_000))
    assert lines.feed("\r") == ["a" * 200_000]
    assert lines.feed("\nb") == [] and lines.end() == ["b"]
