"""When Snakemake looks for steps that can begin, and what ends it before or while it does."""

import threading
from typing import Any

from crosscase.messages.reporting import report_errors
from crosscase.running import locks


def plan_alone(workflow: Any) -> None:
    """Let Snakemake neither build nor look at what a build would do while another process builds in this folder.

    The other one removes results to make them again. Snakemake calls such a result protected or its date unknown, or
    tells what will never be done. Called when the rules are known; a list of them is still given.
    """
    execute = workflow.execute

    def execute_alone(*arguments: Any, **settings: Any) -> Any:
        with report_errors():
            locks.refuse_beside_build()
        return execute(*arguments, **settings)

    workflow.execute = execute_alone


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
