"""How a test reads what people see: sentences by their numbers, charts by their bars, labels and colours."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from analysis.showing.figures import Chart
from analysis.showing.finding import Finding

_FULL_WIDTH = str.maketrans("，：；！？（）", ",:;!?()")


def folded(text: str) -> str:
    """Chinese stops in one width: the tests are about words and numbers."""
    return text.translate(_FULL_WIDTH)


def numbers(text: str) -> list[str]:
    """The numbers in a text; the 1 of F1 is a name."""
    return re.findall(r"(?<![A-Za-z\d])\d+(?:[,.]\d+)*", text)


def says(text: str, *pieces: str) -> bool:
    """
    Whether the pieces stand in `text` in this order, each whole, and no number stands beside them.

    "1 chapter" is neither in "11 chapter" nor in "1 chapters".
    """
    rest, at = "", 0
    text = folded(text)
    for piece in map(folded, pieces):
        whole = re.compile(rf"(?<![0-9A-Za-z])(?<!\d[.,]){re.escape(piece)}(?![0-9A-Za-z])(?!(?<=\d)[.,]\d)")
        found = whole.search(text, at)
        assert found, f"{piece!r} does not follow in {text[at:]!r}"
        rest += text[at : found.start()] + " "
        at = found.end()
    assert not numbers(rest + text[at:]), f"more numbers than expected in {text!r}"
    return True


def states(
    finding: Finding, en: tuple[str, ...], zh: tuple[str, ...], sentence_ids: tuple[str, ...] = ()
) -> bool:
    """
    Whether a finding says the pieces in both languages, in whole sentences, and with which evidence behind
    it.
    """
    assert finding.sentence_ids == sentence_ids
    assert finding.en.endswith((".", "?")) and finding.zh.endswith(("。", "？"))
    return says(finding.en, *en) and says(finding.zh, *zh)


# --- charts ----------------------------------------------------------------------------------------------


def panels(chart: Chart) -> list[Any]:
    """The axes of a chart that are seen, in reading order."""
    figure: Any = chart.axes.get_figure(root=True)
    return [axes for axes in figure.axes if axes.get_visible() and axes.axison]


def labels(axes: Any) -> list[str]:
    """Labels of the rows from top to bottom."""
    low, high = axes.get_ylim()
    said = axes.yaxis.get_major_formatter()  # panels that share an axis write its labels once
    ordered = [said(place, at) for at, place in enumerate(sorted(axes.get_yticks()))]
    return ordered if low > high else ordered[::-1]


def columns(axes: Any) -> list[str]:
    """Labels of the columns from left to right."""
    ticks = zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
    return [label.get_text() for _, label in sorted(ticks, key=lambda tick: tick[0])]


def written(axes: Any) -> list[str]:
    """Texts written into a chart, from top to bottom and left to right."""
    upside_down = axes.get_ylim()[0] > axes.get_ylim()[1]
    places = [
        (y if upside_down else -y, x, text.get_text())
        for text in axes.texts
        for x, y in [text.get_position()]
    ]
    return [text for _, _, text in sorted(places)]


def bars(axes: Any, *, behind: int = 0) -> list[tuple[str, float, str, str]]:
    """
    Label, length, text at its end and colour of each bar from the top; `behind` bars of a ground are left
    out.
    """
    drawn = [(patch.get_y() + patch.get_height() / 2, patch) for patch in axes.patches[behind:]]
    ordered = [patch for _, patch in sorted(drawn, key=lambda place: place[0])]
    rows = zip(labels(axes), ordered, written(axes), strict=True)
    return [(label, round(bar.get_width(), 6), text, colour(bar)) for label, bar, text in rows]


def colour(artist: Any) -> str:
    from matplotlib.colors import to_hex

    found = artist.get_facecolor() if hasattr(artist, "get_facecolor") else artist.get_color()
    return to_hex(found).upper()


# --- pages -----------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """
    Elements of a piece of HTML as (tag, attributes, all the text inside), in the order in which they begin.
    """

    VOID = frozenset({"input", "br", "img", "meta"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._around: list[tuple[int, ...]] = []  # of each element, those that it stands in
        self._open: list[int] = []
        self.feed(html)
        self.close()
        assert not self._open, f"not closed: {[self.elements[at][0] for at in self._open]}"

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in self.VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self._around.append(tuple(self._open))
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for at in self._open:
            self.elements[at][2].append(data)

    def all(self, tag: str, *, inside: str = "", **attributes: str) -> list[tuple[dict[str, str], str]]:
        """
        Attributes and text of the elements of a tag in their order.

        ``class_``, ``lang`` … narrow them, `inside` to those in an element of a class.
        """
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            (has, "".join(text))
            for (name, has, text), around in zip(self.elements, self._around, strict=True)
            if name == tag
            and all(has.get(key) == value for key, value in wanted.items())
            and (not inside or any(self.elements[at][1].get("class") == inside for at in around))
        ]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        return [text for _, text in self.all(tag, **attributes)]
