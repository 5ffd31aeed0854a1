"""Where the pipeline lies: its Snakefile, rules, scripts and schema."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
ROOT = PACKAGE.parents[1]  # the folder of the Snakefile
SCHEMA = ROOT / "workflow/schemas/study.schema.yaml"
