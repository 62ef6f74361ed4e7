"""The manifest of an output: the file that lists all others with their digests, and what they were generated from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import cast

from specwright.write.paths import plain

MANIFEST = "specwright.json"
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def digest(text: str) -> str:
    """`sha256:` and the hexadecimal digest of a text in UTF-8."""
    return digest_of(text.encode(errors="surrogateescape"))


def digest_of(content: bytes) -> str:
    """`sha256:` and the hexadecimal digest of bytes."""
    return "sha256:" + sha256(content).hexdigest()


def manifest(digests: Mapping[str, str], more: Mapping[str, object]) -> str:
    """The text of the manifest of files with these digests; `more` are its other keys, `inputs` among them."""
    return json.dumps({**more, "files": dict(digests)}, indent=2, sort_keys=True) + "\n"


def manifest_files(text: str) -> dict[str, str]:
    """The files that a manifest lists: path -> digest, without paths that are not plain.

    Raises ValueError if the text is not a manifest.
    """
    return {path: recorded for path, recorded in _section(text, "files").items() if plain(path) and path != MANIFEST}


def manifest_inputs(text: str) -> dict[str, str]:
    """The inputs that a manifest lists: name -> digest; none if the text is no manifest."""
    try:
        return _section(text, "inputs")
    except ValueError:
        return {}


def recorded_in(text: str, held: Callable[[str], str | None]) -> dict[str, str]:
    """The digests in a manifest, its own included; none if it is not ours.

    One with merge conflicts records nothing reliable: whatever either side lists counts as what is `held` there.
    """
    if not _CONFLICT.search(text):
        files = _listed(text)
        return {} if files is None else {**files, MANIFEST: digest(text)}
    listed = {path for side in _sides(text) for path in _listed(side) or ()}
    found = {path: held(path) for path in (MANIFEST, *sorted(listed))}
    return {path: digest(content) for path, content in found.items() if content is not None}


def _section(text: str, key: str) -> dict[str, str]:
    """A mapping of text to text in a manifest; raises ValueError if there is none."""
    content: object = json.loads(text)
    section = cast("dict[str, object]", content).get(key) if isinstance(content, dict) else None
    if not isinstance(section, dict):
        raise ValueError(f"a manifest without {key}")
    return {name: str(value) for name, value in cast("dict[str, object]", section).items()}


def _listed(text: str) -> dict[str, str] | None:
    try:
        return manifest_files(text)
    except ValueError:
        return None


def _sides(text: str) -> tuple[str, str]:
    """The two texts that a merge could not reconcile."""
    sides: dict[str, list[str]] = {"<": [], ">": []}
    heard = "<>"
    for line in text.splitlines():
        if marker := _CONFLICT.match(line):
            heard = {"<": "<", "|": "", "=": ">", ">": "<>"}[marker[1][0]]
            continue
        for side in heard:
            sides[side].append(line)
    return "\n".join(sides["<"]), "\n".join(sides[">"])
