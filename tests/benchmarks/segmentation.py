"""
``python -m tests.benchmarks.segmentation [MB]``: 100 MB of real text to lists of words, against jieba in the
same run.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator

from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter
from tests.conftest import DOCUMENTS

REFERENCE_MB = 2.0  # jieba takes minutes for more


def lines(megabytes: float) -> Iterator[str]:
    """Real lines, again and again, until there are so many."""
    texts = [path.read_text("utf-8").splitlines() for path in sorted(DOCUMENTS.glob("*.txt"))]
    size = 0
    while True:
        for text in texts:
            for line in text:
                if size >= megabytes * 1e6:
                    return
                size += len(line.encode())
                yield line


def speed(segmenter: Segmenter, megabytes: float) -> float:
    """MB per second, one line at a time, each a list of words that is let go again."""
    begun = time.perf_counter()
    words = sum(len(segmenter.words(line)) for line in lines(megabytes))
    assert words
    return megabytes / (time.perf_counter() - begun)


def memory() -> int:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(megabytes: float) -> None:
    """Print speed, ratio and memory."""
    lexicon = load_lexicon()
    ours, jieba = Segmenter(lexicon), Segmenter(lexicon, engine="jieba")
    slow = speed(jieba, REFERENCE_MB)
    speed(ours, 1)
    before = memory()
    fast = speed(ours, megabytes)
    slow = (slow + speed(jieba, REFERENCE_MB)) / 2  # before and after: the machine's speed varies
    print(
        f"segmentation to lists of words: {megabytes:g} MB at {fast:.1f} MB/s, jieba with the same lexicon "
        f"{slow:.2f} MB/s, ratio {fast / slow:.1f} (aim 8); memory {before} MB after 1 MB, {memory()} MB "
        "after all"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 100)
