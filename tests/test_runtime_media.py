"""The runtime and the generator have one mind about media types."""

from __future__ import annotations

import pytest

from runtime import media
from specwright.emit.contents import readable


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("text/plain", True),
        ("text/event-stream", True),
        ("application/xml", True),
        ("image/svg+xml", True),
        ("application/x-ndjson", True),
        ("application/jsonl", True),
        ("application/yaml", True),
        ("application/pdf", False),
        ("image/xml", False),
        ("application/octet-stream", False),
        ("*/*", False),
        ("nonsense", False),
    ],
)
def test_both_take_the_same_media_types_for_text(media_type: str, text: bool) -> None:
    assert media.text(media_type) is text
    assert readable(media_type) is text


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("application/pdf", "application/pdf"),
        ("*/*", "application/octet-stream"),
        ("application/*", "application/octet-stream"),
        ("text/*", "text/plain; charset=utf-8"),
        ("image/*", "image/x-unknown"),
        ("application/*+json", "application/x-unknown+json"),
        ("application/*+json; v=1", "application/x-unknown+json"),
    ],
)
def test_what_is_sent_for_a_range_is_within_it(declared: str, sent: str) -> None:
    assert media.concrete(declared) == sent
    assert media.closeness(sent, declared)
