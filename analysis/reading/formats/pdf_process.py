"""
The process in which a PDF is opened: PDF on standard input, its pages as lists of lines in JSON on standard
output.

It is run by its path and imports nothing of this package. A foreign file can crash or fill this process
and leave the other whole.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main(most_memory: int) -> None:
    """Read the PDF with at most so many bytes of address space, where the system can limit it."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    except (ImportError, ValueError, OSError):  # not on Windows: there the time limit alone holds
        pass
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        sys.exit("it is locked with a password" if locked else f"damaged: {error}")
    pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    sys.stdout.buffer.write(json.dumps(pages, ensure_ascii=True).encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
