"""A document from where it is published, if somebody asked for that: the one place where anything is fetched."""

from __future__ import annotations

import ipaddress
import re
import time
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from specwright.problem import Refusal, error

LARGEST = 64 * 1024 * 1024
"""How many octets a document has at most."""
SECONDS = 30.0
"""How long it may take to arrive."""
_PIECE = 1024 * 1024
_REDIRECTS = 5
_LEADING = (301, 302, 303, 307, 308)


def is_url(name: str) -> bool:
    """Whether a name is a URL, of whatever kind, and not that of a file."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", name) is not None


def shown(url: str) -> str:
    """A URL as it may be told: without user, password and query, which may hold secrets."""
    return re.sub(r"://[^/?#]*@", "://", re.split(r"[?#]", url)[0])


def fetch(url: str) -> bytes:
    """What a URL holds. Raises Refusal (a run at fault) for anything but https, or http on this machine."""
    end, place = time.monotonic() + SECONDS, url
    try:
        for _ in range(_REDIRECTS):
            _refuse(place, start=url)
            answer = _open(place)
            if isinstance(answer, str):
                place = urljoin(place, answer)
                continue
            with answer:
                return _read(answer, url, end)
    except (OSError, HTTPException) as failure:
        reason = failure.reason if type(failure) is URLError else failure
        complaint = f"cannot be fetched: {reason or type(failure).__name__}"
        raise _refusal(url, complaint, "see that the address answers") from None
    raise _refusal(url, "leads on and on", "name the address that it leads to")


def _open(url: str) -> HTTPResponse | str:
    """The answer of an address, or the address that it leads to."""
    request = Request(url, headers={"Accept": "application/json, */*"})
    try:
        answer: HTTPResponse = _opener().open(request, timeout=SECONDS)
    except HTTPError as failure:
        with failure:
            target = failure.headers.get("Location")
            if failure.code in _LEADING and target:
                return target
            raise
    return answer


def _opener() -> OpenerDirector:
    """What opens web addresses and no others, and follows no answer elsewhere by itself."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    return opener


def _read(answer: HTTPResponse, url: str, end: float) -> bytes:
    """The octets of an answer, as long as they are not too many or too slow."""
    pieces, length = list[bytes](), 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST:
            raise _refusal(url, f"is larger than {LARGEST} octets", "fetch it yourself, and name the file")
        if time.monotonic() > end:
            raise _refusal(url, f"did not arrive in {SECONDS:g} seconds", "fetch it yourself, and name the file")
    return b"".join(pieces)


def _refuse(url: str, start: str) -> None:
    """Raises Refusal for an address that nothing is fetched from, or that one outside of this machine leads into it."""
    try:
        parts = urlsplit(url)
        host, secret = parts.hostname or "", parts.username or parts.password
    except ValueError:
        raise _refusal(start, "is no address", "name an https URL") from None
    https, here = parts.scheme == "https" and host, parts.scheme in ("http", "https") and _here(host)
    if secret or not (https or here):
        remedy = "name an https URL without a password, or http on this machine"
        raise _refusal(url, "is no address that is fetched from", remedy)
    if here and not _here(urlsplit(start).hostname or ""):
        raise _refusal(start, "leads to this machine", "name the address that it leads to")


def _here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refusal(url: str, complaint: str, remedy: str) -> Refusal:
    return Refusal([error("document-unavailable", f"{shown(url)} {complaint}", None, remedy)], findings=False)
