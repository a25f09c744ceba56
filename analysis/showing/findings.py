"""
Sentences that state what a table shows, in English and Chinese: computed, so that they hold for any document.

Each function takes tables and gives a `Finding` (or several); whatever interprets holds only under a condition
that is checked here, and says something neutral otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.showing.exhibits import Finding, Findings
from analysis.showing.wording import counted, listed
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.themes import Theme
    from analysis.reading import Document

MOST = 0.5  # from this share on, "most" is said


def quoted(text: str) -> str:
    """
    Text in Chinese quotes; quotes inside become single ones.

    Examples
    --------
    >>> quoted("“十四五”时期")
    '“‘十四五’时期”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def document(document: Document, sentences: pd.DataFrame) -> Finding:
    """What the document is and how large: title, issuer, date, chapters, articles, sentences, characters."""
    characters = int((sentences["end"] - sentences["start"]).sum())
    sizes = [
        (len(document.chapters), "chapter", "章"),
        (len(document.articles), "article", "条"),
        (len(document.passages), "paragraph", "段"),
        (len(sentences), "sentence", "句"),
    ]
    en = listed([counted(n, noun) for n, noun, _ in sizes if n]) or "nothing"
    zh = "、".join(f"{n:,}{unit}" for n, _, unit in sizes if n) or "零句"
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
    if sentences.empty:
        return Finding("The document has no sentence below its headings.", "标题之下没有句子。")
    length = sentences["end"] - sentences["start"]
    longest = sentences.loc[length.idxmax(), "sentence_id"]
    return Finding(
        f"Half of the sentences have {length.median():.0f} characters or more; the longest has {length.max():,}.",
        f"句长中位数为{length.median():.0f}字;最长一句{length.max():,}字。",
        (longest,),
    )


def top_terms(counts: pd.DataFrame, *, top: int = 5) -> Finding:
    """The most frequent terms of one group, with counts and the share of words they make up."""
    shown = counts.head(top)
    if shown.empty:
        return Finding("No term is left to be counted.", "没有可计数的词语。")
    share = shown["rate"].sum() / 10
    en = listed([f"{term} ({n})" for term, n in zip(shown["term"], shown["n"], strict=True)])
    zh = "、".join(f"{term}({n}次)" for term, n in zip(shown["term"], shown["n"], strict=True))
    return Finding(
        f"Most frequent: {en}; together {share:.1f} % of all words.",
        f"最常见的是{zh},合计占全部词数的{share:.1f}%。",
    )


def key_terms(table: pd.DataFrame) -> Finding:
    """How many words set a group apart surely, and the first of each group that has one (`table`: of keyness)."""
    if table.empty:
        return Finding(
            "No word stands often enough to set a part apart.",
            "没有出现得足够多的词语，无从比较各部分的用词。",
        )
    sure = table[table["survives"] & (table["log_ratio"] > 0)]
    first = sure.drop_duplicates("group")
    en = listed([f"{group}: {term}" for group, term in zip(first["group"], first["term"], strict=True)])
    zh = "、".join(f"{group}“{term}”" for group, term in zip(first["group"], first["term"], strict=True))
    return Finding(
        f"Of {counted(len(table), 'comparison')}, {len(sure)} survive the cut for so many"
        + (f"; the surest by group: {en}." if len(first) else "."),
        f"在{len(table)}次比较中,有{len(sure)}次超过多重比较界限"
        + (f";各部分最突出的是{zh}。" if len(first) else "。"),
    )


def no_terms() -> Finding:
    """Said in place of a chart of policy terms."""
    return Finding(
        "No policy term of the lexicon stands in this document; `discover` suggests terms of its own.",
        "文中没有词表所收的政策用语;可用 discover 提取本文用语。",
    )


def no_pairs() -> Finding:
    """Said in place of a co-word network."""
    return Finding(
        "No two words stand together in three sentences: the document is too short for a network.",
        "没有两个词在三个句子中同现:文件太短,不作网络图。",
    )


def co_words(edges: pd.DataFrame) -> Finding:
    """How many words and communities the co-word network has (`edges`: of ``network.network``)."""
    if edges.empty:
        return no_pairs()
    nodes = {*edges["word1"], *edges["word2"]}
    groups = {*edges["community1"], *edges["community2"]}
    strongest = edges.iloc[0]
    return Finding(
        f"The strongest pairs join {counted(len(nodes), 'word')} in {counted(len(groups), 'community', 'communities')}; "
        f"the strongest of all, {strongest['word1']} and {strongest['word2']}, share {counted(int(strongest['n']), 'sentence')}.",
        f"最强的词对连接{len(nodes)}个词,分为{len(groups)}群;最强的一对是“{strongest['word1']}”与“{strongest['word2']}”,"
        f"同现于{strongest['n']}句。",
    )


