"""
Kernels of the interpreter that runs now, which the user's own settings for Jupyter and matplotlib do not
reach.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

_PACKAGE = Path(__file__).parents[2]
# Variables of the user's that would run code in a kernel, or change what it draws.
_LEFT_OUT = (
    "PYTHONSTARTUP",
    "PYTHONINSPECT",
    "PYTHONWARNINGS",
    "MPLBACKEND",
    "IPYTHONDIR",
    "PYTHONBREAKPOINT",
)


class Kernel(AsyncKernelManager):
    """
    A kernel that is started from this interpreter, whatever is registered as ``python3`` on the machine.

    It is spoken to encrypted, because other users of the machine may read the loopback interface.
    """

    @classmethod
    def new(cls, private: Path) -> Kernel:
        """A kernel whose connection file lies in `private`."""
        file = private / f"kernel-{secrets.token_hex(8)}.json"
        return cls(kernel_name="python3", connection_file=str(file), transport_encryption="auto")

    @property
    def kernel_spec(self) -> KernelSpec:
        """How the kernel is started."""
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            display_name="Python",
            language="python",
            metadata={
                "supported_encryption": "curve",
                "kernel_provisioner": {"provisioner_name": "local-provisioner", "config": {}},
            },
        )

    async def end(self) -> None:
        """Stop the process at once, if it runs, and remove its connection file."""
        if self.has_kernel:
            await self.shutdown_kernel(now=True)
        self.cleanup_connection_file()


class Client(NotebookClient):
    """
    Runs a notebook's cells in a kernel that it starts, and that is gone when the run ends, however it ends.

    Unlike nbclient's own it takes no signals for itself, and leaves nothing for the end of the process.
    """

    @asynccontextmanager
    async def async_setup_kernel(self, **options: Any) -> AsyncGenerator[None, None]:
        """Start the kernel and speak to it; kill it at the end."""
        kernel = cast("Kernel", self.km)
        try:
            await self.async_start_new_kernel(**options)
            await self.async_start_new_kernel_client()
            yield
        finally:
            if self.kc is not None:
                self.kc.stop_channels()
            await kernel.end()


def environment(private: Path) -> dict[str, str]:
    """
    The environment of the kernels: this package importable, nothing of the user's set-up, files in `private`.

    A ``matplotlibrc`` in the working folder comes first, then the one named here: matplotlib's own.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    paths = [str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]
    temporary = private / "tmp"
    temporary.mkdir(exist_ok=True)
    return kept | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONWARNINGS": "ignore",  # they would show paths of this machine on the pages
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "IPYTHONDIR": str(private / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(private),
        "JUPYTER_CONFIG_DIR": str(private),
        "MATPLOTLIBRC": str(_settings()),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)),
    }


def _settings() -> Path:
    """The settings that come with matplotlib."""
    found = find_spec("matplotlib")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "matplotlibrc"


def places_of(*private: Path) -> dict[str, str]:
    """Paths of this machine, the longest first, and what stands for each on a page."""
    named = {str(folder): "." for folder in private}
    named |= {str(_PACKAGE): "", sys.prefix: "<python>", sys.base_prefix: "<python>", str(Path.home()): "~"}
    return {path: named[path] for path in sorted(named, key=len, reverse=True) if len(path) > 1}


def hidden(text: str, places: Mapping[str, str]) -> str:
    """
    A text in which no path of this machine stands any more.

    Examples
    --------
    >>> hidden("/home/li/env/lib/x.py:3: Warning", {"/home/li/env": "<python>"})
    '<python>/lib/x.py:3: Warning'
    """
    for path, name in places.items():
        text = text.replace(path, name)
    return text
