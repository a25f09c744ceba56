"""The words of a ban outside rules (不要, 决不), how it forbids (盲目), and what it cannot go before."""

from __future__ import annotations

import re

BANNING = frozenset(
    ("不得", "不要", "不能", "不准", "不许", "不宜", "决不", "绝不", "决不能", "绝不能", "切勿", "不应当")
)
HOW = re.compile(r"(?:盲目|轻易|随意|一味|片面|简单|单纯|再|因此而|只顾|过度|过多|过分){0,2}")
UNBANNED = re.compile(r"[不仅只够靠同给以因把对在向为被是会愿由从与像如让使就将说像求能成“]|成为")
OR = re.compile("和|或者|或")
LAST = re.compile(r"[\u4e00-\u9fff]{2}$")
ONE = re.compile(r"[有搞铺办拿吃占](?!有|着|了|利|理|取)")  # verbs of one character that a ban goes before
WORDS = re.compile(r"[\u4e00-\u9fff]{1,6}")
