"""Server stubs: a class for each tag, with a method for each operation.

Extend a class, override the methods that you answer, and give an instance to `create_app`. The
methods may be plain functions too; those run in threads.

A handler gets what the document allows and nothing else, and what it returns is checked as
strictly. What breaks the document is refused before: 400 for a body that cannot be read, 415 for
another media type, 422 for all else. The server's own answers, 404, 405, 500 and 501 among them,
have one shape:

    {"detail": [{"loc": ["body", "a", 0], "pointer": "/a/0", "msg": "...", "type": "..."}]}

Credentials are not checked: do it in a middleware, or in handlers with `current_request()`. A
multipart body is handed over as it came; `await current_request().form()` takes it apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .app import Reply as Reply
    from .app import create_app as create_app
    from .app import current_request as current_request
    from .errors import HTTPProblem as HTTPProblem
    from .unimplemented_2 import Unimplemented as Unimplemented
    from .app_2 import App as App
    from .errors_2 import Errors as Errors
else:
    _MODULES = {
        "Reply": "app",
        "create_app": "app",
        "current_request": "app",
        "HTTPProblem": "errors",
        "Unimplemented": "unimplemented_2",
        "App": "app_2",
        "Errors": "errors_2",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
