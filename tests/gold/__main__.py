"""``python -m tests.gold``: how well the software does on the gold it was written with."""

from __future__ import annotations

import sys

from tests.conftest import WRITTEN
from tests.gold import subthemes
from tests.gold.measures import (
    clusters,
    discovery,
    discovery_today,
    headings,
    segmentation,
    structure,
    terms_whole,
    themes,
)
from tests.gold.theme_quality import kept_quality, on_reserve

print("On the half of the gold (of the Changning proposal) that came with the project.\n")
print(structure(), "\n")
print("Sentences cut by hand (95 % intervals in brackets; corpus/gold/README.md says whose):\n")
print(segmentation().to_string(index=False), "\n")
print("The gold's terms in the proposal:\n")
print(terms_whole().to_string(index=False), "\n")
print("Term candidates held for terms by blind judging (tests/gold/README.md):\n")
print(discovery().to_string(index=False), "\n")
print("What discover gives now, held against those judgements:\n")
print(discovery_today().to_string(index=False), "\n")
print("Themes of the proposal, which had no part in the weights (the hub is found by its own list):\n")
print(themes().to_string(index=False), "\n")
print(
    "Themes on documents left out in turn, with a hand-made list and the readers' agreement beside them "
    "(as python -m tests.gold.themes --write kept them; some minutes):\n"
)
print(kept_quality().round(2).to_string(index=False), "\n")
print("Sub-themes, by lists, in sentences that have the theme:\n")
print(subthemes.every().round(2).to_string(index=False), "\n")
print("Themes on the reserve:\n")
print(on_reserve().round(3).to_string(index=False), "\n")
print(clusters(), "\n")
print(
    "Headings of other documents (line, level, number and title must agree; truth written before "
    "the parser):\n"
)
print(headings().to_string(index=False), "\n")
print("And of nineteen that were written to try it (see their README for what the score is worth):\n")
print(headings(WRITTEN).to_string(index=False))
sys.exit(0)
