"""A file becomes a Document: decoded, cleaned, structured, with every dropped line accounted for."""

from analysis.reading.decoding import decode
from analysis.reading.document import Document, DroppedLine, Part
from analysis.reading.formats import SUFFIXES
from analysis.reading.identity import about
from analysis.reading.integrity import check
from analysis.reading.kinds import by_name, is_beside
from analysis.reading.left_out import dropped
from analysis.reading.lines import lines_of
from analysis.reading.loading import read, read_bytes, read_text
from analysis.reading.mapping import mapped
from analysis.reading.numbering import OF_SECTIONS, numbers
from analysis.reading.script import SCRIPTS, Script, checked
from analysis.reading.sections import outline, reach
from analysis.reading.source import content
from analysis.reading.splitting import counted, sentences
from analysis.reading.surroundings import contexts, headings_above

__all__ = [
    "OF_SECTIONS",
    "SCRIPTS",
    "SUFFIXES",
    "Document",
    "DroppedLine",
    "Part",
    "Script",
    "about",
    "by_name",
    "check",
    "checked",
    "content",
    "contexts",
    "counted",
    "decode",
    "dropped",
    "headings_above",
    "is_beside",
    "lines_of",
    "mapped",
    "numbers",
    "outline",
    "reach",
    "read",
    "read_bytes",
    "read_text",
    "sentences",
]
