"""cURL commands as people paste them -> the request that cURL would send."""

from __future__ import annotations

import json
import shlex
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.problem import Position, Refusal
from specwright.scaffold.curl import Part, Request, requests

FORM = ("Content-Type", "application/x-www-form-urlencoded")
JSON = ("Content-Type", "application/json")


def one(text: str) -> Request:
    (request,) = requests(text, "c.txt")
    return request


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("curl https://a.b/c", {"method": "GET", "server": "https://a.b", "path": "/c", "body": None}),
        ("curl a.b", {"server": "a.b", "path": "/"}),
        ("curl --url https://a.b/c", {"path": "/c"}),
        ("curl -XDELETE https://a.b/c", {"method": "DELETE"}),
        ("curl -X patch https://a.b/c", {"method": "PATCH"}),
        ("curl --request=PUT https://a.b/c", {"method": "PUT"}),
        ("curl -I https://a.b/c", {"method": "HEAD"}),
        ("curl -sSLkX PUT https://a.b/c", {"method": "PUT"}),
        ("curl -T file https://a.b/c", {"method": "PUT", "body": ""}),
        ("curl -d x=1 https://a.b/c", {"method": "POST", "body": "x=1", "headers": (FORM,)}),
        ("curl -dx=1 --data y=2 https://a.b/c", {"body": "x=1&y=2"}),
        ("curl --data-raw @x https://a.b/c", {"body": "@x"}),
        ("curl --data-binary 'a b' https://a.b/c", {"body": "a b"}),
        ("curl --data-urlencode 'q=a b&c' https://a.b/c", {"body": "q=a%20b%26c"}),
        ("curl --data-urlencode '=a b' https://a.b/c", {"body": "a%20b"}),
        ("curl --data-urlencode 'a b' https://a.b/c", {"body": "a%20b"}),
        ("curl -G -d x=1 --data-urlencode 'y=a b' https://a.b/c?z=", {
            "method": "GET", "body": None, "query": (("z", ""), ("x", "1"), ("y", "a b")),
        }),
        ("curl --url-query x=1 https://a.b/c", {"query": (("x", "1"),)}),
        ("""curl --json '{"a":' --json '1}' https://a.b/c""", {"body": '{"a":1}', "headers": (JSON,)}),
        ("curl -H 'content-type: text/plain' -d x https://a.b/c", {"headers": (("content-type", "text/plain"),)}),
        ("curl -H 'X-A: 1' -H 'X-B;' -H 'X-C:' https://a.b/c", {"headers": (("X-A", "1"),)}),
        ("curl -u me:secret https://a.b/c", {"basic": True}),
        ("curl https://me:secret@a.b/c", {"basic": True, "server": "https://a.b"}),
        ("curl --oauth2-bearer secret https://a.b/c", {"bearer": True}),
        ("curl -b 'a=1; b=2' -H 'Cookie: c=3' https://a.b/c", {"cookies": ("a", "b", "c")}),
        ("curl -F a=1 -F 'f=@x.png;type=image/png' --form-string b=@c https://a.b/c", {
            "method": "POST",
            "form": (Part("a", "1"), Part("f", "", file=True, media_type="image/png"), Part("b", "@c")),
        }),
        ("curl https://a.b/c#top", {"path": "/c"}),
        ("curl --compressed --http2 -o out -w '%{http_code}' -m 5 --retry 3 https://a.b/c", {"path": "/c"}),
        ("curl $BASE/v1/${ID}", {"server": "$BASE", "path": "/v1/${ID}"}),
        ("TOKEN=x curl https://a.b/c", {"path": "/c"}),
    ],
)  # fmt: skip
def test_an_option_does_what_curl_does(text: str, said: dict[str, Any]) -> None:
    request = one(text)
    assert {name: getattr(request, name) for name in said} == said


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("'a b'", "a b"),
        ('"a b"', "a b"),
        ("a\\ b", "a b"),
        ("'a'\\''b'", "a'b"),
        ("'it'\"'\"'s'", "it's"),
        ('"a\\"b\\\\c\\n"', 'a"b\\c\\n'),
        ("\"$X `y`\"", "$X `y`"),
        ("$'it\\'s'", "it's"),
        ("$'a\\n\\tb\\x41\\u00e9\\U0001F600\\101\\\\'", "a\n\tbAé😀A\\"),
        ("'a\nb'", "a\nb"),
        ("a'b'\"c\"$'d'", "abcd"),
        ("''", ""),
    ],
)  # fmt: skip
def test_quotes_are_those_of_bash(text: str, body: str) -> None:
    assert one(f"curl https://a.b/c -d {text}").body == body


