"""``python -m tests.gold``: how well the software does on the gold it was written with."""

from __future__ import annotations

import sys

from tests.gold.measures import clusters, segmentation, structure, themes

print("On the half of the gold (of the Changning proposal) that the rules were written with.\n")
print(structure(), "\n")
print(segmentation().to_string(index=False), "\n")
print(themes().to_string(index=False), "\n")
print(clusters())
sys.exit(0)
