"""How far a build is: the steps at work, and one line about them."""

from dataclasses import dataclass, field

from crosscase.messages.wording import counted

_BAR = 20  # characters
_FIRST_GAP = 5.0  # seconds between two plain lines
_LONGEST_GAP = 600.0
_GROWTH = 1.25  # each plain line waits until this many times the time of the last one: an hour takes 30 lines
_ENOUGH = 3  # finished steps, before the time left can be estimated


@dataclass
class Progress:
    """The steps of one build. Times are seconds of a clock that never goes back; the first one is when steps began."""

    begun: float
    total: int = 0
    done: int = 0
    running: dict[int, str] = field(default_factory=dict)  # the number of a job: its step and export
    latest: str = ""
    printed: float = 0.0  # seconds into the build when the last plain line was printed

    def start(self, job: int, label: str) -> None:
        """A job has begun."""
        self.running[job] = self.latest = label

    def end(self, job: int) -> None:
        """A job has ended, well or not."""
        self.running.pop(job, None)
        self.latest = next(reversed(self.running.values()), self.latest)

    def line(self, now: float, width: int) -> str:
        """Bar, step, export and time left, in at most `width` characters; a narrow terminal gets less of it."""
        count = f"{self.done} of {counted(self.total, 'step')}" if self.total else "starting"
        left = self._time_left(now)
        bar = f"[{'#' * self._filled():.<{_BAR}}] "
        texts = (
            ", ".join(filter(None, (bar + count, self.latest, left))),
            ", ".join(filter(None, (count, self.latest, left))),
            ", ".join(filter(None, (count, self.latest))),
            f"{self.done}/{self.total}",
        )
        return next((text for text in texts if len(text) <= width), "")

    def plain_line_is_due(self, now: float) -> bool:
        """Whether it is time for another line where lines cannot be overwritten. Remembers that it was printed."""
        elapsed = now - self.begun
        gap = min(max(_FIRST_GAP, self.printed * (_GROWTH - 1)), _LONGEST_GAP)
        if elapsed - self.printed < gap:
            return False
        self.printed = elapsed
        return True

    def _filled(self) -> int:
        return _BAR * self.done // self.total if self.total else 0

    def _time_left(self, now: float) -> str:
        """ASSUME: the steps that are left take as long as those that are done took on average."""
        if self.done < _ENOUGH or self.done >= self.total:
            return ""
        return f"about {duration((now - self.begun) / self.done * (self.total - self.done))} left"


def duration(seconds: float) -> str:
    """A duration in the unit in which people say it."""
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= 1.5 * length:
            return f"{round(seconds / length)} {unit}"
    step = 5 if seconds > 20 else 1  # nobody knows a longer time to the second
    return f"{max(round(seconds / step) * step, 1)} s"
