"""The cURL commands in a text, as the words that a shell would make of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from specwright.problem import Position, Problem, Refusal, error
from specwright.read.json_text import line_and_column

_COMMAND = re.compile(r"(?:^|[;&|(`])[ \t]*(?:[$%>#][ \t]+)?(?:\w+=\S*[ \t]+)*curl(?:\.exe)?(?=[ \t\\^])", re.MULTILINE)
_BLANK = re.compile(r"(?:[ \t]|[\\`]\r?\n)+")
_ENDS = frozenset("\n;|&)<>`")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "E": "\x1b"}
_CODE = re.compile(r"x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}")
_CARET = re.compile(r"\^\r?\n|\s\^\"")
_APOSTROPHE = re.compile(r"\s\$?'")
_LINE_END = re.compile(r"\r?\n")
_PARTS = re.compile(r'(\\*)"|\\+|[ \t\r\n]|[^"\\ \t\r\n]+')
_TARGET = re.compile(r"\w+://|[\w-]+(?:\.[\w-]+)+(?:[:/]|$)|localhost|[\w.-]+:\d+|[$/{<]")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the words behind `curl`, where it begins, and the offsets of both its ends."""

    words: tuple[str, ...]
    position: Position
    start: int
    end: int


def commands(text: str, file: str) -> Iterator[Command]:
    """The cURL commands of a text that name an address, in order. Raises `Refusal` for an open quote."""
    start = 0
    while match := _COMMAND.search(text, start):
        begin = text.index("curl", match.start())
        position = Position(file, *line_and_column(text, begin))
        first_line = text[begin : _first_end(text, begin)]
        windows = _CARET.search(first_line) and not _APOSTROPHE.search(first_line)
        reader = _Windows(text, match.end()) if windows else _Shell(text, match.end())
        try:
            words = tuple(reader.words())
        except _OpenQuoteError:
            raise Refusal([_quote_open(position)], findings=True) from None
        if any(map(_TARGET.match, words)):
            yield Command(words, position, begin, reader.at)
        start = max(reader.at, match.end())


def _first_end(text: str, begin: int) -> int:
    """Where the first line of a command ends."""
    end = text.find("\n", begin)
    return len(text) if end < 0 else end + 1


class _OpenQuoteError(Exception):
    """A quote that nothing closes."""


class _Shell:
    """Reads words as bash does; `at` is the offset that was reached. Variables stay as they are written.

    A bracket directly behind a quote begins a sample: pages lose the line end between them.
    """

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._cut = False
        self.at = at

    def words(self) -> Iterator[str]:
        while True:
            if blank := _BLANK.match(self._text, self.at):
                self.at = blank.end()
            if self._cut or self._ended():
                return
            yield "".join(self._word())

    def _ended(self) -> bool:
        here = self._text[self.at : self.at + 1]
        return here in _ENDS or here in ("", "#") or self._text.startswith("\r\n", self.at)

    def _word(self) -> Iterator[str]:
        while self.at < len(self._text):
            here = self._text[self.at]
            if here in _ENDS or here in " \t" or self._text.startswith("\r\n", self.at):
                return
            if here == "'":
                yield self._single()
                if self._text[self.at : self.at + 1] in ("{", "["):
                    self._cut = True
                    return
            elif here == '"':
                yield from self._double()
            elif self._text.startswith("$'", self.at):
                yield from self._dollar()
            elif here == "\\":
                yield self._escaped()
            else:
                self.at += 1
                yield here

    def _escaped(self) -> str:
        following = self._text[self.at + 1 : self.at + 2]
        self.at += 3 if self._text.startswith("\\\r\n", self.at) else 2
        return "" if following in ("\n", "\r") else following

    def _single(self) -> str:
        end = self._text.find("'", self.at + 1)
        if end < 0:
            raise _OpenQuoteError
        inner, self.at = self._text[self.at + 1 : end], end + 1
        return inner

    def _double(self) -> Iterator[str]:
        self.at += 1
        while self.at < len(self._text):
            here = self._text[self.at]
            if here == '"':
                self.at += 1
                return
            if here == "\\" and self._text[self.at + 1 : self.at + 2] in ("$", "`", '"', "\\", "\n", "\r"):
                yield self._escaped()
                continue
            self.at += 1
            yield here
        raise _OpenQuoteError

    def _dollar(self) -> Iterator[str]:
        self.at += 2
        while self.at < len(self._text):
            here = self._text[self.at]
            self.at += 1
            if here == "'":
                return
            yield self._ansi() if here == "\\" else here
        raise _OpenQuoteError

    def _ansi(self) -> str:
        """What stands behind a backslash between `$'` and `'`."""
        if code := _CODE.match(self._text, self.at):
            self.at = code.end()
            digits = code[0]
            number = int(digits[1:], 16) if digits[0] in "xuU" else int(digits, 8)
            return "\ufffd" if number > sys.maxunicode or 0xD800 <= number < 0xE000 else chr(number)
        here = self._text[self.at : self.at + 1]
        self.at += 1
        return _ESCAPES.get(here, here)


class _Windows:
    """Reads words as Windows does: a caret escapes outside of quotes, a backslash escapes a quote."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at

    def words(self) -> Iterator[str]:
        line = "".join(self._line())
        word: str | None = None
        quoted = False
        for match in _PARTS.finditer(line):
            if match[0].endswith('"'):
                backslashes = len(match[1])
                word = (word or "") + "\\" * (backslashes // 2) + '"' * (backslashes % 2)
                quoted ^= backslashes % 2 == 0
            elif quoted or not match[0].isspace():
                word = (word or "") + match[0]
            elif word is not None:
                yield word
                word = None
        if quoted:
            raise _OpenQuoteError
        if word is not None:
            yield word

    def _line(self) -> Iterator[str]:
        """The characters that are left when the carets have had their effect."""
        quoted = False
        while self.at < len(self._text):
            here = self._text[self.at]
            if here == "\n" and not quoted:
                return
            if here == "^" and not quoted:
                yield self._caret()
                continue
            quoted ^= here == '"'
            self.at += 1
            yield here

    def _caret(self) -> str:
        """The character behind a caret. A line end is dropped, and the next character taken as it is."""
        dropped = _LINE_END.match(self._text, self.at + 1)
        if not dropped:
            self.at += 2
            return self._text[self.at - 1 : self.at]
        kept = _LINE_END.match(self._text, dropped.end())
        self.at = kept.end() if kept else dropped.end()
        return "\n" if kept else ""


def _quote_open(position: Position) -> Problem:
    message = "a quote of this command is never closed"
    return error("curl-quote-open", message, position, "Paste the whole command, and quote a quote inside it.")
