"""What is made from the register: ``python -m tests.generated`` (or ``make generated``) writes it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import analysis.study  # noqa: F401 (whose modules declare the tables)
from analysis import reference
from analysis.arguments import OTHERS
from analysis.tables import TABLES
from tests.conftest import ROOT

_README = re.compile(r"(<!-- commands -->\n).*?(\n<!-- end of commands -->)", re.DOTALL)


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
        readme: _README.sub(
            lambda found: found[1] + reference.commands(shown, OTHERS) + found[2],
            readme.read_text(encoding="utf-8"),
        ),
    }


if __name__ == "__main__":
    for path, text in contents().items():
        path.write_text(text, encoding="utf-8", newline="\n")
