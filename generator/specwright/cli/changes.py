"""How changes of a document are shown: as text for people, as a changelog entry, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from specwright.cli.excerpt import Place, escaped
from specwright.cli.formats import finding as formats
from specwright.cli.formats.finding import Finding
from specwright.cli.report import Locate, Paint, count, plain
from specwright.diff.change import Change, Level, Party
from specwright.difference import Difference
from specwright.ir import Location

_COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;34"}
_PARTIES = {
    Party.OLD_CLIENT: "old clients with a new server",
    Party.NEW_CLIENT: "new clients with an old server",
    Party.SOURCE: "code that is written against the package",
}
_LONGEST = 300
_ELLIPSIS = "..."


@dataclass(frozen=True, slots=True)
class Told:
    """What was found, and what tells where in each document."""

    found: Difference
    old: Locate
    new: Locate


# --- text -------------------------------------------------------------------------------------------------------------


def changes_text(told: Told, paint: Paint = plain, *, quiet: bool = False) -> str:
    """Each change with its places, whom it hurts and the value that shows it; with `quiet` only what breaks."""
    changes = [each for each in told.found.changes if not quiet or each.level is Level.ERROR]
    return "\n\n".join("\n".join(_lines(group, told, paint)) for group in _groups(changes))


def _groups(changes: Iterable[Change]) -> list[list[Change]]:
    """Changes that say the same of several places together."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for each in changes:
        key = (each.rule, each.level, each.message, each.direction, each.operations, each.hurts, _kind(each))
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _kind(change: Change) -> str:
    """The subject without the path in it."""
    return change.subject.partition(" `")[0]


def _lines(group: Sequence[Change], told: Told, paint: Paint) -> Iterator[str]:
    first = group[0]
    head = paint(f"{first.level}[{first.rule}]", _COLOURS[first.level])
    yield f"{head}{paint(f': {escaped(_sentence(group))}', '1')}"
    placed = [each for each in group if each.old.file or each.new.file]
    for each in placed[:3]:
        yield f"  {paint('-->', '1;34')} {_where(each, told)}"
    if len(placed) > 3:
        yield f"      and {count(len(placed) - 3, 'more place')}"
    if first.operations:
        yield f"   {paint('=', '1;34')} {escaped(_listed(first.operations))}"
    if first.hurts:
        yield f"   {paint('=', '1;34')} hurts {' and '.join(_PARTIES[party] for party in first.hurts)}"
    if first.witness:
        was = "was valid, and is refused" if first.witness.valid_in == "old" else "is valid, and was refused"
        yield f"   {paint('=', '1;34')} {was}: {escaped(_focused(first))}"


def _sentence(group: Sequence[Change]) -> str:
    """`request body `a`, `b` is at most 8`: the subjects of a group and what is said of them."""
    paths = [path for path in dict.fromkeys(each.subject.partition(" `")[2].rstrip("`") for each in group) if path]
    shown = [f"`{path}`" for path in paths[:4]]
    more = [f"{len(paths) - 4} more"] if len(paths) > 4 else []
    if group[0].hurts == (Party.SOURCE,):
        return ", ".join(dict.fromkeys(each.message for each in group))
    return " ".join(part for part in (_kind(group[0]), ", ".join([*shown, *more]), group[0].message) if part)


def _where(change: Change, told: Told) -> str:
    old = _spelled(told.old(change.old)) if change.old.file else "nothing"
    return escaped(f"{old} -> {_spelled(told.new(change.new)) if change.new.file else 'nothing'}")


def _spelled(place: Place) -> str:
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part is not None)


def _listed(operations: Sequence[str]) -> str:
    more = f" and {len(operations) - 3} more" if len(operations) > 3 else ""
    return ", ".join(operations[:3]) + more


def _focused(change: Change) -> str:
    """The value that shows a change; of a long one, the way to the place in question and dots for the rest."""
    assert change.witness is not None
    whole = change.witness.value.text
    if len(whole) <= 80:
        return whole
    text = _spelled_json(change.witness.value.value, change.pointer.split("/")[1:])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + _ELLIPSIS


def _spelled_json(value: Any, tokens: Sequence[str]) -> str:
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        name = tokens[0].replace("~1", "/").replace("~0", "~") if tokens else ""
        if tokens and name in members:
            rest = [_ELLIPSIS] if len(members) > 1 else []
            inside = f"{json.dumps(name, ensure_ascii=False)}: {_spelled_json(members[name], tokens[1:])}"
            return "{" + ", ".join([inside, *rest]) + "}"
    if isinstance(value, list) and tokens and value:
        items = cast("Sequence[Any]", value)
        rest = [_ELLIPSIS] if len(items) > 1 else []
        return "[" + ", ".join([_spelled_json(items[0], tokens[1:]), *rest]) + "]"
    return json.dumps(value, ensure_ascii=False)


