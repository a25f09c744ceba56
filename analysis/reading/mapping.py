"""Characters mapped one for one before a text is cut into lines: offsets stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from analysis.reading.script import Script, simplified

BREAK = re.compile(r"\r\n|\r|\n")

# Radicals of the CJK supplement that stand for whole characters (U+2E80–2EF3; NFKC leaves them as they are).
_RADICALS = str.maketrans(
    "⺁⺇⺈⺊⺌⺍⺎⺒⺓⺕⺜⺝⺟⺠⺧⺩⺬⺮⺷⺸⺼⺽⻁⻄⻅⻆⻉⻊⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
    "厂几刀卜小小兀巳幺彐日月母民牛王示竹羊羊月臼虎西见角贝足车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟",
)
_FULLWIDTH = {ord(full): chr(ord(full) - 0xFEE0) for full in "０１２３４５６７８９"} | {
    code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
# One character for one, so that offsets stay.
_MAPPED: tuple[tuple[str, re.Pattern[str], Mapping[int, str | int]], ...] = (
    ("full-width digit or letter", re.compile(r"[０-９Ａ-Ｚａ-ｚ]"), _FULLWIDTH),
    (
        "compatibility character",
        re.compile(r"[\u2f00-\u2fdf\uf900-\ufaff]"),
        {
            code: unicodedata.normalize("NFKC", chr(code))
            for code in (*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00))
            if len(unicodedata.normalize("NFKC", chr(code))) == 1
        }
        | {ord("⼾"): "户", ord("⾭"): "青", ord("⿈"): "黄"},  # as Chinese fonts draw these radicals
    ),
    ("compatibility character", re.compile(r"[\u2e80-\u2ef3]"), _RADICALS),
    ("full-width sign", re.compile("％"), {ord("％"): "%"}),
    (
        "full-width sign",
        re.compile(r"(?<=\d)．(?=\d+[%％亿万个元倍吨公平微毫])"),
        {ord("．"): "."},
    ),
    ("subscript digit", re.compile("[₀-₉]"), {0x2080 + digit: str(digit) for digit in range(10)}),
    ("lone surrogate", re.compile(r"[\ud800-\udfff]"), dict.fromkeys(range(0xD800, 0xE000), "\ufffd")),
)
_SPACES = {
    ord(space): " "
    for space in (
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    )
}
_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended before anything was read: its kind, how often, and the first line in which it stood."""

    kind: str
    n: int
    line: int


def _translated(table: Mapping[int, str | int], match: re.Match[str]) -> str:
    return match[0].translate(table)


def mapped(text: str, *, script: Script = "kept") -> tuple[str, tuple[Repair, ...]]:
    """
    A text of as many characters, with what was mapped; traditional script as it is, or made simplified.

    Examples
    --------
    >>> mapped("１９９３年⺠生")[0]
    '1993年民生'
    """
    counts: dict[str, Repair] = {}
    for kind, pattern, table in _MAPPED:
        if hit := pattern.search(text):
            line = len(BREAK.findall(text, 0, hit.start())) + 1
            before = counts.get(kind, Repair(kind, 0, line))
            n = before.n + len(pattern.findall(text))
            counts[kind] = Repair(kind, n, min(line, before.line))
            text = pattern.sub(partial(_translated, table), text)
    if script == "simplified":
        text, converted = _simplified(text)
        counts |= {converted.kind: converted} if converted.n else {}
    return text.translate(_SPACES) if _SPACE.search(text) else text, tuple(counts.values())


def _simplified(text: str) -> tuple[str, Repair]:
    made = simplified(text)
    changed = [at for at, (before, after) in enumerate(zip(text, made, strict=True)) if before != after]
    line = len(BREAK.findall(text, 0, changed[0])) + 1 if changed else 1
    return made, Repair("traditional character", len(changed), line)
