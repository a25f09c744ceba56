"""How much a text looks like writing, rather than like bytes read in a wrong encoding."""

from __future__ import annotations

import re

from analysis.reading.characters import COMMON

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe]")
ASCII = re.compile(r"[\x00-\x7f]+")
_COMMON = re.compile(f"[{''.join(sorted(COMMON))}]")
_MARKS = re.compile(
    r"[，。、；：？！“”‘’《》〈〉（）【】〔〕…—·～〇％－０-９Ａ-Ｚａ-ｚ\u3000①-⑳㈠-㈩Ⅰ-Ⅻ℃№‰㎡㎥㎞■●▲★→]"
)
HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LATIN = re.compile(r"[\u00c0-\u024f](?=[A-Za-z\s])")
_MEASURE = re.compile("[°±×÷§]")  # which Chinese encodings have, in two bytes each
_SIGN = re.compile(r"[\u00a1-\u00bf×÷‐-…€™](?=[\x20-\x7e])|(?<=[\x20-\x7e])[\u00a1-\u00bf×÷‐-…€™]")  # 25°C


def score(text: str, encoding: str) -> float:
    """
    How much a text, decoded from an encoding, looks like writing: 1 frequent characters alone, below 0
    gibberish.

    Examples
    --------
    >>> score("推进数字化转型", "gb18030"), score("鎺ㄨ繘鏁板瓧鍖栬浆鍨", "gb18030") < 0
    (1.0, True)
    """
    wide = encoding.startswith("utf-16")  # whose ASCII characters are evidence too
    total = (len(text) if wide else len(ASCII.sub("", text))) + 4 * len(CONTROL.findall(text))
    if not total:
        return -1.0
    ascii_ = len(text) - len(ASCII.sub("", text)) if wide else 0
    han, common = len(HAN.findall(text)), len(_COMMON.findall(text))
    other = _other(text, encoding)
    marks = len(_MARKS.findall(text)) + ascii_
    strange = max(0, total - han - marks - other) + 3 * text.count("\ufffd")
    preferred = 0.5 if encoding == "utf-8" and "\ufffd" not in text else 0.0  # valid by chance hardly ever
    return (common + 0.6 * marks + 0.8 * other - 0.5 * (han - common) - strange) / total + preferred


def _other(text: str, encoding: str) -> int:
    """How many characters of other languages an encoding has a right to."""
    other = len(_KANA.findall(text)) if encoding in ("cp932", "euc_jp", "utf-8") else 0
    if encoding in ("euc_kr", "utf-8"):
        other += len(HANGUL.findall(text)) // 2  # Chinese in GB18030 reads as Korean syllables by chance
    if encoding in ("cp1252", "utf-8"):
        other += len(_LATIN.findall(text))
    if encoding == "utf-8":
        other += len(_SIGN.findall(text))
    if encoding in ("gb18030", "big5hkscs"):
        other += len(_MEASURE.findall(text))
    return other


def frequent(text: str) -> list[str]:
    """The frequent Chinese characters in a text, each as often as it stands there."""
    return _COMMON.findall(text)