@pytest.mark.parametrize("joint", ["\\\n", "\\\r\n", "`\n"])
def test_a_command_goes_on_where_its_line_says_so(joint: str) -> None:
    request = one(f"curl -X PUT {joint}  https://a.b/c {joint}  -d x\nnot this")
    assert (request.method, request.path, request.body) == ("PUT", "/c", "x")


def test_carets_of_windows_go_on_and_escape() -> None:
    plain = 'curl "https://a.b/c?x=1&y=2" ^\n  -H "accept: */*" ^\n  --data-raw "{\\"a\\":\\"x y\\"}" --compressed\n'
    assert one(plain).body == '{"a":"x y"}'
    escaped = 'curl ^"https://a.b/c^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"x^&y ^\n\n%^\\^"^}^"\r\nnext'
    assert one(escaped).body == '{"a":"x&y \n%"}'
    assert one("""curl 'https://a.b/c' -d '{"a": "^"}'""").body == '{"a": "^"}'


def test_several_commands_stand_in_one_file() -> None:
    text = (
        "Get it:\n\n$ curl https://a.b/1 | jq .\n\nDon't forget\n"
        "```\ncurl https://a.b/2; curl https://a.b/3 && echo ok\n```\n"
        "`curl -X DELETE https://a.b/4` deletes. curl is a tool.\ncurl is one.\n"
        "curl https://a.b/5 --next -d x https://a.b/6"
    )
    found = requests(text, "c.txt")
    assert [(request.method, request.path) for request in found] == [
        ("GET", "/1"), ("GET", "/2"), ("GET", "/3"), ("DELETE", "/4"), ("GET", "/5"), ("POST", "/6"),
    ]  # fmt: skip
    assert found[0].position == Position("c.txt", 3, 3)


def test_a_sample_that_lost_its_line_is_no_part_of_the_command() -> None:
    assert one('curl https://a.b/c --data \'{"a": 1}\n\'{\n"b": 2\n}').body == '{"a": 1}\n'


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("curl -d @body.json https://a.b", "curl-file-unread", "`body.json`"),
        ("curl --data-binary @- https://a.b", "curl-file-unread", "`-`"),
        ("curl --json @b https://a.b", "curl-file-unread", "`b`"),
        ("curl --data-urlencode a@b https://a.b", "curl-file-unread", "`b`"),
        ("curl -b cookies.txt https://a.b", "curl-file-unread", "`cookies.txt`"),
        ("curl -F broken https://a.b", "curl-form-broken", "`broken`"),
        ("curl --frobnicate https://a.b", "curl-option-unknown", "`--frobnicate`"),
        ("curl -sÄ https://a.b", "curl-option-unknown", "`-Ä`"),
        ("curl https://a.b -H", "curl-value-missing", "`-H`"),
        ("curl 'https://a.b", "curl-quote-open", "never closed"),
        ('curl "https://a.b', "curl-quote-open", "never closed"),
        ("curl $'https://a.b", "curl-quote-open", "never closed"),
        ("curl -d /x", "curl-address-missing", "no address"),
        ("curl http://[::1/x", "curl-address-broken", "is no URL"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(text: str, code: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        requests(f"\n  {text}", "c.txt")
    (problem,) = refused.value.problems
    assert problem.code == code
    assert words in problem.message
    assert problem.location == Position("c.txt", 2, 3)


WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4)

VALUES = st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v))


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(headers=WORDS, value=VALUES)
def test_whatever_is_quoted_comes_back(headers: list[str], value: Any) -> None:
    body = json.dumps(value, ensure_ascii=False)
    words = ["curl", "https://a.b/c", "--data-raw", body]
    for each in headers:
        words += ["-H", f"X-A: v{each}"]
    request = one(" ".join(map(shlex.quote, words)))
    assert request.body == body
    assert [value for name, value in request.headers if name == "X-A"] == [f"v{each}".strip() for each in headers]


SHELL = st.text(st.sampled_from("curl -dXH'\"\\\r\n\t ^`$|;#{}[]xuU0ax.:/@=é\U0001f600"), max_size=40)


@settings(derandomize=True, deadline=None, database=None, max_examples=2000)
@given(SHELL)
def test_whatever_stands_behind_curl_is_read_or_refused(text: str) -> None:
    for command in (f"curl https://a.b/c {text}", f"curl ^\r\n https://a.b/c {text}"):
        try:
            list(requests(command, "page"))
        except Refusal as refusal:
            assert refusal.problems


@pytest.mark.parametrize(("text", "body"), [("a\rb", "a\rb"), (r"$'\U00110000'", "\ufffd"), (r"$'\uD83D'", "\ufffd")])
def test_no_character_stops_a_command(text: str, body: str) -> None:
    assert one(f"curl https://a.b/c -d {text}").body == body
