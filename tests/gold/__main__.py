"""``python -m tests.gold``: how well the software does on the gold it was written with."""

from __future__ import annotations

import sys

from tests.conftest import WRITTEN
from tests.gold.measures import discovery, headings, segmentation, structure, terms_whole
from tests.gold.theme_measures import clusters, key_themes, paragraphs, subthemes

print("On the half of the gold (of the Changning proposal) that the rules were written with.\n")
print(structure(), "\n")
print("Sentences cut by hand (95 % intervals in brackets; corpus/gold/README.md says whose):\n")
print(segmentation().to_string(index=False), "\n")
print("The gold's terms in the proposal:\n")
print(terms_whole().to_string(index=False), "\n")
print("Term candidates held for terms by blind judging (tests/gold/README.md):\n")
print(discovery().to_string(index=False), "\n")
print("Themes of sentences, against people with the codebook (95 % intervals over sentences):\n")
print(key_themes().to_string(index=False), "\n")
print("Livelihood's eight services (micro-average):\n")
print(subthemes().to_string(index=False), "\n")
print("Themes of paragraphs (share with the right primary theme; all themes, micro-average):\n")
print(paragraphs().to_string(index=False), "\n")
print("Clusters of the proposal's 63 paragraphs; ami_gold: with the primary themes of the 34 in the gold:\n")
print(clusters().to_string(index=False), "\n")
print(
    "Headings of eleven other documents (line, level, number and title must agree; truth written before the parser):\n"
)
print(headings().to_string(index=False), "\n")
print("And of nineteen that were written to try it (see their README for what the score is worth):\n")
print(headings(WRITTEN).to_string(index=False))
sys.exit(0)
