"""
The tables of ``analysis.judgements`` as methods of a study.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.study_tables.asked import Asked

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


class JudgementsTables(Asked):
    """Each method makes the table of its name."""

    def beneficiaries(self) -> pd.DataFrame:
        """Who is said to get something, who is named besides, and who is never named."""
        return self.table("beneficiaries")

    def cluster_chapters(self, k: int | None = None) -> pd.DataFrame:
        """Paragraphs by cluster and chapter."""
        return self.table("cluster_chapters", k=k)

    @property
    def cluster_curve(self) -> pd.DataFrame:
        """Stability by number of clusters, with the number chosen."""
        return self.table("cluster_curve")

    def cluster_members(self, k: int | None = None) -> pd.DataFrame:
        """Each cluster with its size, stability, words and paragraphs."""
        return self.table("cluster_members", k=k)

    def cluster_sentences(self, k: int | None = None) -> pd.DataFrame:
        """The sentences of each cluster that hold most of its words."""
        return self.table("cluster_sentences", k=k)

    def cluster_stability(self, k: int | None = None) -> pd.DataFrame:
        """How well each cluster is found again in subsamples."""
        return self.table("cluster_stability", k=k)

    def cluster_terms(self, k: int | None = None, *, top: int = 10) -> pd.DataFrame:
        """The words that set each cluster apart."""
        return self.table("cluster_terms", k=k, top=top)

    def clusters(self, k: int | None = None) -> pd.DataFrame:
        """
        Paragraphs in `k` clusters, by default as many as stability chooses, with how far each can be trusted.
        """
        return self.table("clusters", k=k)

    def commitments(
        self, *, mode: Literal["forward", "backward", "situation", "other"] | None = None
    ) -> pd.DataFrame:
        """What looks forward, back or at the situation; what is promised and how firmly."""
        return self.table("commitments", mode=mode)

    @property
    def coverage(self) -> pd.DataFrame:
        """How much of each chapter speaks of each theme."""
        return self.table("coverage")

    def expression_chapters(self, theme: str, *, top: int = 20) -> pd.DataFrame:
        """The most frequent expressions of a theme by chapter."""
        return self.table("expression_chapters", theme=theme, top=top)

    def expressions(self, theme: str) -> pd.DataFrame:
        """How often each expression of a theme stands in the document, zeros included."""
        return self.table("expressions", theme=theme)

    def firmness(self) -> pd.DataFrame:
        """How firmly what is ahead is worded, and whether it can be checked."""
        return self.table("firmness")

    def gaps(self, *, theme: str | None = None) -> pd.DataFrame:
        """From gap to measure, theme by theme; sub-themes for the themes that have them."""
        return self.table("gaps", theme=theme)

    def indicators(self) -> pd.DataFrame:
        """The figures of a document's tables of indicators."""
        return self.table("indicators")

    def modes(self) -> pd.DataFrame:
        """How much of each chapter looks ahead, back and at the situation."""
        return self.table("modes")

    def occurrences(self, theme: str) -> pd.DataFrame:
        """Every place where an expression of a theme stands."""
        return self.table("occurrences", theme=theme)

    def organisations(
        self,
        *,
        type: Literal[
            "department",
            "government",
            "party",
            "congress",
            "justice",
            "military",
            "mass",
            "education",
            "research",
            "health",
            "company",
            "culture",
            "border",
            "international",
        ]
        | None = None,
    ) -> pd.DataFrame:
        """Organisations that are named, the most frequent first, and where they are to act."""
        return self.table("organisations", type=type)

    def place_names(self) -> pd.DataFrame:
        """Every place that is named, where it is named."""
        return self.table("place_names")

    def places(self, *, all_rows: bool = False) -> pd.DataFrame:
        """
        What places are promised, and what they are to be, in the rows to rely on; or all that are named.
        """
        return self.table("places", all_rows=all_rows)

    def programmes(self) -> pd.DataFrame:
        """The projects and programmes that are named, the most frequent first."""
        return self.table("programmes")

    def quotations(self, theme: str) -> pd.DataFrame:
        """The sentences of a theme with their place, evidence and text, in reading order."""
        return self.table("quotations", theme=theme)

    def results(self, *, against: Study | None = None) -> pd.DataFrame:
        """Last year's result beside this year's target, or beside the target that an earlier report set."""
        return self.table("results", against=against)

    def roles(self) -> pd.DataFrame:
        """Whose hub, gateway, highland, model … and how confidently."""
        return self.table("roles")

    def senses(self, *, of: str) -> pd.DataFrame:
        """What a name refers to each time that it stands."""
        return self.table("senses", of=of)

    def services(self, theme: str) -> pd.DataFrame:
        """Which services get space, actions, binding words and targets that can be checked."""
        return self.table("services", theme=theme)

    def slogans(
        self,
        *,
        kind: Literal["name", "document", "period", "speech", "work", "formula", "slogan", "expression"]
        | None = None,
    ) -> pd.DataFrame:
        """Slogans and other quoted expressions, the most frequent first."""
        return self.table("slogans", kind=kind)

    def subtheme_quality(self, theme: str) -> pd.DataFrame:
        """
        How well the sub-themes of a theme are told apart on documents left out; empty if none are learned.
        """
        return self.table("subtheme_quality", theme=theme)

    def subthemes(self, theme: str) -> pd.DataFrame:
        """How much each chapter says of each group of a theme."""
        return self.table("subthemes", theme=theme)

    def targets(self, *, names: Literal["shown", "hidden", "only"] = "shown") -> pd.DataFrame:
        """Every figure and date of the text; cells of tables are left out."""
        return self.table("targets", names=names)

    @property
    def theme_quality(self) -> pd.DataFrame:
        """How well each theme is found on documents left out, and shares put right by that."""
        return self.table("theme_quality")

    @property
    def themes(self) -> pd.DataFrame:
        """Which sentence speaks of which theme, and by which words."""
        return self.table("themes")

    def uncheckable(self, *, wording: Literal["1", "2", "3"] | None = None) -> pd.DataFrame:
        """Commitments without number, date or completion."""
        return self.table("uncheckable", wording=wording)
