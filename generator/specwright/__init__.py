"""specwright: a typed Python SDK, server stubs and property tests from an OpenAPI document, kept in step with it."""
