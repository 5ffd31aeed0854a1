"""Ends a process that takes more memory or processor time than it may, where the operating system has no such limits.

Linux bounds both itself. macOS bounds only the time, and Windows neither: there a thread looks at the process
twenty times a second. Between two looks a process may go beyond its memory.
"""

import sys
from threading import Event, Thread

from crosscase.storage.limits import MB

NEEDED = sys.platform != "linux"
MEMORY, TIME = "memory", "time"
_SECONDS = 0.05  # between two looks


class ProcessWatch:
    """Watches a process for one request, from now until `stop`."""

    def __init__(self, number: int, megabytes: int, seconds: int) -> None:
        self.ended_for = ""  # MEMORY or TIME, if the watch has ended the process
        self._limits = (megabytes * MB, seconds)
        self._done = Event()
        self._thread = Thread(target=self._watch, args=(number,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _watch(self, number: int) -> None:
        import psutil  # not needed on Linux

        memory, seconds = self._limits
        try:
            process = psutil.Process(number)
            before = sum(process.cpu_times()[:2])
            while not self._done.wait(_SECONDS):
                if process.memory_info().rss > memory:
                    self.ended_for = MEMORY
                elif sum(process.cpu_times()[:2]) - before > seconds:
                    self.ended_for = TIME
                if self.ended_for:
                    process.kill()
                    return
        except psutil.Error:  # it has ended by itself
            return
