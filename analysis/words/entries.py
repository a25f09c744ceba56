"""Entries of lexicon tables and theme files: as people mean them, and whether a document can hold them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from analysis.reading import mapped
from analysis.tables import shown

# What jieba's dictionary can match at all; anything else in a word would never be found.
_WORD = re.compile(r"[\u4e00-\u9fd5〇a-zA-Z0-9+#&._%-]+")
_MOST = 60
_PLAIN = re.compile(r"[\u4e00-\u9fd5A-Za-z0-9]+")
_BESIDE_CHINESE = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+|(?<![ \u3000])[ \u3000]+(?=[\u3400-\u9fff])")


def meant(entry: str, *, within: str = "") -> str:
    """
    An entry as people mean it and documents are read: half width, no blanks beside Chinese characters.

    `within` is put where a blank stood between Chinese characters.

    Examples
    --------
    >>> meant("５Ｇ 网络"), meant("⼈工 智能"), meant("Color OS"), meant("公共 服务", within=" ")
    ('5G网络', '人工智能', 'Color OS', '公共 服务')
    """
    entry = entry.strip()
    if _PLAIN.fullmatch(entry):
        return entry
    return _BESIDE_CHINESE.sub(within, mapped(entry)[0])


_TWO_SENTENCES = re.compile(r"[。！？!?][”’」』）)】》]*[^。！？!?”’」』）)】》]|\n")


def unmatchable(entry: str) -> str:
    """
    Why no document as read can hold `entry`, and what to write; empty when one can.

    Examples
    --------
    >>> unmatchable("５Ｇ网络")
    '５Ｇ网络 could never match: documents are read with 5G网络. Write that.'
    >>> unmatchable("5G网络")
    ''
    """
    if _PLAIN.fullmatch(entry) and len(entry) <= _MOST:
        return ""
    if entry != entry.strip():
        return f"{shown(repr(entry))} begins or ends with a space. Remove it."
    if len(entry) > _MOST:
        return f"{shown(entry, most=12)} is {len(entry)} characters long; an entry may have {_MOST}."
    if strange := [character for character in entry if not _in_documents(character)]:
        name = unicodedata.name(strange[0], f"U+{ord(strange[0]):04X}")
        return f"{entry!r} could never match: documents are read without {name}. Retype it."
    if _TWO_SENTENCES.search(entry):
        return (
            f"{shown(entry)} could never match: a sentence ends inside it. Enter what stands in one sentence."
        )
    if (read := _as_read(entry)) != entry:
        return f"{entry} could never match: documents are read with {read}. Write that."
    return ""


def _as_read(entry: str) -> str:
    """
    What a document that holds the entry is read as: full-width digits, idle spaces and so on are mended
    there.
    """
    from analysis.reading import lines_of as mended

    return "".join(line.text for line in mended(entry)[0])


def _in_documents(character: str) -> bool:
    """Whether a document as read may hold this character: no control or format characters, no radicals."""
    radical = "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff"
    return not radical and unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn")


def _word_problem(row: dict[str, str]) -> str:
    if strange := [character for character in row["word"] if not _WORD.fullmatch(character)]:
        why = "a rare character" if strange[0].isalpha() else "punctuation or space"
        return (
            f"{row['word']} can never match as a word: {strange[0]!r} is {why}, which words cannot hold. "
            "Move it to the terms."
        )
    if not re.fullmatch(r"\d{1,9}", row["frequency"]) or not int(row["frequency"]):
        found = shown(row["frequency"], most=20)
        return (
            "the frequency must be a whole number above 0 and below a thousand million, such as 3000; "
            f"found: {found}."
        )
    if not re.fullmatch("[a-zA-Z]{1,8}", row["tag"]):
        return f"the tag must be one of jieba's, such as n, v, a, ns or nz; found: {shown(row['tag'])}."
    return ""


def _phrase_problem(row: dict[str, str]) -> str:
    parts = row["cut"].split()
    if "".join(parts) != row["phrase"] or len(parts) < 2:
        return f"the cut must be {row['phrase']} with spaces between its words; found: {shown(row['cut'])}."
    return ""


def _term_problem(row: dict[str, str]) -> str:
    return "" if holds_word(row["term"]) else f"{row['term']} holds no word; a term is made of words."


def holds_word(entry: str) -> bool:
    """Whether there is a letter, digit or Chinese character in an entry."""
    return any(character.isalnum() for character in entry)


def _generic_problem(row: dict[str, str]) -> str:
    if row["position"] not in ("first", "last", "both"):
        return f"the position must be first, last or both; found: {shown(row['position'])}."
    return ""


CHECKS: dict[str, Callable[[dict[str, str]], str]] = {
    "word": _word_problem,
    "phrase": _phrase_problem,
    "term": _term_problem,
    "stop_word": lambda row: "",
    "generic": _generic_problem,
}
