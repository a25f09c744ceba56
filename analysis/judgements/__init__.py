"""
What a rule judges rather than counts: themes and clusters, with how good each judgement is.

The modules of this package are imported with it, so that the tables they declare are in the register.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
