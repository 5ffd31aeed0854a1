"""Bytes that no container explains: as text if they are text, else what in them could be text.

ASSUME: in bytes that are no text a run of fewer than six letters stands there by chance; in ten megabytes of them any
given name of four letters does.
"""

import codecs
import re
from collections.abc import Iterator

SHORTEST = 6  # letters of what is found in bytes that are no text
_MARKS = (  # the longer ones first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of a text; of compressed bytes a tenth are such
_SAMPLE = 65_536
_RUN = re.compile(rf"(?:[^\W_]|[ .,'’@_+/\\:-]){{{SHORTEST},}}")
_WIDE = (  # letters of two bytes, Latin to Armenian and the rarer Greek ones
    ("utf-16-le", re.compile(rb"(?:[\x20-\xff]\x00|[\x00-\xff][\x01-\x05\x1e\x1f]){%d,}" % SHORTEST, re.DOTALL)),
    ("utf-16-be", re.compile(rb"(?:\x00[\x20-\xff]|[\x01-\x05\x1e\x1f][\x00-\xff]){%d,}" % SHORTEST, re.DOTALL)),
)


def decoded(data: bytes) -> str | None:
    """The text that the bytes are, or None where they are none. Two readings of an old encoding follow each other."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    if len(_CONTROLS.findall(data, 0, _SAMPLE)) > _MOST_CONTROLS * min(len(data), _SAMPLE):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(data.decode(encoding, "replace") for encoding in ("utf-8", "cp1252", "iso8859-2", "iso8859-7"))


def runs(data: bytes) -> str:
    """What could be text among other bytes, a run a line; also without a letter that a length before it looks like."""
    found = [match[0] for match in _RUN.finditer(data.decode("utf-8", "replace"))]
    found += [match[0] for match in _RUN.finditer(data.decode("latin-1"))]
    for encoding, pattern in _WIDE:
        found += [match[0].decode(encoding, "replace") for match in pattern.finditer(data)]
    return "\n".join(reading for run in found for reading in _readings(run))


def _readings(run: str) -> Iterator[str]:
    yield from (run, run[1:], run[:-1], run[1:-1])


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in most languages every other byte of it is the same few."""
    sample = data[:_SAMPLE]
    if len(sample) < 2 * SHORTEST or len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (
            sum(high.count(byte) for byte in b"\x00\x01\x03\x04") > 0.9 * len(high)
            and high.count(0) < len(sample) * 0.9
        ):
            low = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
            if low.count(0) < 0.1 * len(low):
                return encoding
    return None
