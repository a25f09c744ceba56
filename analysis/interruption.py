"""
Ctrl-C, and the signals that ask a process to end: an exception where they arrive, an exit status at the end.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import namedtuple
from types import FrameType, TracebackType
from typing import Any

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")  # those that the system has
PATIENCE = 5.0  # seconds for clearing up, in which a second signal is not heard


class Interruption:
    """
    While it is entered, a signal raises KeyboardInterrupt in the main thread, and `number` says which came.

    A signal that the parent process had switched off (``nohup``) stays so. An exception raised inside a
    finaliser is lost; `check` asks again before anything is made final.
    """

    def __init__(self) -> None:
        self.number = 0
        self._since = 0.0
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in SIGNALS if hasattr(signal, name)):
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._raise)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        if self.number:
            _forget_unhandled()

    def _raise(self, number: int, frame: FrameType | None) -> None:
        if self.number and time.monotonic() - self._since < PATIENCE:
            return
        self.number, self._since = number, time.monotonic()
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise again what has come; nothing when nothing has."""
        if self.number:
            raise KeyboardInterrupt

    @property
    def status(self) -> int:
        """The exit status of a process that ends so: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + (self.number or signal.SIGINT)


def _forget_unhandled() -> None:
    """
    Have Python end with the status that it is asked for.

    A KeyboardInterrupt that passes through the execution of source text (as when a library that is being
    imported makes a class) is noted as one that nobody handles, and the process ends by SIGINT, whatever its
    status. The note is cleared when source text is executed again, as a named tuple's is.
    """
    namedtuple("Cleared", ())
