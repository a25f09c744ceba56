"""What is said of words and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.exhibits import Finding, Findings
from analysis.findings.wording import counted, listed
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document


def top_terms(counts: pd.DataFrame, *, top: int = 5) -> Finding:
    """The most frequent terms of one group, with counts and the share of words they make up."""
    shown = counts.head(top)
    share = shown["rate"].sum() / 10
    en = listed([f"{term} ({n})" for term, n in zip(shown["term"], shown["n"], strict=True)])
    zh = "、".join(f"{term}({n}次)" for term, n in zip(shown["term"], shown["n"], strict=True))
    return Finding(
        f"Most frequent: {en}; together {share:.1f} % of all words.",
        f"最常见的是{zh},合计占全部词数的{share:.1f}%。",
    )


def key_terms(table: pd.DataFrame) -> Finding:
    """How many words set a group apart surely, and the first of each group that has one (`table`: of keyness)."""
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
    nodes = {*edges["word1"], *edges["word2"]}
    groups = {*edges["community1"], *edges["community2"]}
    strongest = edges.iloc[0]
    return Finding(
        f"The strongest pairs join {counted(len(nodes), 'word')} in {counted(len(groups), 'community', 'communities')}; "
        f"the strongest of all, {strongest['word1']} and {strongest['word2']}, share {counted(int(strongest['n']), 'sentence')}.",
        f"最强的词对连接{len(nodes)}个词,分为{len(groups)}群;最强的一对是“{strongest['word1']}”与“{strongest['word2']}”,"
        f"同现于{strongest['n']}句。",
    )


def string_count(text: str, document: Document, sentences: pd.DataFrame) -> Finding:
    """How often a string stands in the body, as characters, whatever words it belongs to."""
    hits = sentences[sentences["text"].str.contains(text, regex=False)]
    n = int(sentences["text"].str.count(text).sum())
    if not n:
        return Finding(f"The string {text} never stands in the body.", f"正文中从未出现“{text}”这一字串。")
    return Finding(
        f"The string {text} stands {counted(n, 'time')} in {counted(len(hits), 'sentence')}.",
        f"“{text}”这一字串出现{n}次,见于{len(hits)}句。",
        tuple(hits["sentence_id"]),
    )


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
