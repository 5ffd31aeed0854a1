"""Snakemake digests each input once, and again when it has changed."""

import subprocess
import sys

from crosscase.running.pipeline import PROFILE
from tests.builders.projects import Study

COUNT = """
import hashlib, sys
from collections import Counter
from types import SimpleNamespace
from snakemake import io
from snakemake.cli import main

read = Counter()

def count(stream, algorithm):
    read[getattr(stream, "name", "")] += 1
    return hashlib.file_digest(stream, algorithm)

io.hashlib = SimpleNamespace(**{**vars(hashlib), "file_digest": count})
try:
    main(sys.argv[1:])
finally:
    print("most:", max(read.values()), "files:", len(read))
"""


def test_a_build_digests_each_input_once(rebuilt_small: Study) -> None:
    """Snakemake alone does so for each output of each step that needs the input: the codebook 30 times and more."""
    arguments = ["--cores", "1", "--snakefile", str(rebuilt_small.snakefile), "--profile", str(PROFILE)]
    command = [sys.executable, "-c", COUNT, *arguments, "--forceall", "--", "results/analysis/cells.csv"]
    run = subprocess.run(command, cwd=rebuilt_small.folder, check=False, text=True, capture_output=True)
    assert run.returncode == 0, run.stdout + run.stderr
    most, files = run.stdout.split("most: ")[1].split(" files: ")
    assert int(files) > 5
    assert int(most) == 1
