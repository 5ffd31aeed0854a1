"""Puts crosscase's output in the place of Snakemake's own, which a log file keeps whole.

With `--logger crosscase` Snakemake does that itself. Without it, the Snakefile does it where Snakemake has found the
plugin, that is where crosscase is installed; elsewhere Snakemake prints as it always does. Whoever asks Snakemake for
more (`--printshellcmds`, `--verbose`) gets its own output, and so does who asks Snakemake itself for a dry run.
"""

import logging
import shlex
import sys
from pathlib import Path
from typing import Any

from crosscase.console import failures
from crosscase.console.build_output import KIND
from crosscase.running.steps import TERMINAL

NAME = "crosscase"  # of the plugin
_SPARE = 9  # the number of the stream that leads a step past the file, to the terminal


def handler_of(workflow: Any) -> Any:
    """The plugin's handler of this run, put in place where it can be; None where Snakemake prints by itself."""
    from snakemake.logging import logger
    from snakemake_interface_logger_plugins.registry import LoggerPluginRegistry

    manager = workflow.logger_manager
    if manager.plugin_handlers or manager.settings.skip_plugin_handlers or not workflow.is_main_process:
        ours = [handler for handler in manager.plugin_handlers if getattr(handler, "is_quiet", False)]
        return ours[0] if ours else None
    registry = LoggerPluginRegistry()
    if not registry.is_installed(NAME):
        return None
    plugin: Any = registry.get_plugin(NAME)
    handler = plugin.log_handler(manager.settings, None)
    own = [found for found in logger.handlers if found.name == "DefaultStreamHandler"]
    if not handler.is_quiet or handler.output.is_plan or not own:
        return None
    handler.filters = own[0].filters
    logger.removeHandler(own[0])
    logger.addHandler(handler)
    return handler


class Speaker:
    """What the Snakefile says, through the plugin where it prints, else as before: by itself."""

    def __init__(self, workflow: Any) -> None:
        self._handler = handler_of(workflow)

    @property
    def file_of_steps(self) -> Path | None:
        """The file that gets what steps write to stderr, if there is one."""
        return self._handler.output.printed_by_steps if self._handler else None

    def begin(self, logs: list[str]) -> None:
        """Before the first step: send what the steps write to stderr into a file beside Snakemake's log."""
        from snakemake.shell import shell

        if self._handler is None or not logs:
            return
        file = Path(logs[-1]).with_suffix(".steps")
        shell.prefix(prefix_of_steps(file, is_bash=Path(shell.get_executable() or "sh").name == "bash"))
        self._handler.output.printed_by_steps = file

    def answer(self, text: str) -> None:
        """Print the answer to what was asked."""
        self._say("answer", text)

    def summarise(self, text: str) -> None:
        """Print the last words of a build that went well."""
        self._say("summary", text)

    def fail(self, problems: list[str], logs: list[str]) -> None:
        """Print the last words of a build that failed: its problems, and where Snakemake's own output is."""
        if self._handler is None:
            elsewhere = [] if problems else ["The messages above say why."]
            print(f"\n{failures.format_failure(problems, elsewhere, False, '')}", file=sys.stderr)
            return
        log = str(_relative(Path(logs[-1]))) if logs else ""
        text = failures.format_failure(problems, [], False, "")
        self._say("failure", text, logging.ERROR, problems=problems, snakemake_log=log)

    def _say(self, kind: str, text: str, level: int = logging.INFO, **further: Any) -> None:
        from snakemake.logging import logger

        if self._handler is None:
            print(text)
        else:
            logger.log(level, text, extra={KIND: kind, **further})


def prefix_of_steps(file: Path, is_bash: bool) -> str:
    """What the shell does before each step: it sends stderr into a file, and keeps a way past it to the terminal."""
    strict = "set -euo pipefail; " if is_bash else ""
    quoted = shlex.quote(str(file)).replace("{", "{{").replace("}", "}}")
    return f"{strict}exec {_SPARE}>&2; export {TERMINAL}={_SPARE}; exec 2>> {quoted}; "


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
