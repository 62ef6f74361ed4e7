"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .card import Card as Card
    from .card import CardDict as CardDict
    from .card_at import CardAt as CardAt
    from .card_at import CardAtDict as CardAtDict
    from .card_card import CardCard as CardCard
    from .card_card import CardCardDict as CardCardDict
    from .file import File as File
    from .file import FileDict as FileDict
    from .file_about import FileAbout as FileAbout
    from .file_about import FileAboutDict as FileAboutDict
    from .file_range import FileRange as FileRange
    from .file_range import FileRangeDict as FileRangeDict
else:
    _MODULES = {
        "Card": "card",
        "CardDict": "card",
        "CardAt": "card_at",
        "CardAtDict": "card_at",
        "CardCard": "card_card",
        "CardCardDict": "card_card",
        "File": "file",
        "FileDict": "file",
        "FileAbout": "file_about",
        "FileAboutDict": "file_about",
        "FileRange": "file_range",
        "FileRangeDict": "file_range",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
