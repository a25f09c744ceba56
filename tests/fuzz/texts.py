"""Texts made of what documents are made of, and of what files hold by accident, by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.conftest import DOCUMENTS

_NUMBERS = "一二三四五六七八九十"
HEADINGS: tuple[Callable[[int], str], ...] = (
    lambda n: f"{_NUMBERS[n % 10]}、",
    lambda n: f"（{_NUMBERS[n % 10]}）",
    lambda n: f"第{_NUMBERS[n % 10]}章　",
    lambda n: f"第{_NUMBERS[n % 10]}条　",
    lambda n: f"{n}.",
    lambda n: f"{n}．",
    lambda n: f"（{n}）",
    lambda n: f"{1 + n // 3}.{1 + n % 3} ",
    lambda n: chr(0x2460 + n % 20),
    lambda n: "——",
    lambda n: f"附件{n}：",
    lambda n: f"专栏{n} ",
)
_DEBRIS = (
    "目 录", "第一章 总则........3", "浏览量:662", "首页 > 政务公开 > 规划", "【打印】【关闭】", "- 12 -",
    "责任编辑：某某", "版权所有", "附件", "注释：", "①本文所称", "1 9 9 3 年", "点赞", "2020—2025年",
    "| 指标 | 2025年 |", "|---|---|", "# 规划", "**目标**", "<b>目标</b>", "<script>alert(1)</script>",
    "&nbsp;&#20844;", "$\\frac{1$", "=1+1", "@x", "__", "```",
)  # fmt: skip
_STRANGE = (
    "\u200b", "\ufeff", "\u00ad", "\x00", "\x1b[2J", "\u202e", "\ufffd", "\ue000", "⺠", "⼈", "５Ｇ", "𠮷",
    "㐂", "镕", "\u3000", "\t", "\r\n", "\r", "\x0c", "\u2028", "。。。", "，", "“", "”", "〇", "·", "²", "①",
    "㈠", "ⅲ", "a\u0301", "🀄", "é", "ß", "国際的な", "한국어", "Привет", "كتاب", "9" * 30, "a" * 60,
    "一" * 40, "、" * 20, "（" * 15, "-" * 30, "." * 30, "\n\n\n",
)  # fmt: skip
NAMES = ("x.txt", "x.txt", "x.txt", "x.md", "x.html")


def _sentences() -> list[str]:
    found: list[str] = []
    for path in sorted(DOCUMENTS.glob("*.txt")):
        lines = path.read_text(encoding="utf-8", errors="ignore").splitlines()
        found += [line.strip() for line in lines if 8 < len(line.strip()) < 400][:150]
    return found


SENTENCES = _sentences()


def text(seed: int) -> tuple[str, bytes]:
    """A file's name and content: headings, real sentences, debris and accidents, in a common encoding."""
    draw = random.Random(seed)
    style = draw.choices(HEADINGS, k=3)
    pieces: list[str] = []
    for n in range(draw.choice((0, 1, 2, 3, 5, 8, 13, 21))):
        kind = draw.random()
        if kind < 0.35:
            pieces.append(draw.choice(style)(n) + draw.choice(SENTENCES)[: draw.choice((0, 2, 8, 20, 400))])
        elif kind < 0.75:
            pieces.append(draw.choice(SENTENCES)[: draw.choice((3, 30, 400))])
        elif kind < 0.9:
            pieces.append(draw.choice(_DEBRIS))
        else:
            pieces.append("".join(draw.choices(_STRANGE, k=draw.randint(1, 4))))
    made = draw.choice(("\n", "\n", "\n\n", "\r\n", "\n　　", " ")).join(pieces)
    if draw.random() < 0.3:  # an accident in the middle
        at = draw.randint(0, len(made))
        made = made[:at] + draw.choice(_STRANGE) + made[at:]
    name = draw.choice(NAMES)
    if name == "x.html":
        made = "".join(f"<p>{line}</p>" for line in made.split("\n"))
    encoding = draw.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"))
    data = made.encode(encoding, "replace" if encoding == "big5" else "surrogatepass")
    if draw.random() < 0.05 and data:  # a damaged byte
        at = draw.randrange(len(data))
        data = data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]
    return name, data
