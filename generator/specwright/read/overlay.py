"""OpenAPI Overlay 1.0 (and 1.1's `copy`): a document as its overlays mend it, the published text left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import jsonpath_rfc9535 as jsonpath

from specwright.ir import Location
from specwright.problem import Problem, Refusal, error, failed, warning
from specwright.read.draft import Draft, Token, copied
from specwright.read.json_text import JsonValue
from specwright.read.load import Document


def overlay(document: Document, overlays: Sequence[Document]) -> tuple[Document, tuple[Problem, ...]]:
    """The document after all actions, and a warning for each action without effect.

    Raises `Refusal` with everything that is wrong with the overlays; then nothing was applied.
    """
    parsed = [_actions(source) for source in overlays]
    broken = [problem for _, problems in parsed for problem in problems]
    if failed(broken):
        raise Refusal(broken, findings=True)
    draft = Draft(document)
    idle = [problem for actions, _ in parsed for action in actions for problem in _apply(action, draft)]
    return draft.document(), (*broken, *idle)


# --- what an overlay says ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Update:
    """Merge a value into every target."""

    value: JsonValue
    source: Location


@dataclass(frozen=True, slots=True)
class Copy:
    """Merge what another expression selects into every target."""

    query: jsonpath.JSONPathQuery
    source: Location


@dataclass(frozen=True, slots=True)
class Remove:
    """Take every target out of its container."""


@dataclass(frozen=True, slots=True)
class Action:
    """One action: the effects on whatever the target selects, in the order of the specification."""

    target: str
    query: jsonpath.JSONPathQuery
    effects: tuple[Update | Copy | Remove, ...]
    location: Location


def _actions(source: Document) -> tuple[list[Action], list[Problem]]:
    """The actions of an overlay that can be applied, and what is wrong with the rest of it."""
    problems = list(_head_problems(source))
    actions: list[Action] = []
    listed: JsonValue = source.value.get("actions")
    for index, value in enumerate(listed if isinstance(listed, list) else []):
        try:
            actions.append(_action(value, source.locate(f"/actions/{index}")))
        except Refusal as refusal:
            problems.extend(refusal.problems)
    return actions, problems


def _head_problems(source: Document) -> Iterator[Problem]:
    value: dict[str, JsonValue] = source.value
    version, actions = value.get("overlay"), value.get("actions")
    if not isinstance(version, str) or not version.startswith(("1.0.", "1.1.")):
        yield _malformed(
            "`overlay` is not a version that is known", source.locate("/overlay"), "Write `overlay: 1.0.0`."
        )
    if not _titled(value.get("info")):
        remedy = "Give `info` a `title` and a `version`."
        yield warning("overlay-malformed", "the overlay has no title and version", source.locate("/info"), remedy)
    if not isinstance(actions, list) or not actions:
        remedy = "List at least one action under `actions`."
        yield _malformed("the overlay has no list of actions", source.locate("/actions"), remedy)


def _titled(info: JsonValue) -> bool:
    return isinstance(info, dict) and isinstance(info.get("title"), str) and "version" in info


def _action(value: JsonValue, location: Location) -> Action:
    """One action of the list. Raises `Refusal` if it cannot be understood."""
    if not isinstance(value, dict) or not isinstance(value.get("target"), str):
        raise _refusal("the action has no `target`", location, "Give it a `target`, a JSONPath such as `$.info`.")
    target = str(value["target"])
    effects = tuple(_effects(value, location))
    if not effects:
        raise _refusal("the action does nothing", location, "Give it an `update`, or `remove: true`.")
    return Action(target, _query(target, location / "target"), effects, location)


def _effects(value: Mapping[str, JsonValue], location: Location) -> Iterator[Update | Copy | Remove]:
    remove, source = value.get("remove", False), value.get("copy")
    if not isinstance(remove, bool):
        raise _refusal("`remove` is neither true nor false", location / "remove", "Write `remove: true`.")
    if source is not None and not isinstance(source, str):
        raise _refusal("`copy` is no JSONPath", location / "copy", "Write a JSONPath that selects one value.")
    if remove:
        yield Remove()
        return
    if source is not None:
        yield Copy(_query(source, location / "copy"), location / "copy")
    if "update" in value:
        yield Update(value["update"], location / "update")


def _query(text: str, location: Location) -> jsonpath.JSONPathQuery:
    try:
        return jsonpath.compile(text)
    except (jsonpath.JSONPathError, ValueError, RecursionError) as failure:
        remedy = "Write a JSONPath as RFC 9535 has it, such as `$.paths['/pets'].get`."
        raise Refusal(
            [error("overlay-target-invalid", f"`{text}` is no JSONPath: {failure}", location, remedy)], findings=True
        ) from None


def _refusal(message: str, location: Location, remedy: str) -> Refusal:
    return Refusal([_malformed(message, location, remedy)], findings=True)


def _malformed(message: str, location: Location, remedy: str) -> Problem:
    return error("overlay-malformed", message, location, remedy)


# --- applying it ------------------------------------------------------------------------------------------------------


def _apply(action: Action, draft: Draft) -> Iterator[Problem]:
    """Applies an action; yields a warning if there is nothing to apply it to."""
    targets = _select(action.query, draft, action.location / "target")
    if not targets:
        yield warning(
            "overlay-action-unmatched",
            f"`{action.target}` selects nothing in {draft.file}",
            action.location / "target",
            "Mend the target, or remove the action if the document no longer needs it.",
        )
    for effect in action.effects if targets else ():
        _change(effect, targets, draft, action.location)


def _change(effect: Update | Copy | Remove, targets: list[tuple[Token, ...]], draft: Draft, location: Location) -> None:
    match effect:
        case Remove() if () in targets:
            raise _refusal("the action removes the whole document", location, "Remove a part of it.")
        case Remove():
            for target in _last_first(targets):
                draft.remove(target)
        case Update(value=value, source=source) if () in targets and not isinstance(value, dict):
            raise _refusal("the update of the whole document is no object", source, "Update `$` with an object.")
        case Update(value=value, source=source):
            for target in targets:
                draft.merge(target, value, source)
        case Copy(query=query, source=source):
            value = copied(draft.get(_selected(query, draft, source)))
            _change(Update(value, source), targets, draft, location)


def _selected(query: jsonpath.JSONPathQuery, draft: Draft, location: Location) -> tuple[Token, ...]:
    """Where the one node that `copy` selects is."""
    found = _select(query, draft, location)
    if len(found) != 1:
        message = f"`copy` selects {len(found)} values, not one"
        raise _refusal(message, location, "Write a JSONPath that selects one value.")
    return found[0]


def _select(query: jsonpath.JSONPathQuery, draft: Draft, location: Location) -> list[tuple[Token, ...]]:
    """Where the nodes that a query selects are, each once."""
    try:
        return list(dict.fromkeys(node.location for node in query.finditer(draft.value)))
    except (jsonpath.JSONPathError, RecursionError) as failure:
        remedy = "Write the target without `..`, step by step."
        problem = error("overlay-target-invalid", f"the target cannot be evaluated: {failure}", location, remedy)
        raise Refusal([problem], findings=True) from None


def _last_first(targets: list[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Targets in an order in which removing one neither moves nor removes those that follow."""
    return sorted(
        targets, key=lambda tokens: [(token, "") if isinstance(token, int) else (-1, token) for token in tokens]
    )[::-1]
