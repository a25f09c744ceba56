"""
``python -m tests.gold.themes``: how well themes are found on documents left out, beside a list and readers.

``--write`` keeps the table in ``corpus/weights/quality.tsv``, from which notebook and README show it. With
a file, such as ``blank.tsv`` once a person has filled its column `themes`, its codes are held against the
gold. ``--agreement`` tells how the two readers agree. ``--reserve`` holds the shipped weights against six
documents that nothing was made from.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
from sklearn.metrics import cohen_kappa_score

from analysis.resources import folder
from tests.gold.learning import table, themes
from tests.gold.theme_quality import agreement, calibration_error, gold_codes, macro, on_reserve, quality


def person(path: Path) -> pd.DataFrame:
    """Kappa and positive agreement of a person's codes and the gold, a row per theme; blank rows left out."""
    sheet = pd.read_csv(path, sep="\t", dtype="str", keep_default_na=False, quoting=3)
    sheet = sheet[sheet["themes"].str.strip() != ""]
    gold = table("sentences").set_index("id")["themes"].loc[sheet["id"]]
    rows = []
    for theme in themes():
        mine, theirs = (_has(column, theme) for column in (sheet["themes"], gold))
        both = sum(a and b for a, b in zip(mine, theirs, strict=True))
        kappa = cohen_kappa_score(mine, theirs) if any(mine) or any(theirs) else float("nan")
        rows.append(
            (theme, len(mine), sum(mine), sum(theirs), kappa, 2 * both / max(1, sum(mine) + sum(theirs)))
        )
    columns = ["theme", "sentences", "person", "gold", "kappa", "positive_agreement"]
    return pd.DataFrame(rows, columns=columns).round(3)


def _has(column: pd.Series, theme: str) -> list[bool]:
    return [theme in {one.split(".")[0] for one in value.split()} for value in column]


def main(arguments: list[str]) -> None:
    """Print, and write when asked."""
    files = [one for one in arguments if not one.startswith("-")]
    if files:
        print(person(Path(files[0])).to_string(index=False))
        return
    if "--agreement" in arguments:
        print(agreement().round(3).to_string(index=False))
        return
    if "--reserve" in arguments:
        print(on_reserve().round(3).to_string(index=False))
        return
    by_document, confidence = quality()
    print("Judged on documents left out (F1 with the middle 95 % when documents are drawn anew):\n")
    print(by_document.round(3).to_string(index=False))
    print(
        f"\nmacro-F1 of the themes assessed {macro(by_document):.3f}; "
        f"lists alone {macro(by_document, 'f1_list'):.3f}"
    )
    codes = gold_codes()
    error = calibration_error(codes.ravel(), confidence.ravel())
    print(f"calibration error of all rows with confidence .1 or more {error:.3f}")
    if "--write" in arguments:
        path = folder("corpus") / "weights" / "quality.tsv"
        by_document.round(4).to_csv(path, sep="\t", index=False, lineterminator="\n")
    by_family, _ = quality("family")
    chosen = by_family.set_index("theme").loc[["digitalization", "livelihood"], "f1"].round(3).to_dict()
    print(f"families of documents left out: macro-F1 {macro(by_family):.3f}; {chosen}")


if __name__ == "__main__":
    main(sys.argv[1:])
