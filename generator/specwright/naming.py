"""A name in the specification -> a name in Python. Every name is made here, once, and nowhere else."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable

_WORD_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z](?!s(?![a-z]))[a-z])")
_COMPOUND = re.compile(r"OAuth|IPv(?=[46])|GraphQL|(?<![a-zA-Z])iOS|macOS|GitHub|GitLab")
_PLAIN_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_VERSION_SUFFIX = re.compile(r"\s*\((?:v|version\s*)\d+[\w.]*\)\s*$", re.IGNORECASE)
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 100


def class_name(text: str) -> str:
    """`ResourceSpec-Input` -> `ResourceSpecInput`; a name that is an identifier in camel case is left as it is."""
    if _PLAIN_IDENTIFIER.fullmatch(text) and text[0].isupper():
        name = text
    else:
        name = "".join(part[:1].upper() + part[1:] for part in _identifier_parts(text))
    return _safe(_shortened(name) or "Schema", _TAKEN_FOR_CLASSES)


def attribute_name(text: str) -> str:
    """`mountPath` -> `mount_path`: the name of a property, a parameter or a constructor argument."""
    return _safe(snake(text) or "field", _TAKEN_FOR_ATTRIBUTES)


def parameter_name(text: str) -> str:
    """`X-Request-ID` -> `x_request_id`: the name of a method's argument."""
    return _safe(snake(text) or "parameter", _TAKEN_FOR_PARAMETERS)


def module_name(name: str) -> str:
    """`DeploymentsList` -> `deployments_list`: the module that holds a class, without its ending.

    It is never the name of the class, as that of a class in a script without capitals would be. No two classes whose
    names differ by more than case have one module.
    """
    module = snake(name)
    taken = module in _WINDOWS_DEVICES or keyword.iskeyword(module) or module in _DUNDERS or module == name
    return f"{module}_" if taken or name.endswith("_") else module


def method_name(operation_id: str, method: str, path: str) -> str:
    """The name of an operation: FastAPI's generated suffix of path and method is dropped.

    `patch_deployment_v2_deployments__deployment_id__patch` -> `patch_deployment`. Without an operationId it is made
    of the method and the path: `get_pets_by_pet_id`.
    """
    suffix = re.sub(r"\W", "_", path) + "_" + method.lower()
    text = operation_id.removesuffix(suffix) or operation_id or _described(method, path)
    return _safe(_shortened(snake(text)) or method.lower(), _TAKEN_FOR_METHODS)


def constant_name(name: str) -> str:
    """`patch_deployment` -> `PATCH_DEPLOYMENT`: what describes a call.

    No argument has its name, as in a script without capitals, and no class, as one of a single letter.
    """
    constant = name.upper()
    return f"{constant}_" if constant in (name, class_name(name)) else constant


def credential_name(text: str) -> str:
    """`X-Api-Key` -> `x_api_key`: the argument of a client's constructor that fills a security scheme."""
    return _safe(snake(text) or "credential", _TAKEN_FOR_CREDENTIALS)


def webhook_name(operation_id: str, key: str, method: str) -> str:
    """`newPet` -> `new_pet`: the name of a request that is received. Without an operationId, one that is no POST names
    its method.
    """
    named = key if method.lower() == "post" else f"{key} {method}"
    text = method_name(operation_id, method, key) if operation_id else snake(named)
    return _safe(_shortened(text) or method.lower(), frozenset())


def tag_name(text: str) -> str:
    """`Deployments (v2)` -> `deployments`: the attribute of the client that holds a tag's operations."""
    return _safe(snake(_VERSION_SUFFIX.sub("", text)) or "default", _TAKEN_FOR_TAGS)


def tag_class_name(name: str, taken: Collection[str]) -> str:
    """`deployments` -> `Deployments`, unlike any in `taken`; with `Async` in front it is the awaited one's."""
    pairs = {form for each in taken for form in (each, f"Async{each}", each.removeprefix("Async"))}
    return unique(_safe(class_name(name), _TAKEN_FOR_TAG_CLASSES), pairs)


