"""
What a report is made from, read once: every notebook gets the same bytes, whatever happens to the files
meanwhile.

The copies lie in a private folder in which the notebooks run; they name their document by a relative path, so
that no page can show where it came from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.problems import InputProblem
from analysis.reading import content
from analysis.report.origins import fingerprint
from analysis.resources import folder as resource_folder

if TYPE_CHECKING:
    from analysis.reading import Script
    from analysis.reading.decoding import Errors
    from analysis.study import Study


@dataclass(frozen=True, slots=True)
class Snapshot:
    """
    Copies of a report's inputs in a private folder.

    `source` is None for the proposal and `themes` None for the themes that come with the software; what comes
    with it is not copied, but `shipped` tells whether it has changed.
    """

    folder: Path
    source: Path | None
    themes: Path | None
    lexicon: tuple[Path, ...]
    errors: Errors
    script: Script
    shipped: str
    origins: Mapping[str, str]

    @classmethod
    def take(
        cls,
        folder: Path,
        source: Path | None,
        *,
        themes: str | Path | None = None,
        lexicon: Sequence[str | Path] = (),
        errors: Errors = "strict",
        script: Script = "kept",
    ) -> Snapshot:
        """
        Copy the inputs into `folder`, each once read.

        Raises
        ------
        InputProblem
            When one of them cannot be read.
        """
        origins: dict[str, str] = {}

        def copied(place: str, path: str | Path) -> Path:
            target = folder / "inputs" / place / Path(path).name
            target.parent.mkdir(parents=True)
            target.write_bytes(content(Path(path)))
            origins[str(target)] = str(path)
            return target

        return cls(
            folder,
            None if source is None else copied("document", source),
            None if themes is None else copied("themes", themes),
            tuple(copied(f"lexicon-{at}", path) for at, path in enumerate(lexicon, start=1)),
            errors,
            script,
            fingerprint(resource_folder("corpus")),
            origins,
        )

    @property
    def given(self) -> dict[str, object]:
        """What the notebooks open their study with: paths from the folder in which they run."""
        return {
            "source": self._relative(self.source),
            "themes": self._relative(self.themes),
            "lexicon": [self._relative(path) for path in self.lexicon],
            "reading": {"errors": self.errors, "script": self.script},
        }

    @property
    def inputs(self) -> str:
        """A hash over what was asked for and the bytes of every input."""
        files = [path for path in (self.source, self.themes, *self.lexicon) if path is not None]
        hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
        return hashlib.sha256(repr((self.given, hashes, self.shipped)).encode()).hexdigest()

    def _relative(self, path: Path | None) -> str | None:
        return None if path is None else path.relative_to(self.folder).as_posix()

    def study(self, id: str | None = None) -> Study:
        """
        The study of what was copied; `id` is the document's id where its file's name will not do.

        Raises
        ------
        InputProblem
            When one of the inputs cannot be used, by the name that the user gave it.
        """
        from analysis.study import Study

        try:
            return Study.open(
                self.source,
                themes=self.themes,
                lexicon=self.lexicon,
                errors=self.errors,
                script=self.script,
                id=id,
            )
        except InputProblem as problem:
            raise self._named(problem) from None

    def _named(self, problem: InputProblem) -> InputProblem:
        """The problem with the names that the user gave."""
        message = str(problem)
        for copy, origin in self.origins.items():
            message = message.replace(copy, origin)
        return InputProblem(message)

    def refuse_changes(self) -> None:
        """
        Make sure that what comes with the software is what it was when the report was begun.

        Raises
        ------
        InputProblem
            When it was changed, so that pages might rest on two versions.
        """
        if fingerprint(resource_folder("corpus")) != self.shipped:
            raise InputProblem("a file in corpus/ was changed while the report was made. Run it again.")
