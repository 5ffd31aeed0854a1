"""Bytes in no known container: as text if they are text, otherwise the runs in them that could be text.

In other bytes than text short names occur by chance: `chance` says how many letters prove a name.
"""

import codecs
import re
from collections.abc import Iterator

from crosscase.detectors.normalisation import normalised_text

SHORTEST = 6  # letters of a run
READINGS = 4  # of each run, in `runs`
_MARKS = (  # the longer ones first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # share in a text; in compressed bytes it is a tenth
_SAMPLE = 65_536
_RUN = re.compile(rf"[\w .,'’@+/\\:&#;-]{{{SHORTEST},}}")  # one set of signs: alternatives would be slow
# Entities; Greek, Cyrillic and full width: letters that look like others.
_DISGUISED = re.compile("&#?\\w+;|[\u0370-\u052f\uff01-\uff5e]")
_WIDE = (  # letters of two bytes, Latin to Armenian and the rarer Greek ones
    ("utf-16-le", re.compile(rb"(?:[\x20-\xff]\x00|[\x00-\xff][\x01-\x05\x1e\x1f]){%d,}" % SHORTEST, re.DOTALL)),
    ("utf-16-be", re.compile(rb"(?:\x00[\x20-\xff]|[\x01-\x05\x1e\x1f][\x00-\xff]){%d,}" % SHORTEST, re.DOTALL)),
)


def decoded(data: bytes) -> str | None:
    """The bytes as text, or None if they are not text. Several readings of an old encoding follow each other."""
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
    """The different runs that could be text, one a line; also without a first or last letter, which may be a length."""
    found = dict.fromkeys(_RUN.findall(data.decode("utf-8", "replace")))
    found |= dict.fromkeys(_RUN.findall(data.decode("latin-1")))
    for encoding, pattern in _WIDE:
        found |= dict.fromkeys(run.decode(encoding, "replace") for run in dict.fromkeys(pattern.findall(data)))
    return "\n".join(reading for run in found for reading in _readings(run))


def _readings(run: str) -> Iterator[str]:
    if _DISGUISED.search(run):
        run = normalised_text(run)
    yield from (run, run[1:], run[:-1], run[1:-1])


def _wide_encoding(data: bytes) -> str | None:
    """The encoding of UTF-16 without a byte order mark: in most languages every other byte has few values."""
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
