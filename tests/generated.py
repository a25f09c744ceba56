"""What is made from the register: ``python -m tests.generated`` (or ``make generated``) writes it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import analysis.study  # noqa: F401 (whose modules declare the tables)
from analysis import reference
from analysis.arguments import OTHERS
from analysis.judgements.theme_files import load_themes
from analysis.judgements.theme_quality import ASSESSED, measured
from analysis.tables import TABLES
from tests.conftest import ROOT


def formatted(source: str) -> str:
    """The source as ruff lays it out, without imports that it does not use."""
    for command in (["check", "--fix", "--select", "F401,I001"], ["format"]):
        asked = [
            sys.executable,
            "-m",
            "ruff",
            *command,
            "--stdin-filename",
            "analysis/study_tables/any.py",
            "-",
        ]
        source = subprocess.run(
            asked, input=source, capture_output=True, check=True, cwd=ROOT, encoding="utf-8"
        ).stdout
    return source


def contents() -> dict[Path, str]:
    """Every generated file, or file with a generated part, as it should be."""
    tables = [TABLES[name] for name in sorted(TABLES)]
    readme = ROOT / "README.md"
    shown = [one for one in tables if one.make is not None or one.name == "documents"]
    head = (
        "# Tables\n\nWhat one row is, the columns, and what may be asked. Made from the register by `make "
        "generated`: do not edit.\n\n"
    )
    return {
        **{
            ROOT / "analysis" / "study_tables" / f"{module}.py": formatted(source)
            for module, source in reference.study_methods(tables).items()
        },
        ROOT / "docs" / "tables.md": head + reference.markdown(tables),
        readme: _filled(
            readme.read_text(encoding="utf-8"),
            {"commands": reference.commands(shown, OTHERS), "themes": themes_found()},
        ),
    }


def _filled(text: str, parts: dict[str, str]) -> str:
    """The text with what is made between its marks."""
    for name, part in parts.items():
        text = _part(name).sub(lambda found, part=part: found[1] + part + found[2], text)
    return text


def _part(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)", re.DOTALL)


def themes_found() -> str:
    """How well each theme is found, as a Markdown table."""
    quality = measured().set_index("theme")
    rows = [
        "| theme | sentences | precision | recall | F1 | a list alone | readers (kappa) |",
        "|---|---|---|---|---|---|---|",
    ]
    for theme in load_themes():
        name = f"{theme.name_en} {theme.name}"
        if theme.id not in quality.index or not quality.loc[theme.id, "assessed"]:
            n = f"fewer than {ASSESSED}" if theme.learned else "a list of its own"
            rows.append(f"| {name} | {n} | not assessed | | | | |")
            continue
        one = quality.loc[theme.id]
        f1 = f"{one['f1']:.2f} ({one['f1_low']:.2f}–{one['f1_high']:.2f})"
        figures = [f"{one[at]:.2f}" for at in ("precision", "recall", "f1_list", "kappa")]
        rows.append(
            f"| {name} | {one['n']:,} | {figures[0]} | {figures[1]} | {f1} | {figures[2]} | {figures[3]} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    for path, text in contents().items():
        path.write_text(text, encoding="utf-8", newline="\n")
