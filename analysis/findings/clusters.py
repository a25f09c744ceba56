"""What is said of clusters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.exhibits import Finding, Findings
from analysis.findings.wording import counted, listed

if TYPE_CHECKING:
    import pandas as pd

MOST = 0.5  # from this agreement on, clusters "largely repeat" another division
LITTLE = 0.25  # below, they have little to do with it
FIRM = 0.75  # mean adjusted Rand index from which a partition is called stable


def _agrees(value: float, en: str, zh: str) -> tuple[str, str]:
    """What an agreement means, in both languages."""
    if value >= MOST:
        return f"they largely repeat {en}", f"大体重复了{zh}"
    if value >= LITTLE:
        return f"they partly follow {en}", f"与{zh}部分一致"
    return f"they cut across {en}", f"与{zh}不一致"


def cluster_quality(profiles: pd.DataFrame, agreement: Mapping[str, float]) -> Findings:
    """How many clusters can be trusted, and how far they repeat the chapters and the dictionary's themes."""
    n = {
        verdict: int((profiles["verdict"] == verdict).sum())
        for verdict in ("stable", "doubtful", "not supported")
    }
    first = Finding(
        f"Of {counted(len(profiles), 'cluster')}, {n['stable']} {'is' if n['stable'] == 1 else 'are'} stable, "
        f"{n['doubtful']} doubtful and {n['not supported']} not supported when a fifth of the paragraphs is left out.",
        f"去掉五分之一段落重新聚类,{len(profiles)}类中稳定的有{n['stable']}类,存疑{n['doubtful']}类,不成立{n['not supported']}类。",
    )
    chapters, themes = agreement["chapters"], agreement["themes"]
    en1, zh1 = _agrees(chapters, "the chapters", "分章")
    en2, zh2 = _agrees(themes, "the themes of the dictionary", "词典主题")
    second = Finding(
        f"Agreement with the chapters is {chapters:.2f} (adjusted mutual information; 1 = the same, 0 = chance): {en1}. "
        f"With the primary themes it is {themes:.2f}: {en2}.",
        f"与章的一致程度为{chapters:.2f}(调整互信息,1为完全相同,0为随机水平):{zh1}。与各段首要主题为{themes:.2f}:{zh2}。",
    )
    return Findings((first, second))


def cluster_number(curve: pd.DataFrame) -> Finding:
    """Which number of clusters is taken, and how much hangs on it (`curve`: of ``cluster_curve``)."""
    taken = curve[curve["chosen"]].iloc[0]
    best = curve.loc[curve["ari"].idxmax()]
    k, ari = int(taken["k"]), float(taken["ari"])
    spread = float(curve["ari"].max() - curve["ari"].min())
    firm_en = (
        "stable as a whole"
        if ari >= FIRM
        else "not stable as a whole, so each cluster must answer for itself"
    )
    firm_zh = "整体稳定" if ari >= FIRM else "整体并不稳定,须逐类判断"
    return Finding(
        f"{k} clusters are taken; over subsamples and readings such a partition agrees with itself at {ari:.2f} (1 = always the same): "
        f"{firm_en}. The numbers tried differ by {spread:.2f}; the steadiest is {int(best['k'])} with {best['ari']:.2f}.",
        f"取{k}类;在不同子样本与读法之间,其自身一致程度为{ari:.2f}(1为完全相同),{firm_zh}。"
        f"所试各类数相差{spread:.2f},最稳的是{int(best['k'])}类({best['ari']:.2f})。",
    )


def cluster_methods(table: pd.DataFrame) -> Findings:
    """How the consensus compares with single methods, and which were refused (`table`: of ``cluster_methods``)."""
    made = table[table["refusal"] == ""]
    own, others = made.iloc[0], made.iloc[1:]
    found = []
    if len(others):
        best = others.loc[others["ari"].idxmax()]
        steadier = own["ari"] > best["ari"]
        shares = listed([f"{row.method} {row.ari:.2f}" for row in others.itertuples()])
        found.append(
            Finding(
                f"Stability of the same number of clusters: consensus {own['ari']:.2f}, {shares}. "
                + ("The consensus is the steadiest." if steadier else f"{best['method']} is as steady."),
                f"同样类数下的稳定性:consensus {own['ari']:.2f}、{shares.replace(' and ', '、').replace(', ', '、')}。"
                + ("以共识聚类最稳。" if steadier else f"{best['method']} 同样稳定。"),
            )
        )
    for row in table[table["refusal"] != ""].itertuples():
        found.append(Finding(f"Refused: {row.refusal}", f"{row.method} 不予计算:{row.refusal}"))
    return Findings(tuple(found))


def cluster_partings(partings: pd.DataFrame, units: int, *, sure: float = 0.75) -> Finding:
    """How many units stand with those of another chapter, and which do so most surely (`partings`: of that function)."""
    surest = partings[partings["strength"] >= sure]
    return Finding(
        f"{counted(len(partings), 'paragraph')} of {units} {'stands' if len(partings) == 1 else 'stand'} in another chapter than most of "
        f"{'its' if len(partings) == 1 else 'their'} cluster, {len(surest)} of them with a strength of {sure} or more: "
        "what they share is not what the headings say.",
        f"{units}段中有{len(partings)}段与其所在类的多数段落不在同一章,其中{len(surest)}段归属度在{sure}以上:这些联系标题并未说明。",
        tuple(surest["unit_id"]),
    )
