"""What stops a build before its first step: faults of study.yaml, of the models that it names, and of CITATION.cff.

Read while Snakemake parses the workflow, so nothing heavy is imported here.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from crosscase.coding.severity import SEVERITY
from crosscase.detectors import model_folders
from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.packages import citation
from crosscase.study import configuration
from crosscase.study.facts import CONFIG, Study


def read(schema: Path) -> Study:
    """The study of the working directory. Raises StudyError with every problem of all these files."""
    problems = citation.problems(citation.FILE)
    try:
        study = configuration.read(CONFIG, schema)
    except StudyError as error:
        raise StudyError([*error.problems, *problems]) from None
    stop_on([*_unknown_checks(study), *model_folders.problems(study), *problems])
    return study


def _unknown_checks(study: Study) -> Iterator[Problem]:
    for check in sorted(set(study.severity) - set(SEVERITY)):
        near = get_close_matches(check, SEVERITY, 1)
        remedy = f"Did you mean {near[0]!r}?" if near else "config/README.md lists them."
        yield Problem(CONFIG, "severity", f"{check!r} is not one of the checks", remedy)
