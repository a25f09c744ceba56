"""
Fonts for many pages, half of them cut by a second process: ``python -m analysis.report.font_halves``.

The notebooks are done by then and their processors idle. What goes wrong there is done here.
"""

from __future__ import annotations

import base64
import io
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FEWEST = 8  # fonts from which a second process is worth its start
_SECONDS = 120  # after which nothing is expected of it any more
_PACKAGE = Path(__file__).parents[2]

_UNITS = 256  # an em: finer than a printer's dots at the size of text, and a quarter lighter
_LAYOUT = {"BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx"}


def subset_of(font: bytes, codes: Iterable[int], *, flavor: str | None = "woff2") -> bytes:
    """The part of a font that has these characters, by default as WOFF2."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options: Any = subset.Options(flavor=flavor, layout_features=[], hinting=False, notdef_outline=True)
    read = TTFont(io.BytesIO(font), recalcTimestamp=False)
    for table in _LAYOUT & set(read.keys()):  # which is not used, and takes longest to read
        del read[table]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(read)
    if read["head"].unitsPerEm > _UNITS:
        scale_upem(read, _UNITS)
    read.flavor = flavor
    buffer = io.BytesIO()
    read.save(buffer)
    return buffer.getvalue()


def cut_all(font: bytes, wanted: Sequence[Sequence[int]]) -> list[bytes]:
    """For each of the `wanted` sets of characters its part of the font, in their order."""
    if len(wanted) < FEWEST or (os.cpu_count() or 1) < 2:
        return [subset_of(font, codes) for codes in wanted]
    try:
        made, others = _shared(font, wanted)
    except (OSError, ValueError):  # no room for what goes between, or no process
        return [subset_of(font, codes) for codes in wanted]
    halves = (iter(made), iter(others if others else [subset_of(font, codes) for codes in wanted[1::2]]))
    return [next(halves[at % 2]) for at in range(len(wanted))]


def _shared(font: bytes, wanted: Sequence[Sequence[int]]) -> tuple[list[bytes], list[bytes]]:
    """Every second font from here and from the other process; none from there where it failed."""
    asked = {"font": base64.b64encode(font).decode(), "wanted": [list(codes) for codes in wanted[1::2]]}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(json.dumps(asked).encode())
        given.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            stdin=given,
            stdout=told,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(_PACKAGE), "PYTHONWARNINGS": "ignore"},
        )
        try:
            made = [subset_of(font, codes) for codes in wanted[::2]]
            status = child.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            status = 1
        finally:
            child.kill()
            child.wait()
        told.seek(0)
        return made, [base64.b64decode(one) for one in json.load(told)] if status == 0 else []


def main() -> None:
    """Cut what is asked for on standard input."""
    asked = json.load(sys.stdin)
    font = base64.b64decode(asked["font"])
    made = [base64.b64encode(subset_of(font, codes)).decode() for codes in asked["wanted"]]
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
