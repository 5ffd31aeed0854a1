"""Codes from an export of codings, where a tool's codebook was not exported: MAXQDA's segments, Dedoose's excerpts.

The codes are those that the passages have, and those that the file lists besides. Nothing is defined. ATLAS.ti's report
of quotations is left out: only a codebook says which comma in its cells separates two codes.
"""

from collections.abc import Iterator
from importlib import import_module

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import export_formats
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export
from crosscase.study.facts import ExportSettings

_FORMATS = ("dedoose", "maxqda", "nvivo_matrix", "qualcoder_csv", "requal_csv", "taguette_csv")


def recognise(look: Look) -> Likeness:
    """A file that looks like an export of codings."""
    readers = (import_module(f"{export_formats.__package__}.{name}") for name in _FORMATS)
    found: list[Likeness] = [reader.recognise(look) for reader in readers]
    return max(found, key=lambda likeness: likeness.confidence)


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order in which the passages have them, then those that no passage has."""
    name, _ = export_formats.recognise(source.path)
    settings = ExportSettings(source.path, name, separator=source.separator)
    export = Export(source.path, settings, limits=source.limits)
    used: set[tuple[str, ...]] = set()
    for coding in export_formats.read(export):
        if coding.code_path not in used:
            used.add(coding.code_path)
            yield ListedCode(coding.code_path, "", None, coding.locator)
    for number, path in enumerate(sorted(export.notes.code_paths - used), 1):
        yield ListedCode(path, "", None, f"unused code {number}")
