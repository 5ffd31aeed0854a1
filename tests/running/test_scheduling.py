"""Snakemake looks for steps that can begin when one has ended, and ends at a signal meanwhile."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from crosscase.console.failures import INTERRUPTED
from crosscase.running import scheduling
from crosscase.running.pipeline import PROFILE
from tests.builders.projects import Study


@pytest.mark.parametrize(("local", "left"), [(True, None), (False, "limit")])
def test_steps_of_a_cluster_keep_their_limit(local: bool, left: str | None) -> None:
    workflow = SimpleNamespace(local_exec=local, scheduler=SimpleNamespace(job_rate_limiter="limit"))
    scheduling.look_when_a_step_ends(workflow)
    assert workflow.scheduler.job_rate_limiter == left


COUNT = """
import sys
from snakemake.cli import main
from snakemake.scheduling.job_scheduler import JobScheduler

select, looks = JobScheduler.job_selector, []

def count(scheduler, jobs):
    chosen = select(scheduler, jobs)
    looks.append(len(chosen))
    return chosen

JobScheduler.job_selector = count
try:
    main(sys.argv[1:])
finally:
    print("looks:", len(looks), sum(looks))
"""


def test_a_build_looks_once_for_each_step_that_ends(rebuilt_small: Study) -> None:
    """With its limit, Snakemake looks once a second more for each step that has begun."""
    arguments = ["--cores", "1", "--snakefile", str(rebuilt_small.snakefile), "--profile", str(PROFILE)]
    command = [sys.executable, "-c", COUNT, *arguments, "--forceall", "--", "results/validation/summary.csv"]
    run = subprocess.run(command, cwd=rebuilt_small.folder, check=False, text=True, capture_output=True)
    assert run.returncode == 0, run.stdout + run.stderr
    looks, steps = map(int, run.stdout.split("looks: ")[1].split())
    assert steps > 5
    assert looks <= steps


SIGNAL = """
import os, signal, sys
from snakemake.cli import main
from snakemake.scheduling.job_scheduler import JobScheduler

finish = JobScheduler._finish_jobs

def finish_at_a_signal(scheduler):
    finish(scheduler)
    if scheduler.running or scheduler.workflow.dag.ready_jobs:
        os.kill(os.getpid(), signal.SIGTERM)

JobScheduler._finish_jobs = finish_at_a_signal
main(sys.argv[1:])
"""


def test_a_signal_while_a_step_is_looked_after_ends_the_build(rebuilt_small: Study) -> None:
    """Snakemake waited for itself, for ever."""
    arguments = ["--cores", "1", "--snakefile", str(rebuilt_small.snakefile), "--profile", str(PROFILE)]
    command = [sys.executable, "-c", SIGNAL, *arguments, "--forceall", "--", "results/validation/summary.csv"]
    run = subprocess.run(command, cwd=rebuilt_small.folder, check=False, text=True, capture_output=True, timeout=60)
    assert run.returncode == 1
    assert INTERRUPTED in run.stderr
