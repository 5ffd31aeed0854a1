"""How long some work takes: by the clock, and of the processors, which other work on the machine hardly changes."""

import resource
import time
from collections.abc import Callable


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of all processors."""
    wall, used = time.perf_counter(), _used()
    work()
    return time.perf_counter() - wall, _used() - used


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