def theme_share(theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """How many sentences and characters speak of a theme, and in how many chapters."""
    ids = themes.loc[themes["theme"] == theme.id, "sentence_id"].tolist()
    if not ids:
        return Finding(
            f"No sentence of this document speaks of {theme.name_en} {theme.name} by the expressions of the theme.",
            f"按本主题的词语,文中没有论及“{theme.name}”的句子。",
        )
    size = sentences.set_index("sentence_id")
    characters = size["end"] - size["start"]
    share = characters[ids].sum() / characters.sum()
    chapters = sorted(set(size.loc[ids, "chapter"]) - {0})
    where_en = f", in {counted(len(chapters), 'chapter')}" if chapters else ""
    where_zh = f",分布于{len(chapters)}章" if chapters else ""
    return Finding(
        f"{theme.name_en} {theme.name}: {counted(len(ids), 'sentence')} of {len(sentences):,}{where_en}; "
        f"they hold {100 * share:.0f} % of the characters.",
        f"{theme.name}:{len(sentences):,}句中有{len(ids)}句{where_zh},占总字数的{100 * share:.0f}%。",
        tuple(ids),
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


def string_count(text: str, document: Document, sentences: pd.DataFrame) -> Finding:
    """How often a string stands in the body, as characters, whatever words it belongs to."""
    hits = sentences[sentences["text"].str.contains(text, regex=False)]
    n = sum(sentence.count(text) for sentence in sentences["text"])
    if not n:
        return Finding(f"The string {text} never stands in the body.", f"正文中从未出现“{text}”这一字串。")
    return Finding(
        f"The string {text} stands {counted(n, 'time')} in {counted(len(hits), 'sentence')}.",
        f"“{text}”这一字串出现{n}次,见于{len(hits)}句。",
        tuple(hits["sentence_id"]),
    )


def expressions_used(theme: Theme, counts: pd.DataFrame) -> Finding:
    """How many of the theme's expressions the document uses, and which group stands without any."""
    used = counts[counts["n"] > 0]
    names = {group.id: (group.name_en, group.name) for group in theme.groups}
    silent = [id_ for id_ in names if id_ not in set(used["subtheme"])]
    en = f" Without any: {listed([names[id_][0] for id_ in silent])}." if silent else ""
    zh = f"完全没有的子主题:{'、'.join(names[id_][1] for id_ in silent)}。" if silent else ""
    return Finding(
        f"{len(used)} of the theme's {counted(len(counts), 'expression')} occur{'s' if len(used) == 1 else ''} in the document.{en}",
        f"该主题的{len(counts)}个词语中,文中用到{len(used)}个。{zh}",
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


def engines(reference: pd.DataFrame, tokens: pd.DataFrame) -> Finding:
    """Whether two engines cut the document alike."""
    spans = [set(zip(table["start"], table["end"], strict=True)) for table in (reference, tokens)]
    differ = len(spans[0] ^ spans[1])
    if not differ:
        return Finding(
            f"Both engines cut the document into the same {counted(len(tokens), 'token')}.",
            f"两种引擎的切分完全一致,共{len(tokens):,}个词与标点。",
        )
    return Finding(
        f"The engines differ in {counted(differ, 'token')} of {len(tokens):,}.",
        f"两种引擎在{len(tokens):,}个切分单位中有{differ}处不同。",
    )


def terms_kept(table: pd.DataFrame) -> Finding:
    """Of policy terms of one word, how many the plain dictionary tears apart (`table`: ``term``, ``cut``)."""
    if table.empty:
        return Finding(
            "No word that the lexicon adds to the dictionary stands in this document.",
            "文中没有词表在通用词典之外所收的词。",
        )
    torn = int(table["cut"].str.contains(SEPARATOR, regex=False).sum())
    return Finding(
        f"Of the {counted(len(table), 'lexicon word')} that occur in this document, the plain dictionary tears {torn} apart.",
        f"本文出现的{len(table)}个词表用词中,仅凭通用词典会切断{torn}个。",
    )


def segmentation_quality(table: pd.DataFrame) -> Findings:
    """How well the lexicon cuts beside plain jieba (`table`: of ``evaluation.evaluate``)."""
    value = table.set_index(["gold", "segmenter", "measure"])["value"]
    names = {"plans": ("other policy documents", "其他政策文件"), "general": ("general prose", "一般文章")}
    found = []
    for gold, (en, zh) in names.items():
        if gold not in set(table["gold"]):
            continue
        ours = value[gold, "general lexicon", "lenient_f1"]
        plain = value[gold, "plain jieba", "lenient_f1"]
        better = "better than" if ours > plain else "no better than"
        found.append(
            Finding(
                f"On {en} the general lexicon reaches an F1 of {ours:.3f}, {better} plain jieba ({plain:.3f}); "
                f"{value[gold, 'general lexicon', 'crossing_per_1000']:.1f} words in a thousand cross a boundary "
                f"of the gold, instead of {value[gold, 'plain jieba', 'crossing_per_1000']:.1f}.",
                f"在{zh}上,通用词表的F1为{ours:.3f},jieba默认设置为{plain:.3f};"
                f"每千词中跨越人工边界的词为{value[gold, 'general lexicon', 'crossing_per_1000']:.1f}个,"
                f"后者为{value[gold, 'plain jieba', 'crossing_per_1000']:.1f}个。",
            )
        )
    return Findings(tuple(found))


def sensitive_counts(table: pd.DataFrame, *, minimum: int = 5) -> Finding:
    """How many frequent words are counted differently by other segmenters (`table`: of ``sensitivity``)."""
    frequent = table[table["n"] >= minimum]
    if frequent.empty:
        return Finding(
            f"No word is counted {minimum} times or more, so that nothing is said of how counts depend on the cutter.",
            f"没有出现{minimum}次以上的词，无从判断计数是否受切分影响。",
        )
    moved = int((frequent["n_low"] < frequent["n_high"]).sum())
    return Finding(
        f"Of the {counted(len(frequent), 'word')} counted {minimum} times or more, {moved} "
        f"{'gets' if moved == 1 else 'get'} another count from at least one of four other segmenters or lexicons; "
        f"the others do not depend on the cutter.",
        f"计数在{minimum}次以上的{len(frequent)}个词中,有{moved}个在另外四种分词器或词表下至少有一次计数不同,其余与切分无关。",
    )


def candidates(table: pd.DataFrame) -> Finding:
    """How many terms the document has that the lexicon lacks (`table`: of ``discovery.discover``)."""
    if not len(table):
        return Finding(
            "The document holds no recurring expression that the lexicon lacks.",
            "文中没有词表未收的反复出现的用语。",
        )
    first = "、".join(table["term"].head(5))
    return Finding(
        f"The document holds {counted(len(table), 'expression')} that the lexicon may lack, beginning with {first}.",
        f"文中有{len(table)}个词表可能未收的用语,居前的是{first}。",
    )


def cluster_quality(stability: pd.DataFrame, agreement: float) -> Findings:
    """How many clusters can be trusted, and how far they repeat the chapters."""
    n = {
        verdict: int((stability["verdict"] == verdict).sum())
        for verdict in ("stable", "doubtful", "not supported")
    }
    first = Finding(
        f"Of {counted(len(stability), 'cluster')}, {n['stable']} {'is' if n['stable'] == 1 else 'are'} stable, "
        f"{n['doubtful']} doubtful and {n['not supported']} not supported when a fifth of the paragraphs is left out.",
        f"去掉五分之一段落重新聚类,{len(stability)}类中稳定的有{n['stable']}类,存疑{n['doubtful']}类,不成立{n['not supported']}类。",
    )
    if agreement >= MOST:
        en, zh = "they largely repeat the chapters", "大体重复了原有的分章"
    else:
        en, zh = "they cut across the chapters", "与分章并不一致"
    second = Finding(
        f"Agreement with the chapters is {agreement:.2f} (adjusted mutual information; 1 = the same, 0 = chance): {en}.",
        f"与章的一致程度为{agreement:.2f}(调整互信息,1为完全相同,0为随机水平):{zh}。",
    )
    return Findings((first, second))


def no_clusters(problem: str) -> Finding:
    """Said in place of clusters; `problem` is the study's ``cluster_refusal``."""
    return Finding(
        f"The paragraphs of this document are not grouped: {problem}",
        "本文段落太少，或各段用词没有相同之处，不作聚类。",
    )


def no_headings() -> Finding:
    """For documents whose parts cannot be compared."""
    return Finding(
        "This document has no two numbered parts with text below them, so its parts are not compared.",
        "本文没有两个以上有正文的编号部分，不作各部分比较。",
    )
