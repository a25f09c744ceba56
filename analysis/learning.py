"""The command ``learn``: a theme file from sentences that a person has coded."""

from __future__ import annotations

from pathlib import Path

from analysis import messages, outputs


def learned(codes: str | Path, id_: str, name: str, output: str | Path | None = None) -> int:
    """
    Write the theme file, and tell how well it will do and what to code next; 0, the command's exit status.

    Raises
    ------
    InputProblem
        When the id is none, the codes cannot be used, or the output cannot be written.
    """
    from analysis.judgements.theme_files import check_id
    from analysis.judgements.theme_own import learn_theme, read_codes, told
    from analysis.setup import Setup

    check_id(id_)
    if output:
        outputs.destination(output, inputs=[codes])
    setup = Setup()
    cut, stop_words = setup.segmenter().words, setup.lexicon().stop_words
    found = learn_theme(read_codes(codes), id_, name, cut, stop_words)
    for line in told(found):
        messages.tell(line)
    if output:
        outputs.write(found.file.encode(), output, inputs=[codes])
    else:
        outputs.write_standard(found.file.encode())
    return 0
