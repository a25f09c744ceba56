"""The lists that the registers are read by, as their files in ``corpus/registers/`` write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from analysis.judgements.action_lists import Words, read_rows
from analysis.resources import folder
from analysis.words.lexicon_tables import text_of

LEVELS = ("province", "prefecture", "county")


def home() -> Path:
    """The folder of the lists."""
    return folder("corpus") / "registers"


@cache
def values(name: str, entry: str, column: str) -> Mapping[str, str]:
    """
    A column of the list `name` by its entries.

    Raises
    ------
    InputProblem
        When the file cannot be used; it says where and why.

    Examples
    --------
    >>> values("place_heads", "head", "type")["示范区"]
    'zone'
    """
    return {row[entry]: row[column] for row in read_rows(home() / f"{name}.tsv", (entry, column))}


@cache
def entries(name: str, entry: str) -> frozenset[str]:
    """The entries of the list `name`."""
    return frozenset(values(name, entry, "source"))


@cache
def all_lists() -> tuple[tuple[str, str], ...]:
    """Every list by its name, for a hash over what the registers are read by."""
    return tuple((path.name, text_of(path)) for path in sorted(home().glob("*.tsv")))


class Heads:
    """
    Words by which a name ends, the longest of which is found before a place in a text.

    Examples
    --------
    >>> heads = Heads({"区": "division", "示范区": "zone"})
    >>> heads.before("临空示范区", 5), heads.before("临空示范区", 4)
    ('示范区', '')
    """

    def __init__(self, types: Mapping[str, str]) -> None:
        self.types = types
        self._reversed = Words({head[::-1]: type_ for head, type_ in types.items()})
        self._longest = max(map(len, types), default=0)

    def before(self, text: str, end: int) -> str:
        """The longest head that ends at `end`; empty when none does."""
        tail = text[max(0, end - self._longest) : end][::-1]
        return self._reversed.at(tail, 0)[::-1]


@cache
def divisions() -> Words:
    """Full names of administrative divisions with their level."""
    return Words(values("divisions", "division", "level"))


PROVINCES = (  # by the character that stands for each in a row
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台"
)


@cache
def short_divisions() -> Words:
    """Short names (长宁) with their level; of several divisions with one the highest level."""
    found: dict[str, str] = {}
    short = values("divisions", "division", "short")
    for division, level in divisions().values.items():
        if short[division]:
            found.setdefault(short[division], level)
    return Words(found)


@cache
def provinces_of(name: str) -> frozenset[str]:
    """The provinces that have a division of a name, short or in full."""
    within, short = values("divisions", "division", "provinces"), values("divisions", "division", "short")
    full = [name] if name in within else [one for one in within if name and short[one] == name]
    return frozenset(province for one in full for province in within[one].split(" | "))


@cache
def regions() -> Words:
    """Names of regions and great rivers (长三角, 黄河流域)."""
    return Words(values("regions", "region", "type"))


@cache
def place_heads() -> Heads:
    """Heads of places' names, with what they name."""
    return Heads(values("place_heads", "head", "type"))


@cache
def unlisted_heads() -> Heads:
    """Heads of places whose proper name need not be in a list (浑南新区), with what they name."""
    return Heads(values("unlisted_heads", "head", "type"))


@cache
def role_heads() -> Heads:
    """Heads of what a place is to be (枢纽, 高地), with their kind."""
    return Heads(values("roles", "role", "type"))


@cache
def organisation_heads() -> Heads:
    """Heads of organisations' names that need a proper name before them."""
    types = values("organisation_heads", "head", "type")
    return Heads({head: type_ for head, type_ in types.items() if type_ not in ("department", "party")})


@cache
def known_organisations() -> Words:
    """Organisations known by name, with what they are."""
    return Words(values("organisations", "organisation", "type"))


@cache
def departments() -> re.Pattern[str]:
    """A department: what it is of, its field, and 委, 局, 厅 or 部."""
    fields = "|".join(sorted(entries("departments", "department"), key=len, reverse=True))
    return re.compile(
        r"(?:国家|全国|中央|自治区|各?[省市区县州](?!委)|省市|本市)?(?<!上)"
        rf"(?:{fields})(?:管理|监督管理|监管|事务|行政|执法)?"
        r"(?:委员会|委(?!托|派)|总局|局(?!面|部|势|域)|厅|部(?!门|署|队|分|件|级|位|落|省|长|委|属|下|内|里)|署|办公室|办(?!法|理|学|事|公|好|案|园|医|大|实|成|出))"
        rf"|(?<![各地、])(?:国务院|国家|自治区|[省市区县州])(?:{fields})(?:行政|综合){{0,1}}(?:监督管理|管理|主管|执法){{0,1}}部门"
    )


@cache
def bare_departments() -> re.Pattern[str]:
    """Departments called by nothing but their fields, one or a list of them: 教育、卫生健康等部门."""
    fields = "|".join(sorted(entries("departments", "department"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{fields})[、和与及]){{0,12}}(?:{fields})(?:等)?(?:有关|相关|各)?(?:行政|综合)?(?:监督管理|管理|主管|执法)?部门"
    )


@cache
def competent_departments() -> re.Pattern[str]:
    """A department that a rule calls by its field alone, wherever it is: 生态环境主管部门."""
    fields = "|".join(sorted(entries("departments", "department"), key=len, reverse=True))
    return re.compile(rf"(?:{fields})(?:行政)?主管部门")


@cache
def programme_heads() -> Heads:
    """Heads of programmes' names, with what they name."""
    return Heads(values("programme_heads", "head", "type"))
