"""Other libraries give the same: nltk, lexicalrichness and prince (``python -m tests.oracles``)."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures import association, pair_measures, richness
from analysis.measures.correspondence import correspondence
from tests.conftest import ROOT

VALUES: dict[str, Any] = json.loads((ROOT / "tests" / "oracles" / "values.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", VALUES["pairs"], ids=lambda row: "-".join(map(str, row["given"])))
def test_nltk_measures_pairs_alike(row: dict[str, Any]):
    f, f1, f2, n = row["given"]
    assert pair_measures.mutual_information(f, f1, f2, n) == pytest.approx(row["pmi"])
    assert pair_measures.t_score(f, f1, f2, n) == pytest.approx(row["student_t"])
    assert pair_measures.dice(f, f1, f2) == pytest.approx(row["dice"])
    assert association.chi_square(f, f2 - f, f1, n - f1) == pytest.approx(row["chi_sq"])
    signed = float(pair_measures.signed_log_likelihood(f, f1, f2, n))
    assert abs(signed) == pytest.approx(row["likelihood_ratio"], rel=1e-6)
    assert (signed > 0) == (row["pmi"] > 0)


@pytest.mark.parametrize("row", VALUES["texts"], ids=lambda row: str(len(row["words"])))
def test_lexicalrichness_measures_texts_alike(row: dict[str, Any]):
    assert richness.mattr(row["words"], window=50) == pytest.approx(row["mattr"])
    assert richness.mtld(row["words"]) == pytest.approx(row["mtld"])
    assert richness.yule_k(row["words"]) == pytest.approx(row["yule_k"])


@pytest.mark.parametrize("row", VALUES["tables"], ids=lambda row: str(len(row["counts"])))
def test_prince_finds_the_same_dimensions(row: dict[str, Any]):
    found = correspondence(pd.DataFrame(row["counts"]))
    assert found.inertias.head(2).tolist() == pytest.approx(row["inertias"], rel=1e-6)
    for ours, theirs in ((found.rows, row["rows"]), (found.columns, row["columns"])):
        other = np.array(theirs)
        for at in (0, 1):
            mine = ours[f"dim{at + 1}"].to_numpy()
            sign = np.sign(mine @ other[:, at])
            np.testing.assert_allclose(mine, sign * other[:, at], atol=1e-6)
