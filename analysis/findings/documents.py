"""What is said of a document and of its soundness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.exhibits import Finding, Findings
from analysis.findings.wording import counted, listed, quoted

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document


def document(document: Document, sentences: pd.DataFrame) -> Finding:
    """What the document is and how large: title, issuer, date, chapters, articles, sentences, characters."""
    characters = int((sentences["end"] - sentences["start"]).sum())
    sizes = [
        (len(document.chapters), "chapter", "章"),
        (len(document.articles), "article", "条"),
        (len(document.passages), "paragraph", "段"),
        (len(sentences), "sentence", "句"),
    ]
    en = listed([counted(n, noun) for n, noun, _ in sizes if n])
    zh = "、".join(f"{n:,}{unit}" for n, _, unit in sizes if n)
    by_en = f" Issued by {document.issuer}." if document.issuer else ""
    on_en = (
        f" Adopted on {document.adopted}." if document.adopted else " It does not say when it was adopted."
    )
    by_zh = f"制定机关:{document.issuer}。" if document.issuer else ""
    on_zh = f"通过日期:{document.adopted}。" if document.adopted else "文中未载明通过日期。"
    return Finding(
        f"“{document.title}”.{by_en}{on_en} The body has {en}: {counted(characters, 'character')} with punctuation.",
        f"《{document.title}》。{by_zh}{on_zh}正文共{zh},含标点{characters:,}字。",
    )


def integrity(check: pd.DataFrame) -> Findings:
    """What is wrong with the document, then what was done to read it and how many lines were left out."""
    problems = check[check["severity"] == "problem"]
    found: list[Finding] = []
    for _, same in problems.groupby("finding", sort=False):
        found += (
            [_problem(same)]
            if len(same) > _ONE_BY_ONE
            else [_problem(row) for _, row in same.groupby(same.index)]
        )
    if not found:
        found.append(Finding("No gap was found in headings and numbering.", "标题与编号未发现缺漏。"))
    notes = check[(check["severity"] == "note") & (check["finding"] != "dropped_line")]
    if len(notes):
        en = "; ".join(f"line {row.line}: {row.detail}" for row in notes.itertuples())
        zh = ";".join(f"第{row.line}行:{row.detail_zh}" for row in notes.itertuples())
        found.append(Finding(f"What was done to read the file: {en}.", f"读入时所作处理:{zh}。"))
    dropped = int((check["finding"] == "dropped_line").sum())
    if dropped:
        lines_en = "line around the text was" if dropped == 1 else "lines around the text were"
        found.append(
            Finding(
                f"{dropped} {lines_en} left out of the body, each listed with its reason in the structure notebook.",
                f"另有{dropped}行正文以外的内容未纳入,逐行及理由见结构一节。",
            )
        )
    return Findings(tuple(found))


_ONE_BY_ONE = 3  # problems of one kind that are told one by one


def _problem(same: pd.DataFrame) -> Finding:
    """Problems of one kind: where, what stands there, what is wrong."""
    lines = [str(line) for line in same["line"]]
    where_en = f"{'Line' if len(lines) == 1 else 'Lines'} {listed(lines)}"
    texts = [quoted(text) for text in same["text"] if text]
    more = len(texts) > _ONE_BY_ONE
    shown = [*texts[:_ONE_BY_ONE], "…"] if more else texts
    en = f"{where_en}{', ' if shown else ''}{', '.join(shown)}: {_stopped(same['detail'].iloc[0], '.')}"
    zh = f"第{'、'.join(lines)}行{'、'.join(shown)}:{_stopped(same['detail_zh'].iloc[0], '。')}"
    return Finding(en, zh, tuple(id_ for id_ in same["heading_id"] if id_))


def _stopped(text: str, stop: str) -> str:
    return text if text.endswith(("?", "？")) else text + stop


def lower_bound(check: pd.DataFrame) -> Finding:
    """A warning that travels with figures: headings without body make every count a lower bound."""
    empty = check[check["finding"].str.startswith("empty_")]
    if empty.empty:
        return Finding(
            "Every heading has its body: no count is known to be short.",
            "各标题均有正文,未发现会使计数偏低的缺漏。",
        )
    ids = tuple(empty["heading_id"])
    texts = [text.rstrip("。") for text in empty["text"]]
    return Finding(
        f"{counted(len(ids), 'heading has', 'headings have')} no body in this copy ({listed(texts)}): "
        "figures on what would stand there are lower bounds.",
        f"本文本有{len(ids)}个标题没有正文({'、'.join(texts)}):凡涉及其内容的数字均为下限。",
        ids,
    )


def sentence_lengths(sentences: pd.DataFrame) -> Finding:
    """How long the sentences are, and which is the longest."""
    length = sentences["end"] - sentences["start"]
    longest = sentences.loc[length.idxmax(), "sentence_id"]
    return Finding(
        f"Half of the sentences have {length.median():.0f} characters or more; the longest has {length.max():,}.",
        f"句长中位数为{length.median():.0f}字;最长一句{length.max():,}字。",
        (longest,),
    )


def refused(problem: Exception) -> Finding:
    """Why something was not computed for this document."""
    return Finding(f"Not computed for this document: {problem}", f"本文不作此项计算:{problem}")


def no_headings() -> Finding:
    """For documents whose parts cannot be compared."""
    return Finding(
        "This document has no numbered headings that could be told apart, so its parts are not compared.",
        "本文没有可识别的编号标题,不作各部分比较。",
    )
