"""
The tables of the register as methods of a study, typed, so that editors and type checkers know them.

Made from the register by ``make generated``: do not edit.
"""

from analysis.study_tables.judgements import JudgementsTables
from analysis.study_tables.measures import MeasuresTables
from analysis.study_tables.reading import ReadingTables
from analysis.study_tables.words import WordsTables


class StudyTables(JudgementsTables, MeasuresTables, ReadingTables, WordsTables):
    """What a study can be asked for."""
