"""Every page at two widths, in both languages, light and dark: nothing wide, cut, doubled, small or pale."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Seen

pytestmark = pytest.mark.pages

KINDS = (
    "trouble",
    "wider than the window",
    "the other language",
    "a title in the other language",
    "a heading that skips a level",
    "letters out of shape",
    "clipped text",
    "an id that stands twice",
    "letters outside their drawing",
    "letters on letters",
    "letters too small",
    "letters too pale",
)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has(kind: str, seen: Seen):
    found = {page: faults[kind][:5] for page, faults in seen.items() if faults[kind]}
    assert not found
