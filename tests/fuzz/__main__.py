"""
``python -m tests.fuzz [--texts N] [--first SEED] [--seconds S]``: exit status 1 when anything was found.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz.commands import LINES, Fuzz

_FUZZ: list[Fuzz] = []


def faults(seeds: range) -> list[str]:
    """What these seeds bring to light, in a process that keeps its dictionary."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if not _FUZZ:
        _FUZZ.append(Fuzz())
    return [fault for seed in seeds for fault in _FUZZ[0].faults(seed)]


def main() -> int:
    """Print every fault with its seed, and how many texts were tried."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("--texts", type=int, default=10_000, help="how many (default: 10,000)")
    options.add_argument("--first", type=int, default=0, help="first seed (default: 0)")
    options.add_argument("--seconds", type=int, default=3600, help="stop after so many (default: 3,600)")
    options.add_argument("--processes", type=int, default=2)
    given = options.parse_args()
    last, step = given.first + given.texts, 50
    begun, tried, found = time.monotonic(), 0, 0
    batches = [range(at, min(at + step, last)) for at in range(given.first, last, step)]
    with ProcessPoolExecutor(given.processes) as pool:
        for seeds, lines in zip(batches, pool.map(faults, batches), strict=True):
            tried, found = tried + len(seeds), found + len(lines)
            sys.stdout.writelines(f"{line}\n" for line in lines)
            sys.stdout.flush()
            if time.monotonic() - begun > given.seconds:
                pool.shutdown(cancel_futures=True)
                break
    seconds = time.monotonic() - begun
    sys.stdout.write(f"{tried:,} texts through {len(LINES)} commands in {seconds:.0f} s: {found} faults\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
