"""Alternatives: a value that is of one of several types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from .constraint import Constraint, Info, first_of, reads
from .locations import TAG

__all__ = ["UNKNOWN_KIND", "Growing", "OneOf", "Tagged"]

UNKNOWN_KIND = "union_member"
"""The type of the error that an object is of no kind that is known."""

if TYPE_CHECKING:
    from typing import Union as OneOf
else:

    class OneOf:
        """`OneOf[A, B]` is `A | B` that refuses what both of them accept, though a client reads that as an A."""

        def __class_getitem__(cls, members: Any) -> Any:
            members = members if isinstance(members, tuple) else (members,)
            return Annotated[Union[members], _OneOf(members)]  # noqa: UP007


class _OneOf(Constraint):
    def __init__(self, members: tuple[Any, ...]) -> None:
        self.members = members
        self._said = repr(members)

    def __eq__(self, other: object) -> bool:
        return type(other) is _OneOf and other._said == self._said

    def __hash__(self) -> int:
        return hash(self._said)

    def __repr__(self) -> str:
        """Without the members, which stand beside it: in members of members they would double with each level.

        A number tells how they are grouped, which what stands beside it does not.
        """
        return f"OneOf<{hash(self._said):x}>"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = [handler.generate_schema(member) for member in self.members]
        return core_schema.with_info_wrap_validator_function(self._only, _numbered(members))

    def _only(self, value: Any, validate: core_schema.ValidatorFunctionWrapHandler, info: Info) -> Any:
        accepted: list[Any] = []
        refusals: list[ValidationError] = []
        for number in range(len(self.members)):
            try:
                accepted.append(validate((number, value)))
            except ValidationError as refusal:
                refusals.append(refusal)
                continue
            if reads(info):
                return accepted[0]
        if not accepted and (shared := _shared(refusals)):
            raise ValidationError.from_exception_data("OneOf", shared)
        if len(accepted) != 1:
            raise PydanticCustomError(
                "one_of",
                "Input should be exactly one of {count} alternatives, but is {accepted} of them",
                {"count": len(self.members), "accepted": len(accepted) or "none"},
            )
        return accepted[0]


def _shared(refusals: Sequence[ValidationError]) -> list[InitErrorDetails]:
    """The faults inside of a value that every alternative finds."""
    found: list[dict[tuple[Any, ...], Any]] = [
        {(fault["loc"][2:], fault["type"], fault["msg"]): fault["input"] for fault in refusal.errors(include_url=False)}
        for refusal in refusals
    ]
    return [
        InitErrorDetails(type=PydanticCustomError(kind, message), loc=place, input=given)
        for (place, kind, message), given in found[0].items()
        if place and all((place, kind, message) in others for others in found)
    ]


def _numbered(members: Sequence[CoreSchema]) -> CoreSchema:
    """Validates (number, value), the value by the member of that number; writes a value as one of the members.

    What is written has no number, of which pydantic warns unless there is another alternative: one that is never taken.
    """
    choices: dict[Any, CoreSchema] = {
        number: core_schema.no_info_before_validator_function(lambda numbered: numbered[1], member)
        for number, member in enumerate(members)
    }
    numbered = core_schema.tagged_union_schema(choices, discriminator=lambda numbered: numbered[0])
    return first_of(numbered, core_schema.none_schema())


class Tagged(Constraint):
    """Objects that a member tells apart: `Annotated[Cat | Dog, Tagged("kind", "cat", "dog")]` looks at `kind` first."""

    def __init__(self, name: str, /, *texts: str) -> None:
        self.name, self.texts = name, texts

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = map(handler.generate_schema, get_args(source))
        choices: dict[Any, CoreSchema] = dict(zip(self.texts, members, strict=True))
        tagged = core_schema.tagged_union_schema(choices, discriminator=self.name, from_attributes=True)
        return core_schema.union_schema([(tagged, TAG)], auto_collapse=False)


class Growing(Constraint):
    """Alternatives that may grow: an object that is none of them is refused, except in a response that a client reads.

    `Annotated[Cat | Dog | dict[str, Any], Growing("kind", "cat", "dog")]` keeps an object of another kind as a dict.
    Without a member that tells them apart, it keeps any object that is neither. What is said `beside` the alternatives
    holds for an object of another kind too.
    """

    def __init__(self, tag: str = "", /, *known: str, beside: Any = None) -> None:
        self.tag, self.known, self.beside = tag, frozenset(known), beside

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        *known, unknown = get_args(source)
        kept: CoreSchema = core_schema.with_info_after_validator_function(self._kept, handler.generate_schema(unknown))
        if self.beside is not None:
            held = core_schema.no_info_wrap_validator_function(_held, handler.generate_schema(self.beside))
            kept = core_schema.chain_schema([held, kept])
        return first_of(handler.generate_schema(Union[tuple(known)]), kept)  # noqa: UP007

    def _kept(self, value: dict[str, Any], info: Info) -> dict[str, Any]:
        """An object that is none of those known. One that says it is, is not what it says."""
        told = value.get(self.tag)
        if not reads(info) or (self.tag and (not isinstance(told, str) or told in self.known)):
            raise PydanticCustomError(UNKNOWN_KIND, "Input should be one of the known alternatives")
        return value


def _held(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    """The value as it came, if it is valid."""
    validate(value)
    return value
