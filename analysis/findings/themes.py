"""What is said of themes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.exhibits import Finding
from analysis.findings.wording import counted, listed, quoted
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.codebook import Theme

MOST = 0.5  # from this share on, "most" is said


def theme_ranking(themes: Sequence[Theme], sizes: pd.DataFrame, *, top: int = 3) -> Finding:
    """Which themes take the most space and which the least (`sizes`: of ``theme_sizes``)."""
    found = sizes[sizes["sentences"] > 0]
    names = {theme.id: (theme.name_en, theme.name) for theme in themes}
    if found.empty:
        return Finding(
            "No sentence speaks of any of the themes by their expressions.",
            "按各主题的词语,全文没有论及任何主题的句子。",
        )
    first = [(*names[row.theme], 100 * row.clause_share) for row in found.head(top).itertuples()]
    last = names[found.iloc[-1]["theme"]]
    silent = [names[id_] for id_ in sizes.loc[sizes["sentences"] == 0, "theme"]]
    more = len(found) > top
    en = f"Most space: {listed([f'{en} ({share:.0f} %)' for en, _, share in first])}"
    zh = f"篇幅居前的是{'、'.join(f'{zh}({share:.0f}%)' for _, zh, share in first)}"
    return Finding(
        f"{en}{f'; least: {last[0]}' if more else ''}. Counted are the characters of the clauses that speak of a theme."
        + (f" Not spoken of: {listed([en for en, _ in silent])}." if silent else ""),
        f"{zh}{f',最少的是{last[1]}' if more else ''}(按论及该主题的分句字数计)。"
        + (f"未论及:{'、'.join(zh for _, zh in silent)}。" if silent else ""),
    )


def theme_share(theme: Theme, sizes: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """How many sentences and characters speak of a theme, and in how many chapters (`sizes`: of ``theme_sizes``)."""
    row = sizes[sizes["theme"] == theme.id].iloc[0]
    n, chapters = int(row["sentences"]), int(row["chapters"])
    if not n:
        return Finding(
            f"No sentence of this document speaks of {theme.name_en} {theme.name} by the expressions of the theme.",
            f"按本主题的词语,文中没有论及“{theme.name}”的句子。",
        )
    where_en = f", in {counted(chapters, 'chapter')}" if chapters else ""
    where_zh = f",分布于{chapters}章" if chapters else ""
    share, clauses = 100 * row["share"], 100 * row["clause_share"]
    return Finding(
        f"{theme.name_en} {theme.name}: {counted(n, 'sentence')} of {len(sentences):,}{where_en}. "
        f"They hold {share:.0f} % of the characters; the clauses that speak of it, {clauses:.0f} %.",
        f"{theme.name}:{len(sentences):,}句中有{n}句{where_zh}。这些句子占总字数的{share:.0f}%,其中论及该主题的分句占{clauses:.0f}%。",
        tuple(row["sentence_ids"].split(SEPARATOR)),
    )


def concentration(theme: Theme, coverage: pd.DataFrame, outline: pd.DataFrame) -> Finding:
    """Where the theme's characters stand: most of them in one chapter, or spread."""
    rows = coverage[(coverage["theme"] == theme.id) & (coverage["chapter"] > 0)]
    total = int(rows["characters"].sum())
    if not total:
        return Finding("No chapter to be named.", "没有可指出的章。")
    top = rows.loc[rows["characters"].idxmax()]
    share = top["characters"] / total
    titles = outline[outline["level"] == "chapter"].set_index("chapter")["title"]
    name = titles.get(top["chapter"], "")
    least = int((rows["characters"] == 0).sum())
    none_en = f" {counted(least, 'chapter has', 'chapters have')} none." if least else ""
    none_zh = f"有{least}章完全没有。" if least else ""
    if share >= MOST:
        en, zh = "Most of it stands in", "主要集中在"
    else:
        en, zh = "It is spread; the largest part stands in", "分布较散,最多的是"
    return Finding(
        f"{en} chapter {top['chapter']} ({name}): {100 * share:.0f} % of the theme's characters.{none_en}",
        f"{zh}第{top['chapter']}章{quoted(name)},占该主题字数的{100 * share:.0f}%。{none_zh}",
        (f"c{top['chapter']}",),
    )


def heading_only(theme: Theme, themes: pd.DataFrame) -> Finding:
    """Which sentences have a theme only by the heading above them (`themes`: of ``find_themes``)."""
    rows = themes[(themes["theme"] == theme.id) & (themes["source"] == "heading")]
    if rows.empty:
        return Finding(
            "No sentence owes the theme to its heading alone.",
            "没有仅因标题而归入本主题的句子。",
        )
    words = list(dict.fromkeys(text for cell in rows["evidence"] for text in cell.split(SEPARATOR)))
    one = len(rows) == 1
    return Finding(
        f"{counted(len(rows), 'more sentence')} {'stands' if one else 'stand'} below a heading that names the theme "
        f"({', '.join(words)}) without doing so {'itself' if one else 'themselves'}; {'it is' if one else 'they are'} "
        "pale in the strip and in none of the counts.",
        f"另有{len(rows)}句自身未提及,但其标题点明本主题({'、'.join(words)});全文带中以浅色表示,不计入任何数字。",
        tuple(rows["sentence_id"]),
    )


