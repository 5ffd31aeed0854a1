"""Redact a file of passages, one a line, and say how long that took, how much memory, and how many had something.

    python -m benchmarks.redact_once SENTENCES PASSAGES

SENTENCES is a file of marked sentences; its register and language are used. The first passages are redacted once before
the measurement, so that the vocabulary is loaded.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path

from benchmarks.read_once import highest_memory
from tests.evaluation import sentences
from tests.evaluation.finder import redactor

_FIRST = 1000


def main() -> None:
    """Redact, and print a JSON object."""
    ours, setting = redactor(sentences.read(Path(sys.argv[1])))
    touched = 0
    with open(sys.argv[2], encoding="utf-8") as passages:
        for passage in islice(passages, _FIRST):
            ours.redact(passage, setting)
        passages.seek(0)
        begin, cpu = time.perf_counter(), time.process_time()
        for passage in passages:
            redacted = ours.redact(passage, setting)
            touched += bool(redacted.doubts) or redacted.text != passage
        seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
    print(json.dumps({"seconds": seconds, "cpu": cpu, "memory": highest_memory(), "touched": touched}))


if __name__ == "__main__":
    main()
