"""
The study of a notebook: files from where JupyterLab was started, one number of clusters for all, an empty
table with the reason where the text is too short for a method, and what lets numbers lead to their sentences.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.problems import InputProblem, Refusal
from analysis.study import Study
from analysis.tables import build, declared

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["IN_REPORT", "NotebookStudy", "open_study"]

IN_REPORT = "POLICY_TEXT_REPORT"  # the variable that a report sets for its kernels: its pages have links


class NotebookStudy(Study):
    """
    A study whose refused tables are empty, so that a notebook goes on and shows why.

    The reason is the table's ``attrs["refusal"]``. `k` stands wherever a number of clusters may be given.
    """

    k: int | None = None

    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """As a study's; a table that the text is too short for has no row."""
        wanted = {option.name for option in declared(name).options}
        if self.k is not None and "k" in wanted and options.get("k") is None:
            options["k"] = self.k
        try:
            return super().table(name, **options)
        except Refusal as refusal:
            empty = build(name, [])
            empty.attrs.update(table=name, refusal=str(refusal))
            return empty

    def cluster_agreement(self, k: int | None = None) -> dict[str, float]:
        """As a study's; not a number where there are no clusters."""
        return {} if self.cluster_refusal else super().cluster_agreement(k or self.k)


def open_study(
    source: str | None = None,
    *,
    themes: str | None = None,
    lexicon: str | Sequence[str] = (),
    k: int | None = None,
    **reading: Any,
) -> NotebookStudy:
    """
    The study of a notebook: of the proposal, or of the document `source`.

    In JupyterLab it shows a bar with the choice of language; from then on a click on a sentence's number
    shows the sentence (see ``showing.reader``).

    Parameters
    ----------
    source
        A document: a name in the folder where JupyterLab was started or in the notebook's, or a whole path.
    themes, lexicon
        A theme file, and one or several tables of your own words and terms.
    k
        How many clusters; by default their stability decides.
    **reading
        ``errors="replace"`` reads a damaged text, ``script="simplified"`` converts traditional script.

    Raises
    ------
    InputProblem
        When a file cannot be used; one that is missing is told with the folders that were searched.

    Examples
    --------
    >>> open_study().theme("livelihood").name
    '民生'
    """
    tables = [lexicon] if isinstance(lexicon, str) else list(lexicon)
    study = NotebookStudy.open(
        None if source is None else found(source),
        themes=None if themes is None else found(themes),
        lexicon=[found(table) for table in tables],
        **reading,
    )
    study.k = k
    _show_reader(study)
    return study


def _show_reader(study: NotebookStudy) -> None:
    """Show the reader below the cell that runs, if one does and not for a report."""
    shell: Any = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if getattr(shell, "kernel", None) is None or os.environ.get(IN_REPORT):
        return
    from analysis.showing.reader import Reader

    shell.display_pub.publish({"text/html": Reader(study)._repr_html_(), "text/plain": ""})


def found(name: str) -> Path:
    """
    The file of that name in the first of the folders that has it.

    Raises
    ------
    InputProblem
        Names the folders that were searched.
    """
    folders = list(dict.fromkeys(_folders()))
    places = [folder / Path(name).expanduser() for folder in folders]  # a whole path stays what it is
    for place in places:
        if place.exists():
            return place
    if Path(name).is_absolute():
        raise InputProblem(f"{name}: no such file. Check the name and the folder.")
    searched = " and ".join(map(str, folders))
    raise InputProblem(f"{name}: no such file in {searched}. Check the name, or write the whole path.")


def _folders() -> Iterator[Path]:
    """Where JupyterLab was started, as far as it is known, then where the notebook lies and what holds it."""
    if start := os.environ.get("PWD"):  # a kernel runs in its notebook's folder, and keeps this of the shell
        yield Path(start)
    yield Path.cwd()
    if Path.cwd().name == "notebooks":
        yield Path.cwd().parent
