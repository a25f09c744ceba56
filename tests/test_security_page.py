"""What docs/security.md promises is held by tests that exist."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def test_every_test_named_on_the_page_exists():
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    defined = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 60
    assert named <= defined, named - defined
