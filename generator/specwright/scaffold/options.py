"""The options of cURL: which there are, and which take a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from specwright.problem import Problem, Refusal, error
from specwright.scaffold.shell import Command

Option: TypeAlias = tuple[str, str]
"""The long name of an option, and its value; an address is `url`, and an option without a value has an empty one."""

_SHORT = {
    "A": "user-agent", "b": "cookie", "c": "cookie-jar", "C": "continue-at", "d": "data", "D": "dump-header",
    "e": "referer", "E": "cert", "f": "fail", "F": "form", "g": "globoff", "G": "get", "H": "header", "i": "include",
    "I": "head", "j": "junk-session-cookies", "J": "remote-header-name", "k": "insecure", "K": "config",
    "l": "list-only", "L": "location", "m": "max-time", "n": "netrc", "N": "no-buffer", "o": "output",
    "O": "remote-name", "p": "proxytunnel", "q": "disable", "r": "range", "R": "remote-time", "s": "silent",
    "S": "show-error", "t": "telnet-option", "T": "upload-file", "u": "user", "U": "proxy-user", "v": "verbose",
    "w": "write-out", "x": "proxy", "X": "request", "y": "speed-time", "Y": "speed-limit", "z": "time-cond",
    "Z": "parallel", "0": "http1.0", "1": "tlsv1", "2": "sslv2", "3": "sslv3", "4": "ipv4", "6": "ipv6",
    "#": "progress-bar", ":": "next",
}  # fmt: skip

_WITH_VALUE = frozenset(
    "abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to "
    "continue-at cookie cookie-jar crlfile curves data data-ascii data-binary data-raw data-urlencode delegation "
    "dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header egd-file engine expect100-timeout form "
    "form-string ftp-account ftp-method happy-eyeballs-timeout-ms header hsts interface ipfs-gateway json "
    "keepalive-time key key-type limit-rate local-port login-options max-filesize max-redirs max-time "
    "netrc-file noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default "
    "proto-redir proxy proxy-header proxy-user proxy1.0 random-file range rate referer request request-target resolve "
    "retry retry-delay retry-max-time service-name socks4 socks4a socks5 socks5-hostname speed-limit speed-time stderr "
    "telnet-option time-cond tls-max tls13-ciphers tlsuser tlspassword trace trace-ascii unix-socket upload-file url "
    "url-query user user-agent variable write-out".split()
)

_WITHOUT_VALUE = frozenset(
    "anyauth basic cert-status compressed compressed-ssh create-dirs crlf digest disable disallow-username-in-url fail "
    "fail-early fail-with-body form-escape get globoff haproxy-protocol head http0.9 http1.0 http1.1 http2 "
    "http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies "
    "list-only location location-trusted manual negotiate netrc netrc-optional next no-alpn no-buffer no-keepalive "
    "no-npn no-progress-meter no-sessionid ntlm ntlm-wb parallel parallel-immediate path-as-is post301 post302 post303 "
    "progress-bar proxy-anyauth proxy-basic proxy-digest proxy-insecure proxytunnel raw remote-header-name remote-name "
    "remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused show-error silent ssl "
    "ssl-allow-beast ssl-no-revoke ssl-reqd sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen "
    "tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time verbose xattr".split()
)


def options(command: Command) -> Iterator[Option]:
    """The options of a command in order. Raises `Refusal` for one that cURL does not have."""
    words = iter(command.words)
    for word in words:
        if word.startswith("--") and len(word) > 2:
            yield _long(word[2:], words, command)
        elif word.startswith("-") and len(word) > 1:
            yield from _short(word[1:], words, command)
        else:
            yield "url", word


def _long(text: str, words: Iterator[str], command: Command) -> Option:
    name, joined, value = text.partition("=")
    if name in _WITHOUT_VALUE or name.removeprefix("no-") in _WITHOUT_VALUE:
        return name, ""
    if name in _WITH_VALUE:
        return name, value if joined else _following(f"--{name}", words, command)
    raise Refusal([_unknown(f"--{name}", command)], findings=True)


def _short(letters: str, words: Iterator[str], command: Command) -> Iterator[Option]:
    """Options of one letter, which may stand in a row; the value of one is what is left of the word, or the next."""
    for index, letter in enumerate(letters):
        name = _SHORT.get(letter)
        if name is None:
            raise Refusal([_unknown(f"-{letter}", command)], findings=True)
        if name in _WITH_VALUE:
            yield name, letters[index + 1 :] or _following(f"-{letter}", words, command)
            return
        yield name, ""


def _following(option: str, words: Iterator[str], command: Command) -> str:
    value = next(words, None)
    if value is None:
        message = f"`{option}` is the last word of the command, and takes a value"
        problem = error("curl-value-missing", message, command.position, "Paste the whole command.")
        raise Refusal([problem], findings=True)
    return value


def _unknown(option: str, command: Command) -> Problem:
    message = f"cURL has no option `{option}`"
    return error("curl-option-unknown", message, command.position, "Mend the command, or remove the option.")
