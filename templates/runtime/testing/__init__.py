"""What the tests of a package are made of: payloads drawn from schemas, a judge of them, and what equal means.

None of it knows an API. It needs the package's `testing` extra, and nothing outside `testing` imports it.
"""
