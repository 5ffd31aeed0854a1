"""Snakemake's logger plugin `crosscase`: a build that says little. Snakemake finds the package by its name.

`snakemake --logger crosscase` asks for it, as `crosscase build` does. crosscase.console holds what it prints.
"""

import logging
import sys
import threading
from logging import Handler, LogRecord
from types import TracebackType

from snakemake_interface_logger_plugins.base import LogHandlerBase

from crosscase.console.build_output import BuildOutput


class LogHandler(LogHandlerBase):
    """Prints Snakemake's records as crosscase does, or as Snakemake does where more was asked for."""

    interval = 1.0  # seconds between two looks at the clock
    is_quiet: bool
    output: BuildOutput

    def __post_init__(self) -> None:
        """Decide by the options of the command line who prints."""
        asked = self.common_settings
        self.is_quiet = not (asked.verbose or asked.printshellcmds or asked.debug_dag)
        self.output = BuildOutput(is_plan=bool(asked.dryrun))
        self._own = None if self.is_quiet else self._snakemakes_own()
        self._ended = threading.Event()
        self._python_says = sys.excepthook
        if self.is_quiet:
            threading.Thread(target=self._tick, daemon=True).start()
            sys.excepthook = self._say_what_ended

    def emit(self, record: LogRecord) -> None:
        """Print one record."""
        try:
            if self._own:
                self._own.handle(record)
            else:
                self.output.show(record)
        except Exception:
            self.handleError(record)

    def close(self) -> None:
        """Print what is left to say."""
        self._ended.set()
        if self.is_quiet and self.output.close(sys.exc_info()[1]):
            logging.lastResort = logging.NullHandler()  # Snakemake would print a traceback of its own code
        super().close()

    def _say_what_ended(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A sentence where Ctrl-C ends Snakemake while it plans, which it leaves to Python."""
        if issubclass(kind, KeyboardInterrupt):
            self.output.interrupt()
        else:
            self._python_says(kind, error, trace)

    def _tick(self) -> None:
        """Keep the progress line up to date while no step begins or ends."""
        while not self._ended.wait(self.interval):
            self.acquire()
            try:
                if not self._ended.is_set():
                    self.output.draw()
            finally:
                self.release()

    def _snakemakes_own(self) -> Handler:
        from snakemake.logging import ColorizingTextHandler, DefaultFormatter

        asked = self.common_settings
        own: Handler = ColorizingTextHandler(
            nocolor=asked.nocolor,
            stream=sys.stdout if asked.stdout else sys.stderr,
            formatter=DefaultFormatter(asked.quiet, asked.show_failed_logs),
        )
        return own

    @property
    def writes_to_stream(self) -> bool:
        """It writes to the terminal, so Snakemake does not."""
        return True

    @property
    def writes_to_file(self) -> bool:
        """Snakemake's log file stays Snakemake's."""
        return False

    @property
    def has_filter(self) -> bool:
        """Snakemake's filter decides by `--quiet` what comes here."""
        return False

    @property
    def has_formatter(self) -> bool:
        """Records are formatted one by one."""
        return True

    @property
    def needs_rulegraph(self) -> bool:
        """The graph of rules is not shown."""
        return False
