"""
Kernels of the interpreter that runs now, which the user's own settings for Jupyter and matplotlib do not
reach.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from analysis.notebook import IN_REPORT
from analysis.report.serving import BEGIN

START_SECONDS = 60
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


class Bench:
    """
    A place where notebooks run one after the other: a kernel that is started when the first comes, and again
    when it was lost.

    What a notebook leaves in the kernel is cleared before the next (see `serving`).
    """

    def __init__(self, private: Path) -> None:
        self._private = private
        self._kernel: Kernel | None = None
        self._channels: Any = None
        self.used = False  # whether a notebook has run in this very kernel
        self.lock = asyncio.Lock()  # held by whoever works at it

    async def ready(self, folder: Path) -> None:
        """
        Have a kernel that stands in `folder` as a new one does.

        Raises
        ------
        RuntimeError
            When none can be started; twice, since another process may take a kernel's port before it does.
        """
        if self._kernel is not None:
            with suppress(RuntimeError):
                return await self._begin(folder)
            await self.clear()
        await self.start()
        await self._begin(folder)

    async def start(self) -> None:
        """
        Have a kernel.

        Raises
        ------
        RuntimeError
            As `ready`.
        """
        if self._kernel is not None:
            return
        try:
            await self._start()
        except RuntimeError:
            await self.clear()
            await self._start()

    async def _start(self) -> None:
        self._kernel = Kernel.new(self._private)
        await self._kernel.start_kernel(
            cwd=str(self._private),
            env=environment(self._private),
            # What a kernel says beside its cells' outputs is about itself; a failure is told by its cell.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._channels = self._kernel.client()
        self._channels.start_channels()
        await self._channels.wait_for_ready(timeout=START_SECONDS)
        await self._ask("%load_ext analysis.report.serving")

    async def _begin(self, folder: Path) -> None:
        # Not as %magic, in whose line IPython would fill in what looks like a variable.
        await self._ask(f"get_ipython().find_line_magic({BEGIN!r})({str(folder)!r})")

    async def _ask(self, code: str) -> None:
        """Run what belongs to no notebook."""
        asked = self._channels.execute(code, silent=True, store_history=False, allow_stdin=False)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(Empty):
                reply = await self._channels.get_shell_msg(timeout=1)
                if reply["parent_header"].get("msg_id") == asked:
                    if reply["content"]["status"] != "ok":
                        raise RuntimeError(
                            f"{reply['content'].get('ename')}: {reply['content'].get('evalue')}"
                        )
                    return
                continue
            if self._kernel is None or not await self._kernel.is_alive():
                raise RuntimeError("the kernel died")
        raise RuntimeError(f"the kernel did not answer within {START_SECONDS} seconds")

    async def run(self, notebook: Any, *, seconds: int, log: logging.Logger) -> None:
        """Run a notebook's cells; what nbclient raises goes on."""
        # Only now: Jupyter's own imports take a second, in which the kernels start.
        from analysis.report.client import Client

        client = Client(notebook, km=self._kernel, log=log, timeout=seconds, record_timing=False)
        client.kc = self._channels
        self._channels.allow_stdin = False
        self.used = True
        await client.async_execute()

    async def clear(self) -> None:
        """Kill the kernel, if there is one."""
        kernel, channels = self._kernel, self._channels
        self._kernel = self._channels = None
        self.used = False
        if channels is not None:
            channels.stop_channels()
        if kernel is not None:
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
        IN_REPORT: "1",
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
