"""The habits of a document in naming: what a new operation, schema or parameter is called in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from specwright.naming import class_name, snake, unique
from specwright.scaffold.document import Known, mapping
from specwright.scaffold.infer import singular

_SUFFIXES = ("Request", "Input", "Payload", "Body", "Params", "Dto", "DTO", "Data")
_VERBS = {"GET": "get", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete", "HEAD": "check"}
_COMPONENT = re.compile(r"[^A-Za-z0-9._-]")
_VERSION = re.compile(r"v\d+(?:\.\d+)*")
_KNOWN_VERBS = frozenset({*_VERBS.values(), "list", "patch", "add", "remove", "set", "post", "put", "replace", "new"})


class Habits:
    """What is read from the names that a document has."""

    def __init__(self, document: Known) -> None:
        self._document = document

    @cached_property
    def _operation_ids(self) -> dict[str, tuple[str, str]]:
        """Each operationId with the method and path of its operation."""
        return {
            str(operation.value["operationId"]): (operation.method, operation.path)
            for operation in self._document.operations()
            if isinstance(operation.value.get("operationId"), str)
        }

    def operation_id(self, summary: str, method: str, path: str) -> str:
        """The operationId of a new operation: in the casing of most, with the suffix that FastAPI gives."""
        words = snake(summary) or described(method, path)
        if self._of_fastapi:
            name = re.sub(r"\W", "_", f"{words}{path}") + f"_{method.lower()}"
        else:
            name = _spelled(words, self._operation_casing)
        return unique(name, self._operation_ids)

    @cached_property
    def _of_fastapi(self) -> bool:
        suffixed = sum(
            name.endswith(re.sub(r"\W", "_", path) + f"_{method.lower()}")
            for name, (method, path) in self._operation_ids.items()
        )
        return suffixed > len(self._operation_ids) / 2

    @cached_property
    def _operation_casing(self) -> Casing:
        return _commonest(map(_casing, self._operation_ids), "snake")

    @cached_property
    def _schema_casing(self) -> Casing:
        return _commonest(map(_casing, self._document.components("schemas")), "pascal")

    @cached_property
    def _parameter_casing(self) -> Casing:
        names = (name for path in self._document.paths for name in re.findall(r"\{([^}]+)\}", path))
        return _commonest((_casing(name) for name in names if re.search(r"[A-Z_-]", name)), "snake")

    def schema_name(self, wish: str) -> str:
        """The name of a schema in the casing of most; one that a page prints is taken as it is."""
        if re.fullmatch(r"[A-Z][A-Za-z0-9]*", wish) and self._schema_casing == "pascal":
            return wish
        return _COMPONENT.sub("", _spelled(snake(wish), self._schema_casing)) or "Schema"

    def parameter_name(self, owner: str) -> str:
        """The name of a path parameter that tells a thing of a collection: `deployments` -> `deployment_id`."""
        return _spelled(f"{singular_or_same(snake(owner))}_id", self._parameter_casing)

    def request_name(self, operation: str, method: str, path: str) -> str:
        """The name of the body of an operation, with the suffix and the order of words that others have."""
        words = operation if operation.count("_") else described(method, path)
        verb, _, thing = words.partition("_")
        ordered = f"{thing}_{verb}" if self._things_first and verb in _KNOWN_VERBS and thing else words
        return f"{class_name(ordered)}{self._request_suffix}"

    @cached_property
    def _request_names(self) -> list[str]:
        """The schemas that bodies of requests refer to."""
        names: list[str] = []
        for operation in self._document.operations():
            body = mapping(self._document.resolved(operation.value.get("requestBody")))
            for media_type in mapping(body.get("content")).values():
                reference = mapping(mapping(media_type).get("schema")).get("$ref")
                if isinstance(reference, str) and reference.startswith("#/components/schemas/"):
                    names.append(reference.rpartition("/")[2])
        return names

    @cached_property
    def _request_suffix(self) -> str:
        found = Counter(suffix for name in self._request_names for suffix in _SUFFIXES if name.endswith(suffix))
        return found.most_common(1)[0][0] if found else "Request"

    @cached_property
    def _things_first(self) -> bool:
        verbs = Counter(
            index == 0
            for name in self._request_names
            for index, word in enumerate(snake(name).split("_"))
            if word in _KNOWN_VERBS
        )
        return verbs[False] > verbs[True]


def described(method: str, path: str) -> str:
    """What an operation does, by its method and path: `GET /v2/things` is `list_things`."""
    segments = [segment for segment in path.split("/") if segment and not _VERSION.fullmatch(segment)]
    literals = [snake(segment) for segment in segments if not segment.startswith("{")] or ["root"]
    single = bool(segments) and segments[-1].startswith("{")
    if method == "GET" and not single and literals[-1].endswith("s"):
        return f"list_{literals[-1]}"
    thing = literals[-1] if method == "GET" and not single else singular_or_same(literals[-1])
    return f"{_VERBS.get(method, method.lower())}_{thing}"


def resource(method: str, path: str) -> str:
    """The name of what a path is about: `deployment` of `/v2/deployments/{id}`; a GET of all is a `deployment_list`."""
    segments = [segment for segment in path.split("/") if segment and not _VERSION.fullmatch(segment)]
    literals = [segment for segment in segments if not segment.startswith("{")] or ["root"]
    thing = singular_or_same(snake(literals[-1]))
    plural = thing != snake(literals[-1]) and not segments[-1].startswith("{")
    return f"{thing}_list" if method == "GET" and plural else thing


def singular_or_same(name: str) -> str:
    """The singular of a plural; any other name as it is."""
    return singular(name).removesuffix("_item")


Casing = str
"""`snake`, `camel`, `pascal` or `kebab`."""

_SPELLINGS: dict[Casing, Callable[[list[str]], str]] = {
    "snake": "_".join,
    "kebab": "-".join,
    "camel": lambda words: words[0] + "".join(word.capitalize() for word in words[1:]),
    "pascal": lambda words: class_name("_".join(words)).rstrip("_"),
}


def _casing(name: str) -> Casing:
    if "-" in name:
        return "kebab"
    if "_" in name or name.islower():
        return "snake"
    return "pascal" if name[:1].isupper() else "camel"


def _spelled(words: str, casing: Casing) -> str:
    return _SPELLINGS[casing](words.split("_"))


def _commonest(found: Iterable[Casing], default: Casing) -> Casing:
    counted = Counter(found).most_common(1)
    return counted[0][0] if counted else default
