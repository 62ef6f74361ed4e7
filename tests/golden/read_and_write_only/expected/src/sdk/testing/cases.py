"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from collections.abc import Mapping

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import text

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "Account",
        lambda: models.Account,
        strategies.account,
        "/components/schemas/Account",
        direction="response",
    ),
    SchemaCase(
        "AccountInput",
        lambda: models.AccountInput,
        strategies.account_input,
        "/components/schemas/Account",
        direction="request",
    ),
    SchemaCase(
        "Identifier",
        lambda: models.Identifier,
        strategies.identifier,
        "/components/schemas/Identifier",
    ),
    SchemaCase(
        "Login",
        lambda: models.Login,
        strategies.login,
        "/components/schemas/Login",
        direction="request",
    ),
)

WAIVED: Mapping[str, str] = {}
"""The schemas that have no payloads of their own, and why."""

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="accounts",
        name="create_account",
        method="POST",
        path="/accounts",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.AccountInput,
                strategies.account_input,
                "/paths/~1accounts/post/requestBody/content/application~1json/schema",
                arguments={"name": "name", "password": "password", "owner": "owner"},
                optional=(("owner",), ("owner", "owner")),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.Account,
                strategies.account,
                "/paths/~1accounts/post/responses/201/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="accounts",
        name="login",
        method="POST",
        path="/accounts/{id}/login",
        parameters=(
            ParameterCase(
                "id",
                "id",
                "path",
                lambda: str,
                text,
                required=True,
                pointer="/paths/~1accounts~1{id}~1login/post/parameters/0/schema",
            ),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.Login,
                strategies.login,
                "/paths/~1accounts~1{id}~1login/post/requestBody/content/application~1json/schema",
                arguments={"secret": "secret"},
                required=True,
            ),
        ),
        responses=(ResponseCase("204"),),
    ),
)
