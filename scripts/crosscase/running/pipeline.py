"""Where the pipeline lies: its Snakefile, rules, scripts, profile and schema, in a clone as in an installed wheel.

The wheel holds the files of a clone in the same places below one folder (see pyproject.toml), so that there is one
layout to find them in, and a package that a study hands over holds the same code whichever of them built it.
"""

from pathlib import Path

from crosscase.messages.errors import Problem, StudyError

PACKAGE = Path(__file__).parents[1]
SCRIPTS = PACKAGE.parent
ROOT = SCRIPTS.parent  # the folder of the Snakefile
SNAKEFILE = ROOT / "Snakefile"
PROFILE = ROOT / "profiles/default"
PROJECT = ROOT / "pyproject.toml"
SCHEMA = ROOT / "workflow/schemas/study.schema.yaml"


def check_place() -> None:
    """Raise StudyError where Snakemake could not run the scripts: it reads braces in their paths as placeholders."""
    if set(str(ROOT)) & set("{}"):
        what = "a folder of crosscase has a brace in its name, which Snakemake reads as a placeholder"
        raise StudyError(Problem(str(ROOT), "", what, "Rename the folder, or move crosscase to another one."))
