"""The codes of an export that are none of the codebook: the pipeline holds their codings back, as study.yaml says.

They state a group, say who speaks, or are left out. What they are called may be the name of a person.
"""

from collections.abc import Callable

from crosscase.codebooks.listed import CodePath
from crosscase.coding.left_out_codes import LeftOutCodes
from crosscase.readers.code_paths import is_below, levels_of_speaker
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings


def of(settings: ExportSettings) -> Callable[[CodePath], bool]:
    """Whether a code of the export is held back."""
    left_out = LeftOutCodes(settings.leave_out)
    of_group = _code_in(settings.group_from)

    def is_held_back(path: CodePath) -> bool:
        states_group = bool(of_group) and is_below(of_group, path)
        return states_group or bool(levels_of_speaker(settings, path)) or bool(left_out.pattern_of(path))

    return is_held_back


def is_heading(settings: ExportSettings, path: CodePath) -> bool:
    """Whether a code is the one above those that state groups or say who speaks."""
    names = {fold(_code_in(source)) for source in (settings.group_from, settings.participant_from)} - {""}
    return bool(path) and fold(path[-1]) in names


def _code_in(source: str | dict[str, str] | None) -> str:
    return source.get("code", "") if isinstance(source, dict) else ""
