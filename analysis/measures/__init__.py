"""
What is counted: each measure a pure function over tables, declared as a table where it is made.

The modules of this package are imported with it, so that the tables they declare are in the register.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