def own_words(vocabulary: pd.DataFrame, *, top: int = 8) -> Finding:
    """The words that set a theme's sentences apart and are none of its expressions (`vocabulary`: of ``theme_vocabulary``)."""
    sure = vocabulary[vocabulary["survives"] & (vocabulary["log_ratio"] > 0)]
    other = sure.loc[~sure["in_theme"], "term"].head(top).tolist()
    en = (
        f"besides the theme's own expressions: {listed(other)}"
        if other
        else "all of them expressions of the theme"
    )
    zh = f"主题词语之外的有{'、'.join(other)}" if other else "均为本主题的词语"
    return Finding(
        f"{counted(len(sure), 'word')} {'sets' if len(sure) == 1 else 'set'} the theme's sentences apart from the rest of the document"
        + (f", {en}." if len(sure) else "."),
        f"与其余文字相比,本主题的句子有{len(sure)}个突出的词" + (f",{zh}。" if len(sure) else "。"),
    )


def headline_word(theme: Theme, word: str, occurrences: pd.DataFrame, themes: pd.DataFrame) -> Finding:
    """How often the headline word itself stands, and how many of the theme's sentences do without it."""
    found = occurrences[(occurrences["expression"] == word) & occurrences["whole"]]
    inside = int(((occurrences["expression"] == word) & ~occurrences["whole"]).sum())
    ids = themes.loc[themes["theme"] == theme.id, "sentence_id"]
    without = ids[~ids.isin(found["sentence_id"])]
    more_en = f", and {counted(inside, 'time')} only inside another word" if inside else ""
    more_zh = f",另有{inside}次只是别的词的一部分" if inside else ""
    return Finding(
        f"The word {word} stands {counted(len(found), 'time')} in {counted(found['sentence_id'].nunique(), 'sentence')}{more_en}. "
        f"{len(without)} of the theme's {counted(len(ids), 'sentence')} {'does' if len(without) == 1 else 'do'} without it.",
        f"“{word}”一词出现{len(found)}次,见于{found['sentence_id'].nunique()}句{more_zh}。"
        f"该主题的{len(ids)}句中,有{len(without)}句不含此词。",
        tuple(dict.fromkeys(found["sentence_id"])),
    )


def expressions_used(theme: Theme, counts: pd.DataFrame) -> Finding:
    """How many of the theme's expressions the document uses, and which group stands without any."""
    used = counts[counts["n"] > 0]
    names = {group.id: (group.name_en, group.name) for group in theme.groups}
    silent = [id_ for id_ in names if id_ not in set(used["subtheme"])]
    en = f" Without any: {listed([names[id_][0] for id_ in silent])}." if silent else ""
    zh = f"完全没有的子主题:{'、'.join(names[id_][1] for id_ in silent)}。" if silent else ""
    idle = int(((counts["n"] > 0) & (counts["n_counted"] == 0)).sum())
    idle_en = f" {idle} of these {'is' if idle == 1 else 'are'} no evidence anywhere (a longer expression around it, or no companion)."
    idle_zh = f"其中{idle}个未构成依据(被更长词语包含,或缺少所需的上下文)。"
    return Finding(
        f"{len(used)} of the theme's {counted(len(counts), 'expression')} occur{'s' if len(used) == 1 else ''} in the document."
        f"{idle_en if idle else ''}{en}",
        f"该主题的{len(counts)}个词语中,文中用到{len(used)}个。{idle_zh if idle else ''}{zh}",
    )


def never(counts: pd.DataFrame, expressions: Sequence[str], *, of_en: str, of_zh: str) -> Finding:
    """Which of some `expressions` never occur, and where the others do."""
    table = counts.set_index("expression").reindex(expressions)
    used = table[table["n"] > 0]
    ids = [id_ for cell in used["sentence_ids"] for id_ in cell.split(SEPARATOR)]
    absent = [text for text in expressions if text not in used.index]
    has_en = listed([f"{text} ({int(n)})" for text, n in used["n"].items()]) or "none"
    has_zh = "、".join(f"{text}({int(n)}次)" for text, n in used["n"].items()) or "无"
    not_en = f" Never: {listed(absent)}." if absent else ""
    not_zh = f"从未出现:{'、'.join(absent)}。" if absent else ""
    return Finding(f"{of_en}: {has_en}.{not_en}", f"{of_zh}:{has_zh}。{not_zh}", tuple(dict.fromkeys(ids)))
