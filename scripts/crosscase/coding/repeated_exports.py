"""Exports with the same codings: one that the study has twice, such as a copy that was added again, counts twice.

Codings are the same that agree in participant, code, words and place. Where both exports name their coders, these have
to agree, too: two people may have coded the same interviews alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from crosscase.coding.issues import Inspector
from crosscase.storage.schemas import Issue

COLUMNS = ("participant", "code_path", "text", "start", "end", "coder")  # of `AnonymisedCoding`
Codings = Iterable[tuple[object, ...]]
_BITS = 128
_REMEDY = "Remove one of them from `exports` in config/study.yaml, if it is the same export twice."


def inspect(codings: Mapping[str, Codings], inspector: Inspector) -> Iterator[Issue]:
    """An issue of each export whose codings, read once with these `COLUMNS`, are all those of an earlier one."""
    first: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for export, rows in codings.items():
        number, of_codings, of_coders = _sums(rows)
        alike = first.setdefault((number, of_codings), []) if number else []
        same = next((name for name, coders in alike if not (coders and of_coders) or coders == of_coders), None)
        if same is not None:
            message = f"its codings are those of the export {same}, so each of them counts twice"
            yield inspector.issue("repeated_export", "", export, message, _REMEDY)
        alike.append((export, of_coders))


def _sums(rows: Codings) -> tuple[int, int, int]:
    """The number of codings, and sums of their digests, which no order changes: without and with coders (0: none)."""
    number = of_codings = of_coders = 0
    for *coding, coder in rows:
        number += 1
        of_codings += _digest(coding)
        of_coders += _digest([*coding, coder]) if coder else 0
    return number, of_codings % 2**_BITS, of_coders % 2**_BITS


def _digest(values: list[object]) -> int:
    return int.from_bytes(sha256(repr(values).encode()).digest()[: _BITS // 8])
