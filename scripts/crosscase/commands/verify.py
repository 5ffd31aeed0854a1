"""Check a package that a study has handed over, and count its cells and tables again.

Works without the study and its raw data. The code that checks lies in the package, too, in code/scripts/verifier, and
runs there with any Python. Exit code 2 also stands for a file that is no package.
"""

import argparse

EXAMPLE = "crosscase verify results/provenance/crate.zip"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which package."""
    which = "a package, zip or folder (default: the package of the study, results/provenance/crate.zip)"
    parser.add_argument("package", nargs="?", metavar="PACKAGE", help=which)


def run(options: argparse.Namespace) -> int:
    """Run the verifier as a reviewer would: in a process of its own, without the code of the pipeline."""
    import subprocess
    import sys
    from pathlib import Path

    from crosscase.messages.errors import Problem, UsageError, missing_file
    from crosscase.running import pipeline
    from crosscase.study import study_folder

    given = [options.package] if options.package else []
    if options.study is not None or not given:
        given = study_folder.enter(options.study, *given) or ["results/provenance/crate.zip"]
    package = str(Path(given[0]).expanduser())
    remedy = "A build makes results/provenance/crate.zip if the study has a CITATION.cff."
    if not Path(package).exists():
        raise UsageError(missing_file(package, remedy))
    if Path(package).is_dir() and not (Path(package) / "ro-crate-metadata.json").exists():
        raise UsageError(Problem(package, "", "this folder is not a package", remedy))
    verifier = [sys.executable, str(pipeline.SCRIPTS / "verifier"), package]
    return subprocess.run(verifier, check=False).returncode  # noqa: S603 (our own command, without a shell)
