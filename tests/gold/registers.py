"""
``python -m tests.gold.registers DOCUMENTS… -o FOLDER``: sheets for a person to judge, of the registers, the
figures and the commitments.

One sheet per table, ``reg_TABLE.tsv``: a hundred rows drawn with a fixed seed from the documents named,
each with the text of a sentence. Whoever judges writes 1 (right) or 0 (wrong) into ``right``, and why into
``note``. ``python -m tests.gold.registers SHEETS…`` then tells how many are right, with a 95 % interval.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path

from analysis.study import Study
from analysis.tables import SEPARATOR

ROWS, SEED = 100, 20261126
COLUMNS = ("table", "document", "sentence_id", "claim", "heading", "before", "text", "right", "note")


def claims(study: Study, table: str) -> Iterator[tuple[str, str]]:
    """
    What each row of a register says of a sentence, with the sentence's id; `places_all_rows` are those of
    places that are not shown unless asked for, too.
    """
    name, _, only = table.partition("_")
    rows = study.table(name, **({only: True} if only else {}))
    for row in rows.to_dict("records"):
        yield from _CLAIMS[table](row)


def _ids(cell: str) -> list[str]:
    return [id_ for id_ in cell.split(SEPARATOR) if id_]


def _slogans(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield row["first"], f"{row['expression']} — kind: {row['kind']}"


def _places(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    promised = f"promised: {row['actions'] or '-'}; role: {row['role'] or '-'}"
    yield row["sentence_id"], f"place: {row['place']} ({row['type']}); {promised}; mode: {row['mode']}"


def _roles(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    whose = f"{row['holder']}{' (implied)' if row['implied'] else ''}"
    kind = f"{row['type']}, for: {row['scope'] or '-'}, {row['confidence']}"
    yield row["sentence_id"], f"{whose} → {row['role']} ({kind})"


def _organisations(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    acts = set(_ids(row["actor_ids"]))
    for id_ in _ids(row["sentence_ids"])[:2]:
        yield id_, f"{row['organisation']} ({row['type']}){' — acts here' if id_ in acts else ''}"


def _programmes(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield _ids(row["sentence_ids"])[0], f"{row['programme']} ({row['type']})"


def _beneficiaries(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for id_ in _ids(row["sentence_ids"]):
        yield id_, f"{row['group']} ({row['group_en']}) gets something"
    for id_ in _ids(row["mention_ids"]):
        yield id_, f"{row['group']} ({row['group_en']}) is named"


def _gaps(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for id_ in _ids(row["sentence_ids"]):
        about = f"{row['theme']}{'.' + row['subtheme'] if row['subtheme'] else ''}"
        yield id_, f"{about} — {row['stage']}"


def _results(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    done = f"{row['result_year']}: {row['result_expression']}"
    due = f"{row['target_year']}: {row['target_expression']} ({row['target_id']})"
    yield row["result_id"], f"{row['indicator']} {done} beside {due}"


def _targets(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    if not row["in_name"]:
        of = f"indicator: {row['indicator'] or '-'}"
        status = f"{row['status']}{' (estimated)' if row['estimated'] else ''}"
        yield (
            row["sentence_id"],
            (
                f"{row['expression']} ({row['kind']}{' ' + row['direction'] if row['direction'] else ''}): "
                f"{row['value']} {row['unit']}; {status}; {of}"
            ),
        )


def _commitments(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    told = f"actions: {row['actions'] or '-'}; wording: {row['wording']}; checkable: {row['has_target']}"
    who = f"actor: {row['actor'] or '-'}; deadline: {row['deadline'] or '-'}"
    yield row["sentence_id"], f"mode: {row['mode']}; {told}; {who}"


_CLAIMS = {
    "slogans": _slogans, "places": _places, "places_all_rows": _places,
    "roles": _roles, "organisations": _organisations,
    "programmes": _programmes, "beneficiaries": _beneficiaries, "gaps": _gaps, "results": _results,
    "targets": _targets, "commitments": _commitments,
}  # fmt: skip


def sheet(studies: Sequence[Study], table: str) -> list[dict[str, str]]:
    """A hundred rows of a register, drawn with a fixed seed from several documents; all of fewer."""
    drawn = [
        _row(study, table, id_, claim)
        for study in studies
        for id_, claim in dict.fromkeys(claims(study, table))
    ]
    return random.Random(SEED).sample(drawn, min(ROWS, len(drawn)))


def _row(study: Study, table: str, id_: str, claim: str) -> dict[str, str]:
    from analysis.reading import headings_above

    sentences = study.counted_sentences.reset_index(drop=True)
    at = sentences.index[sentences["sentence_id"] == id_][0]
    heading = " / ".join(headings_above(study.document)(int(sentences.loc[at, "start"])))
    before = str(sentences.loc[at - 1, "text"]) if at else ""
    cells = (table, study.document.id, id_, claim, heading, before, sentences.loc[at, "text"], "", "")
    return dict(
        zip(COLUMNS, (str(cell).replace("\t", " ").replace("\n", " ") for cell in cells), strict=True)
    )


def write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    """Write a sheet."""
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet_ = csv.DictWriter(file, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        sheet_.writeheader()
        sheet_.writerows(rows)


def read(path: Path) -> list[dict[str, str]]:
    """Read a sheet, judged or not."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def wilson(right: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not n:
        return 0.0, 1.0
    z, share = 1.96, right / n
    middle, width = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - width) / (1 + z * z / n), (middle + width) / (1 + z * z / n)


def score(rows: Sequence[dict[str, str]]) -> str:
    """A line: how many of a judged sheet's rows are right."""
    judged = [row for row in rows if row["right"].strip() in ("0", "1")]
    right = sum(row["right"].strip() == "1" for row in judged)
    name = rows[0]["table"] if rows else "empty sheet"
    if not judged:
        return f"{name}: {len(rows)} rows, none judged; write 1 or 0 into the column right."
    low, high = wilson(right, len(judged))
    left = f", {len(rows) - len(judged)} not judged" if len(judged) < len(rows) else ""
    return (
        f"{name}: {right} of {len(judged)} right, {right / len(judged):.2f} ({low:.2f} to {high:.2f}){left}"
    )


def main(words: Sequence[str]) -> None:
    """Write sheets, or score judged ones."""
    if "-o" not in words:
        for name in words:
            print(score(read(Path(name))))
        return
    at = words.index("-o")
    folder, studies = Path(words[at + 1]), [Study.open(name) for name in words[:at]]
    for table in _CLAIMS:
        rows = sheet(studies, table)
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / f"reg_{table}.tsv", rows)
        print(f"reg_{table}.tsv: {len(rows)} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
