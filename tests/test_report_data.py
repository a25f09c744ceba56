"""The tables of a report's pages as files beside them."""

from __future__ import annotations

import base64

from analysis.report.data import with_data_files


def link(table: str, content: str) -> str:
    data = base64.b64encode(content.encode()).decode()
    return f'<a download="{table}.csv" href="data:text/csv;charset=utf-8;base64,{data}">'


def test_a_table_is_one_file_wherever_it_stands_and_two_of_a_name_are_two():
    first = link("terms", "a\n1\n") + link("terms", "a\n2\n") + link("terms", "a\n1\n")
    made = dict(with_data_files([("03-x.html", first), ("04-y.html", link("terms", "a\n2\n"))]))
    assert made == {
        "03-x.html": "".join(
            f'<a download="{name}" href="{name}">'
            for name in ("03-x-terms.csv", "03-x-terms-2.csv", "03-x-terms.csv")
        ),
        "03-x-terms.csv": "a\n1\n",
        "03-x-terms-2.csv": "a\n2\n",
        "04-y.html": '<a download="03-x-terms-2.csv" href="03-x-terms-2.csv">',
    }


def test_tables_of_two_kinds_are_two_files_though_they_hold_the_same():
    made = dict(with_data_files([("a.html", link("gaps", "x\n") + link("services", "x\n"))]))
    assert set(made) == {"a.html", "a-gaps.csv", "a-services.csv"}
