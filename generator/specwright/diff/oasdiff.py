"""Where the rules do not say what the checks of oasdiff say, and why; any other check has a rule of the same level."""

from __future__ import annotations

from specwright.diff.rules.rule import expanded

_REASONS = {
    # another level
    "{api,api-path}-removed-with-deprecation": "An error: that an operation was deprecated does not help those who"
    " still call it.",
    "{api,api-global}-security-added": "An error where calls needed no credentials so far: each of them is refused."
    " Further credentials that are enough are an info.",
    "{api,api-global}-security-removed": "An error where the credentials that are gone were enough, and others are"
    " needed now. That none are needed any more is an info.",
    "api-security-component-type-changed": "An error: calls that present the credentials as before are refused.",
    "request-body-wrapped-in-one-of": "Told by what the alternatives are: a further one is an info, and if what there"
    " was is not among them, that is an error.",
    "response-{body,property}-any-of-added": "An error, as it is for `oneOf`: an answer of the new alternative is"
    " refused by those who know only the old ones, and the witness is one.",
    "response-body-media-type-schema-removed": "An error: the answer may be anything now, and the witness is one that"
    " was not valid.",
    "request-parameter-property-type-changed": "An error, as it is anywhere else: a value that was valid is refused.",
    "request-property-removed": "An error where members that are not declared are forbidden: who sends it is refused.",
    "request-parameter-removed-{with-deprecation,before-sunset}": "A warning, as without a deprecation: whether the"
    " value is refused or ignored is not known, and a date decides on neither.",
    "response-media-type-name-{changed,specialized}": "An error: who asks for the old name and looks for it in the"
    " answer does not find it.",
    "{request-optional,request-required}-property-became-read-only": "A warning, as if it were removed from what is"
    " sent: a value that mattered is ignored.",
    "request-required-property-became-not-read-only": "An error: it must be sent now, and old clients do not.",
    "response-optional-property-became-write-only": "A warning, as if it were removed from what is received.",
    "response-required-property-became-write-only": "An error, as if it were removed: readers rely on it in vain.",
    "response-required-property-became-not-write-only": "An info: a further property of an answer breaks no reader.",
    # told in other words
    "{request,response}-{body,property}-all-of-{added,removed}{,-annotation-only}": "Not about values: a member of"
    " `allOf` is merged with the others, and what it adds or takes away is told by the rule about that. One that says"
    " nothing new is no change.",
    "{request,response}-{body,property}-prefix-items-{added,removed}": "Told by what the position says: a schema where"
    " anything was allowed narrows it (`type-narrowed`), one where nothing was allowed widens it (`type-widened`).",
    "{request-body,request-property,response-body,response-property,response-header}-type-compatible": "Two types with"
    " the same values are no change; any others are told by the rules about types, with a witness.",
    "api-schema-removed": "The name of a schema never travels. What its users lose is told where they use it, and what"
    " users of the SDK lose by the version number.",
    "{api-version-not-bumped,api-version-decreased,api-major-version-not-bumped}": "Which version number is honest is"
    " an answer that a comparison gives, not one of its findings.",
    # nothing that travels this way
    "request-read-only-property-{enum-value-removed,max-decreased,exclusive-max-decreased,max-length-decreased,"
    "min-increased,exclusive-min-increased}": "Not covered for what is sent: a property that is only read is no part"
    " of it. What is received is told as always.",
    "request-{optional,required}-property-became-{write-only,not-write-only}": "Nothing changes in what is sent; what"
    " that is for what is received is told there.",
    "response-{optional,required}-property-became-{read-only,not-read-only}": "Nothing changes in what is received;"
    " what that is for what is sent is told there.",
    "response-{optional,required}-write-only-property-{added,removed}": "A property that is only sent is no part of"
    " what is received.",
    "response-write-only-property-{became-optional,became-required,enum-value-added}": "A property that is only sent"
    " is no part of what is received.",
    # not seen
    "{request,response}-{body,property}-content-{schema-added,schema-removed,encoding-changed,media-type-changed}": ""
    "Not covered: `contentSchema`, `contentEncoding` and `contentMediaType` are annotations and refuse no value.",
    "{request,response}-body-default-value-{added,changed,removed}": "Not covered: a default speaks of what is left"
    " out, and a body that is left out is told as optional.",
    "{request-parameter,request-property}-x-extensible-enum-value-removed": "Not covered: an extension of one vendor.",
    "{api,api-global}-security-scope-{added,removed}": "Not covered: which scopes a token has is between those who"
    " issue it and those who ask for it; a client presents the same token.",
    "api-security-component-oauth-{scope-added,scope-changed,scope-removed,url-changed,token-url-changed}": "Not"
    " covered: how a token is come by is not part of a call.",
    # extensions of oasdiff
    "api-{deprecated-sunset-missing,deprecated-sunset-parse,path-sunset-parse,sunset-date-changed-too-small,"
    "sunset-date-too-small}": "Not covered: `x-sunset` is oasdiff's own extension.",
    "sunset-deleted": "Not covered: `x-sunset` is oasdiff's own extension.",
    "request-parameter-{deprecated-sunset-missing,sunset-date-changed-too-small,sunset-date-too-small,sunset-deleted,"
    "sunset-parse}": "Not covered: `x-sunset` is oasdiff's own extension.",
    "{request,response}-property-{deprecated-sunset-invalid,deprecated-sunset-missing,sunset-date-too-small}": "Not"
    " covered: `x-sunset` is oasdiff's own extension.",
    "api-{invalid-stability-level,stability-decreased,stability-increased}": "Not covered: `x-stability-level` is"
    " oasdiff's own extension.",
    "{request,response}-property-stability-{decreased,increased}": "Not covered: `x-stability-level` is oasdiff's own"
    " extension.",
}

NOT_THE_SAME = {check: reason for names, reason in _REASONS.items() for check in expanded(names)}
"""Check of oasdiff -> why no rule is the same: another level, or nothing that we tell."""
