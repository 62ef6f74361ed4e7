"""The server behind the stubs: routing, parsing and answering by the operations' own descriptors.

None of it knows an API. It needs the package's `server` extra, and of the runtime only `testing` imports it.
"""
