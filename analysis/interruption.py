"""
Ctrl-C, and the signals that ask a process to end: an exception where they arrive, an exit status at the end.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
import time
from collections import namedtuple
from types import FrameType, TracebackType
from typing import Any

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")  # those that the system has
PATIENCE = 5.0  # seconds for clearing up, in which a second signal is not heard
AGAIN = 0.02  # seconds after which a signal that was lost is sent again
_IMPORTS = "<frozen importlib._bootstrap>"  # where Python takes and gives back the locks of its imports


class Interruption:
    """
    While it is entered, a signal raises KeyboardInterrupt in the main thread, and `number` says which came.

    A signal that the parent process had switched off (``nohup``) stays so. Python drops an exception that
    is raised inside a finaliser or a weak reference's callback (every import has some), and one that is
    raised while the import system takes or gives back a lock leaves it locked, so that another thread that
    imports would wait for ever: the signal is then sent again a moment later. `check` asks once more before
    anything is made final.
    """

    def __init__(self) -> None:
        self.number = 0
        self._since = 0.0
        self._lost = False
        self._arranging, self._missed = False, 0  # while one is put off, and signals that came meanwhile
        self._before: dict[int, Any] = {}
        self._hook_before = sys.unraisablehook

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._hook_before, sys.unraisablehook = sys.unraisablehook, self._dropped
            for number in (getattr(signal, name) for name in SIGNALS if hasattr(signal, name)):
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._raise)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        if sys.unraisablehook == self._dropped:
            sys.unraisablehook = self._hook_before
        if self.number:
            _forget_unhandled()

    def _raise(self, number: int, frame: FrameType | None) -> None:
        if self.number and not self._lost and time.monotonic() - self._since < PATIENCE:
            return
        self.number, self._since, self._lost = number, time.monotonic(), False
        if self._arranging or (frame is not None and frame.f_code.co_filename == _IMPORTS):
            return self._later()
        raise KeyboardInterrupt

    def _dropped(self, told: sys.UnraisableHookArgs) -> None:
        if not (self.number and issubclass(told.exc_type, KeyboardInterrupt)):
            self._hook_before(told)
            return
        self._later()

    def _later(self) -> None:
        """Send it again in a moment; on a busy machine that may be over before all is arranged."""
        self._lost = True
        if self._arranging:  # raised now, it would come out where the first one came
            self._missed += 1
            return
        self._arranging, missed = True, -1
        while missed != self._missed:
            missed = self._missed
            again = threading.Timer(AGAIN * 2**missed, _send_to_main, [self.number])
            again.daemon = True
            again.start()
        self._arranging = False

    def check(self) -> None:
        """Raise again what has come; nothing when nothing has."""
        if self.number:
            raise KeyboardInterrupt

    @property
    def status(self) -> int:
        """The exit status of a process that ends so: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + (self.number or signal.SIGINT)


def _send_to_main(number: int) -> None:
    """As from outside: where the system can, what the main thread waits for is broken off too."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, number)
    else:
        _thread.interrupt_main(signal.Signals(number))


def _forget_unhandled() -> None:
    """
    Have Python end with the status that it is asked for.

    A KeyboardInterrupt that passes through the execution of source text (as when a library that is being
    imported makes a class) is noted as one that nobody handles, and the process ends by SIGINT, whatever its
    status. The note is cleared when source text is executed again, as a named tuple's is.
    """
    namedtuple("Cleared", ())
