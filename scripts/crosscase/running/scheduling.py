"""When Snakemake looks for steps that can begin."""

from typing import Any


def look_when_a_step_ends(workflow: Any) -> None:
    """Let Snakemake look for steps that can begin when one has ended, and at no other time.

    It limits how many jobs it submits in a second. It therefore looks again a second after each look, and those looks
    multiply with the steps. Besides, it ends only after the last such second, so that any build takes one at least. For
    steps on the same machine the limit has no use, since their number is that of the cores. Called before the first.
    """
    if workflow.local_exec and getattr(workflow.scheduler, "job_rate_limiter", None):
        workflow.scheduler.job_rate_limiter = None