def summary(found: Difference) -> str:
    """`2 errors, 1 info; 1 accepted; version bump: major`."""
    counted = Counter(change.level for change in found.changes)
    levels = ", ".join(count(counted[level], level.value) for level in Level if counted[level]) or "no changes"
    accepted = f"; {len(found.accepted)} accepted" if found.accepted else ""
    return f"{levels}{accepted}; version bump: {found.bump}"


# --- Markdown ---------------------------------------------------------------------------------------------------------

_HEADINGS = {Level.ERROR: "Breaking", Level.WARNING: "May break", Level.INFO: "Compatible"}


def changes_markdown(told: Told) -> str:
    """A changelog entry: what breaks, what may, and the rest, with the smallest value for each that has one."""
    if not told.found.changes and not told.found.accepted:
        return "No changes."
    parts = [f"Version bump: **{told.found.bump}**"]
    for level in Level:
        groups = _groups(each for each in told.found.changes if each.level is level)
        if groups:
            parts.append(f"### {_HEADINGS[level]}")
            parts.append("\n".join(line for group in groups for line in _bullet(group)))
    if told.found.accepted:
        parts.append("### Accepted")
        bullets = (f"- {_prose([each.change])} ({_escaped(each.reason)})" for each in told.found.accepted)
        parts.append("\n".join(bullets))
    return "\n\n".join(parts)


def _bullet(group: Sequence[Change]) -> Iterator[str]:
    first = group[0]
    hurts = f" Hurts {' and '.join(_PARTIES[party] for party in first.hurts)}." if first.hurts else ""
    yield f"- {_prose(group)}.{hurts}"
    if first.witness and first.level is not Level.INFO:
        was = "Was valid, and is refused" if first.witness.valid_in == "old" else "Is valid, and was refused"
        yield f"  {was}: {_code(_focused(first))}"


def _prose(group: Sequence[Change]) -> str:
    operations = group[0].operations
    where = ", ".join(_code(each) for each in operations[:3])
    more = f" and {len(operations) - 3} more" if len(operations) > 3 else ""
    return f"{where}{more}: {_escaped(_sentence(group))}" if where else _escaped(_sentence(group))


def _code(text: str) -> str:
    """Inline code, whatever backticks are in it."""
    text = escaped(text)
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    """Prose in which only backticks mean something: what a document says is no markup."""
    parts = escaped(text).split("`")
    return "`".join(part if index % 2 else _neutral(part) for index, part in enumerate(parts))


def _neutral(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\*_[]<>#|!~" else letter for letter in text)


# --- for other programs -----------------------------------------------------------------------------------------------


def changes_found(told: Told) -> Iterator[Finding]:
    """Each change as a finding at its place in the new document, with the old one related."""
    for each in told.found.changes:
        hurts = f"; hurts {' and '.join(_PARTIES[party] for party in each.hurts)}" if each.hurts else ""
        where = f"{_listed(each.operations)}: " if each.operations else ""
        places = [locate(at) for locate, at in ((told.new, each.new), (told.old, each.old)) if at.file]
        yield Finding(
            each.rule,
            formats.Level(each.level.value),
            f"{where}{_sentence([each])}{hurts}",
            next(iter(places), None),
            tuple(places[1:]),
            fingerprint=each.fingerprint,
        )


# --- JSON -------------------------------------------------------------------------------------------------------------


def changes_json(told: Told) -> str:
    """`{"bump": ..., "changes": [...]}`; a change that is accepted has its reason in `accepted`, others null."""
    rows = [_row(change, None, told) for change in told.found.changes]
    rows += [_row(each.change, each.reason, told) for each in told.found.accepted]
    return json.dumps({"bump": told.found.bump.value, "changes": rows}, indent=2, ensure_ascii=False)


def _row(change: Change, accepted: str | None, told: Told) -> dict[str, object]:
    witness = change.witness
    shown = {"valid_in": witness.valid_in, "value": witness.value.value, "pointer": change.pointer} if witness else None
    return {
        "id": change.rule,
        "level": change.level.value,
        "hurts": [party.value for party in change.hurts],
        "message": f"{change.subject} {change.message}"
        if change.subject not in ("code", "handler code")
        else change.message,
        "direction": change.direction.value if change.direction else None,
        "operations": list(change.operations),
        "old": _place(told.old, change.old),
        "new": _place(told.new, change.new),
        "witness": shown,
        "fingerprint": change.fingerprint,
        "accepted": accepted,
    }


def _place(locate: Locate, location: Location) -> dict[str, object] | None:
    """The place of a change; null where a document has nothing of it."""
    if not location.file:
        return None
    place = locate(location)
    return {"file": place.file, "line": place.line, "column": place.column, "pointer": location.pointer}
