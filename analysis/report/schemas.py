"""How Jupyter's checks of notebooks are imported without what they have no use for."""

from __future__ import annotations

import sys
from importlib import import_module

_GRAMMARS = "rfc3987_syntax"


def import_schemas() -> None:
    """
    Import jsonschema, by which nbformat checks notebooks, without grammars for internationalised addresses.

    It compiles them as it is imported, which takes longer than all of nbformat and nbconvert together; where
    they are missing it goes on without, and no notebook's schema asks for them.
    """
    if "jsonschema" in sys.modules or _GRAMMARS in sys.modules:
        return
    sys.modules[_GRAMMARS] = None  # type: ignore[assignment]
    try:
        import_module("jsonschema")
    finally:
        del sys.modules[_GRAMMARS]
