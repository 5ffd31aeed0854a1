"""When Snakemake looks for steps that can begin, and that a signal ends it while it does."""

import threading
from typing import Any


def look_when_a_step_ends(workflow: Any) -> None:
    """Let Snakemake look for steps that can begin when one has ended, and at no other time.

    It limits how many jobs it submits in a second. It therefore looks again a second after each look, and those looks
    multiply with the steps. Besides, it ends only after the last such second, so that any build takes one at least. For
    steps on the same machine the limit has no use, since their number is that of the cores. Called before the first.
    """
    if workflow.local_exec and getattr(workflow.scheduler, "job_rate_limiter", None):
        workflow.scheduler.job_rate_limiter = None


def end_at_a_signal(workflow: Any) -> None:
    """Let Snakemake take a signal while its scheduler is at work. Called before the first step.

    Its handler of SIGTERM asks for a lock that the scheduler has while it looks after a step that has ended: the same
    thread would wait for itself for ever.
    """
    if hasattr(workflow.scheduler, "_lock"):
        workflow.scheduler._lock = threading.RLock()