def package_name(text: str) -> str:
    """The slug of a title as an importable package: `Pet Store API` -> `pet_store_api`."""
    return _safe(re.sub(r"[^a-z0-9_]", "", snake(text)) or "api", frozenset())


def snake(text: str) -> str:
    """`MCPOAuthProvider` -> `mcp_oauth_provider`; letters of any script are kept, other characters part words."""
    text = _COMPOUND.sub(lambda match: match[0].capitalize(), "_".join(_identifier_parts(text)))
    return _WORD_BOUNDARY.sub("_", text).lower()


def unique(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or the first of `name_2`, `name_3` that no taken name equals, whatever the case."""
    return Names(taken).new(wanted)


class Names:
    """The names that are taken in one place, of which no two are equal whatever their case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._taken

    def new(self, wanted: str) -> str:
        """The name itself, or the first of `name_2`, `name_3` that is free; it is taken from now on."""
        candidate, number, stem = wanted, self._numbers.get(wanted, 2), wanted.rstrip("_")
        while candidate in self:
            candidate = f"{stem}_{number}" if stem.islower() else f"{stem}{number}"
            number += 1
        self._numbers[wanted] = number
        self._taken.add(candidate.casefold())
        return candidate


def _identifier_parts(text: str) -> list[str]:
    """The runs of characters that may stand in an identifier, compatibility forms folded as Python folds them."""
    return [part for part in re.split(r"[\W_]+", unicodedata.normalize("NFKC", text)) if part]


def _described(method: str, path: str) -> str:
    described = re.sub(r"\{([^}]*)\}", r" by \1 ", path)
    return f"{method.lower()} {described}"


def _shortened(name: str) -> str:
    """A name short enough for a file name on every system, still its own: the tail becomes a checksum."""
    if len(name.encode()) <= _LONGEST:
        return name
    checksum = 0
    for character in name:
        checksum = (checksum * 31 + ord(character)) % 0xFFFFFF
    head = name.encode()[: _LONGEST - 8].decode(errors="ignore")
    return f"{head}_{checksum:06x}" if name.islower() else f"{head}{checksum:06x}"


def _safe(name: str, taken: frozenset[str]) -> str:
    if not name[0].isidentifier():
        name = f"n{name}" if name.islower() or name.isdigit() else f"N{name}"
    if keyword.iskeyword(name) or name in taken or name.lower() in _WINDOWS_DEVICES:
        return f"{name}_"
    return name


# Names that annotations are made of: a class attribute of that name would hide them from what follows it.
_IN_ANNOTATIONS = frozenset("bool bytes dict float int list set str tuple".split())
_DUNDERS = frozenset({"init", "main"})
_TAKEN_FOR_CLASSES = frozenset(name for name in dir(builtins) if not name.startswith("_"))
_TAKEN_FOR_TAG_CLASSES = frozenset(
    "Answer Any Annotated ApiKeyCredential AsyncClient BasicCredential BearerCredential Body Client Content Cookie "
    "Encoding Field Growing Header Integer Literal Mapping Number OneOf Operation Path Query Secret Sequence "
    "SyncClient Tagged Told UNSET Union Upload".split()
)
_TAKEN_FOR_PARAMETERS = frozenset({"self", "body", "extra_body"})
_TAKEN_FOR_CREDENTIALS = frozenset("self super base_url timeout headers http_client".split())
_TAKEN_FOR_METHODS = _IN_ANNOTATIONS | {"self"}
_TAKEN_FOR_TAGS = _IN_ANNOTATIONS | frozenset(
    "aclose cached_property close httpx2 send with_options with_raw_response with_streaming_response".split()
)
_TAKEN_FOR_ATTRIBUTES = _IN_ANNOTATIONS | frozenset(
    "copy construct from_orm from_received json mro parse_file parse_obj parse_raw register schema schema_json self "
    "update_forward_refs validate "
    "model_computed_fields model_config model_construct model_copy model_dump model_dump_json model_extra "
    "model_fields model_fields_set model_json_schema model_parametrized_name model_post_init model_rebuild "
    "model_validate model_validate_json model_validate_strings dict".split()
)
