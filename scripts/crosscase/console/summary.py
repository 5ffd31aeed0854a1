"""What a build that went well says at its end: what was counted, what is to decide, what to open."""

from collections.abc import Collection
from pathlib import Path

from crosscase.running import share_notice
from crosscase.running.share_notice import LEAK_VERDICT, NOTICE
from crosscase.running.steps import ALSO_BY

_COUNTED = (Path("results/validation/verdict.txt"), Path("results/verification/verdict.txt"), LEAK_VERDICT)
_TO_DECIDE = (Path("results/disclosure/verdict.txt"),)
_NOT_SEARCHED = f"This build did not search the results for identifiers, so {NOTICE} lies there. Run `crosscase build`."
_MAY_NAME_SOMEBODY = f"These results show texts of the study that may name somebody, so {NOTICE} lies there."
_PAGE = Path("results/report/index.html")
_ARCHIVE = "results/archive/*.qdpx"


def format_summary(made: Collection[str]) -> str:
    """The text; empty where a build has made none of it.

    `made`: what this build made or found up to date. What it did not look at may be out of date, so it says nothing.
    """
    counted, waiting = [], []
    for path in _present(_COUNTED, made):
        first, *others = path.read_text(encoding="utf-8").splitlines()
        counted.append(first)
        waiting += others  # of the validation: the words that wait for review
    for path in _present(_TO_DECIDE, made):
        waiting += path.read_text(encoding="utf-8").splitlines()
    opened = [str(path) for path in _present((_PAGE, *sorted(Path().glob(_ARCHIVE))), made)]
    for_team = [f"{ALSO_BY}/"] if any(Path(path).is_relative_to(ALSO_BY) for path in made) else []
    sections = {
        "What was counted:": counted,
        "What is to decide:": waiting,
        "What to open:": opened,
        "What is for the team alone:": for_team,
    }
    parts = [[heading, *(f"  {line}" for line in lines)] for heading, lines in sections.items() if lines]
    if NOTICE.exists():
        is_unfinished = share_notice.is_of_unfinished_build(NOTICE.read_text(encoding="utf-8"))
        parts.append([_NOT_SEARCHED if is_unfinished else _MAY_NAME_SOMEBODY])
    return "\n".join(line for part in parts for line in part)


def _present(paths: tuple[Path, ...], made: Collection[str]) -> list[Path]:
    return [path for path in paths if str(path) in made and path.exists()]
