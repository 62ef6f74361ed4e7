"""Files and members of forms, as they are given and as they are to arrive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from hypothesis import strategies as st
from pydantic import BaseModel

from ..files import Upload
from ..model import UNSET, wire_names
from .case import BodyCase, ParameterCase
from .codec import loaded
from .fits import Fits
from .json import Json
from .mutate import at, holds, replaced


@dataclass(frozen=True)
class Sent:
    """A file: the argument that stands for it, and what must arrive; without a media type any may."""

    argument: Any
    content: bytes
    file_name: str | None = None
    media_type: str | None = None
    headers: Mapping[str, str] | None = None

    def lost(self, name: str, arrived: object) -> str:
        """What a handler lacks of it; a file without a name bears that of its member."""
        if not isinstance(arrived, Upload):
            return f"file {name} became {arrived!r}"
        wanted = (self.content, self.file_name or name, self.media_type or arrived.media_type, self.headers or {})
        found = (arrived.content, arrived.file_name, arrived.media_type, arrived.headers)
        return "" if found == wanted else f"file {name}: {wanted!r} became {found!r}"


NAMES = st.sampled_from(("a.png", "b c.txt", "é;=.pdf", 'q"\\.bin', "none"))
TYPES = st.sampled_from(("image/png", "application/x-any; a=b", "text/plain; charset=utf-8", "application/json"))


def uploads(value: Json) -> st.SearchStrategy[tuple[Sent, ...]]:
    """A file for a text, or for each one in a list; its octets are those of the text, or any."""
    texts = value if isinstance(value, list) else [value]
    return st.tuples(*(_upload(str(text)) for text in texts))


@st.composite
def _upload(draw: st.DrawFn, text: str) -> Sent:
    content = draw(st.just(text.encode()) | st.binary(max_size=20))
    match draw(st.integers(0, 3)):
        case 0:
            return Sent(content, content)
        case 1:
            name = draw(NAMES)
            return Sent((name, content), content, name)
        case 2:
            name, media_type = draw(NAMES), draw(TYPES)
            return Sent((name, content, media_type), content, name, media_type)
        case _:
            upload = Upload(content, draw(NAMES), draw(TYPES), {"x-note": draw(NAMES.filter(str.isascii))})
            return Sent(upload, content, upload.file_name, upload.media_type, upload.headers)


def sayable(body: BodyCase, payload: Json) -> dict[str, Json]:
    """What a form can say of an object: null has no text there, an empty list no field, and a style has its limits."""
    assert isinstance(payload, dict)
    listed: dict[str, Json] = {
        name: [item for item in member if item is not None] if isinstance(member, list) else member
        for name, member in payload.items()
    }
    members = {name: member for name, member in listed.items() if member is not None and member != []}
    if any(each.style == "form" and each.explode for each in body.encodings.values()):  # which has what is nobody's
        members = {name: member for name, member in members.items() if name in _declared(body)}
    return {name: member for name, member in members.items() if _fits(body, members, name)}


def _declared(body: BodyCase) -> Collection[str]:
    """The members of a class, by the names of the wire."""
    type_ = body.type()
    if not (isinstance(type_, type) and issubclass(type_, BaseModel)):
        return ()
    return wire_names(type_).values()


def _fits(body: BodyCase, members: Mapping[str, Json], name: str) -> bool:
    encoding = body.encodings.get(name)
    if encoding is None or encoding.style is None:
        return True
    others = {*members, *body.encodings, *_declared(body)}
    style, explode = encoding.style, encoding.explode
    encoded = body.form or explode  # neither a part nor a header is percent-encoded
    place: Literal["query", "header"] = "query" if encoded else "header"
    case = ParameterCase(name, name, place, body.type, body.strategy, style=style, explode=explode)
    return Fits(case, others)(members[name])


# --- what a handler has -----------------------------------------------------------------------------------------------


def state(value: object, path: tuple[str, ...]) -> object:
    """What stands at a path of wire names inside the value that a handler got: UNSET if it is absent."""
    for name in path:
        if isinstance(value, BaseModel):
            attribute, extra = _attribute(value, name), value.model_extra or {}
            value = extra.get(name, UNSET) if attribute is None else getattr(value, attribute)
        elif isinstance(value, dict):
            value = cast("dict[str, object]", value).get(name, UNSET)
        else:
            return UNSET
    return value


def altered(draw: st.DrawFn, body: BodyCase, payload: Json) -> tuple[dict[str, Any], Json]:
    """A payload that is read as a model and changed in one member, as arguments, and the payload it is to be sent as.

    The arguments are those that the model stands for; the change comes from another payload, if there is one.
    """
    model = loaded(body.type, payload)
    if not isinstance(model, BaseModel):
        return {}, payload
    other = draw(body.strategy())
    donor = loaded(body.type, other)
    fitting = [path for path in body.optional if _changeable(model, donor, path) and holds(other, path)]
    changed = payload
    if fitting:
        path = draw(st.sampled_from(fitting))
        holder = state(model, path[:-1])
        attribute = _attribute(cast(BaseModel, holder), path[-1])
        setattr(holder, attribute or path[-1], state(donor, path))
        outside = cast("dict[str, Json]", at(payload, path[:-1]))
        changed = replaced(payload, path[:-1], {**outside, path[-1]: at(other, path)})
    return _as_arguments(body, model), changed


def _changeable(model: object, donor: object, path: tuple[str, ...]) -> bool:
    holder = state(model, path[:-1])
    declared = isinstance(holder, BaseModel) and _attribute(holder, path[-1]) is not None
    return declared and state(donor, path) is not UNSET


def _as_arguments(body: BodyCase, model: BaseModel) -> dict[str, Any]:
    if body.arguments is None:
        return {"body": model}
    attributes = ((wire_name, getattr(model, name)) for name, wire_name in wire_names(type(model)).items())
    return {body.arguments[wire_name]: value for wire_name, value in attributes if value is not UNSET}


def _attribute(model: BaseModel, name: str) -> str | None:
    return next((own for own, wire_name in wire_names(type(model)).items() if wire_name == name), None)


def legible(value: object, files: Mapping[str, tuple[Sent, ...]], members: Mapping[str, Json]) -> object:
    """The value that a handler got, with the texts of the payload in the place of files."""
    for name in files:
        text = members[name]
        plain = [Upload(str(item)) for item in text] if isinstance(text, list) else Upload(str(text))
        if isinstance(value, BaseModel):
            value = value.model_copy(update={_attribute(value, name) or name: plain})
        elif isinstance(value, dict):
            value = {**cast("dict[str, object]", value), name: plain}
    return value
