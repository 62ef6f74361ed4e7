"""Server-sent events: the events in a stream of octets, wherever it is cut (WHATWG HTML, section 9.2.6).

httpx2 has the type of an event. Its own reader is not used: it keeps the byte order mark, tells of events without data,
takes any integer for `retry`, and holds back a line that a CR ends until more arrives.
"""

from __future__ import annotations

import codecs
import re

from httpx2 import ServerSentEvent

LINE_END = re.compile("\r\n|\r|\n")
MILLISECONDS = re.compile("[0-9]{1,18}")


class Lines:
    """Text in pieces -> its lines, each as soon as it ends: with CR, LF or both, and with nothing else."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.after_cr = False

    def feed(self, text: str) -> list[str]:
        if not text:
            return []
        if self.after_cr:
            text = text.removeprefix("\n")
        self.after_cr = text.endswith("\r")
        first, *others = LINE_END.split(text)
        self.begun.append(first)
        if not others:
            return []
        lines = ["".join(self.begun), *others[:-1]]
        self.begun = others[-1:]
        return lines

    def end(self) -> list[str]:
        """The last line, if nothing ended it."""
        return ["".join(self.begun)] if any(self.begun) else []


class Events:
    """Octets in pieces -> the events in them, each as soon as a blank line ends it.

    An event has the `id` that was told last, and the `retry` that was told since the event before it.
    """

    def __init__(self) -> None:
        self.decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self.lines = Lines()
        self.event = ""
        self.data: list[str] = []
        self.id = ""
        self.retry: int | None = None

    def feed(self, content: bytes) -> list[ServerSentEvent]:
        events = map(self.read, self.lines.feed(self.decoder.decode(content)))
        return [event for event in events if event is not None]

    def end(self) -> list[ServerSentEvent]:
        """Nothing: what no blank line ends is no event."""
        return []

    def read(self, line: str) -> ServerSentEvent | None:
        """The event that a line ends; a line without a name is a comment."""
        if not line:
            return self.dispatched()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "event":
                self.event = value
            case "data":
                self.data.append(value)
            case "id" if "\0" not in value:
                self.id = value
            case "retry" if MILLISECONDS.fullmatch(value):
                self.retry = int(value)
            case _:
                pass
        return None

    def dispatched(self) -> ServerSentEvent | None:
        """The event that has been read; without data there is none."""
        event, data, retry = self.event, self.data, self.retry
        self.event, self.data = "", []
        if not data:
            return None
        self.retry = None
        return ServerSentEvent(event or "message", "\n".join(data), self.id, retry)
