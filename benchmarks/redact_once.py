"""Redact a file of passages, one a line, and say how long that took, how much memory, and how many had something.

    python -m benchmarks.redact_once SENTENCES PASSAGES

SENTENCES is a file of marked sentences; its register and language are used. The first passages are redacted once before
the measurement, so that the vocabulary is loaded. The first pass over all, which learns their words, is timed, too.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path

from benchmarks.read_once import highest_memory
from crosscase.anonymisation.corpus import Corpus
from crosscase.readers.raw import RawCoding
from tests.evaluation import sentences
from tests.evaluation.finder import redactor

_FIRST = 1000
_OF_DOCUMENT = 200  # passages of an interview


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
        passages.seek(0)
        first_pass = time.process_time()
        Corpus(
            RawCoding("", str(number // _OF_DOCUMENT), (), passage, None, None, None, None, (), {})
            for number, passage in enumerate(passages)
        )
        first_pass = time.process_time() - first_pass
    answer = {"seconds": seconds, "cpu": cpu, "first_pass": first_pass, "memory": highest_memory(), "touched": touched}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
