"""How work grows with its size: ratios in one run, tried again where a busy machine may have spoilt one."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

FLOOR = 0.005  # seconds; whatever takes less at the smaller size is not judged
TRIES = 4  # work in proportion passes one of them even on a busy machine, quadratic work none


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """
    The least time of so many runs, in seconds of this process.

    Without the collection of cycles, as `timeit` does it: one walks over all that a thousand tests left.
    """

    def once() -> float:
        gc.disable()
        try:
            begun = time.process_time()
            work()
            return time.process_time() - begun
        finally:
            gc.enable()

    return min(once() for _ in range(times))


_PLAIN = re.compile("(?:甲|乙)丙")
_TEXT = "甲乙" * 1_000
MOST = 400  # times as long as a plain expression; what tries every begin with every end takes longer


def costs_too_much(work: Callable[[], object]) -> bool:
    """Whether work on 2,000 characters takes far longer than a plain expression, however often tried."""
    return all(
        seconds(work) > MOST * max(2e-5, seconds(lambda: _PLAIN.findall(_TEXT), 5)) for _ in range(TRIES)
    )


def grows_too_fast(work: Callable[[int], object], size: int, floor: float = FLOOR) -> bool:
    """Whether four times as much takes more than eight times as long, however often it is tried."""
    if seconds(lambda: work(size)) < floor and seconds(lambda: work(4 * size)) < 8 * floor:
        return False
    return all(
        seconds(lambda: work(4 * size), 2) > 8 * max(floor, seconds(lambda: work(size), 2))
        for _ in range(TRIES)
    )
