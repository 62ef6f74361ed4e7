"""The operations, a module a tag."""
