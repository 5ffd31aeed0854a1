"""The command `crosscase`: finds the verbs, reads the command line, and turns what goes wrong into exit codes.

Each module in `commands` is a verb, called as the module is: `key_rotate` is `crosscase key rotate`. Its docstring is
the help, `EXAMPLE` the example in it, `add_arguments(parser)` says what it takes, `run(options)` does it and returns
the exit code. A verb imports what it needs in `run`, so that the help of all of them costs no time.
"""

import argparse
import importlib
import os
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, NoReturn

from crosscase import commands
from crosscase.messages.errors import StudyError, UsageError, system_problem
from crosscase.messages.suggestions import did_you_mean

DONE, FAULT, WRONG_USAGE, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141
_EXIT_CODES = """\
Exit codes: 0 all went well; 1 the study has a fault, or what you name does not exist in it (the messages say which);
2 the command was used wrongly. 130 stands for an interruption by Ctrl-C, 141 for output that nobody reads any more.
"""
_ONE_OF = "One of:"
_NUMBERS = {"int": "whole number", "float": "number"}


def verbs() -> dict[str, ModuleType]:
    """The module of each verb, by the words that call it; sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    return {name.replace("_", " ", 1): importlib.import_module(f"{commands.__name__}.{name}") for name in names}


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    found = verbs()
    width = max(map(len, found)) + 2
    listed = "\n".join(f"  {verb:<{width}}{_docstring(module)[0]}" for verb, module in found.items())
    whole = _Parser(
        prog="crosscase",
        usage="crosscase VERB [--study DIR] …",
        description="Rebuild every table and heatmap of an interview study from its coded exports.",
        epilog=f"verbs:\n{listed}\n\n`crosscase VERB --help` describes a verb, with an example.\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="print the version of crosscase")
    below: dict[str, Any] = {"required": True, "metavar": "VERB", "help": argparse.SUPPRESS, "parser_class": _Verb}
    groups = {"": whole.add_subparsers(prog="crosscase", **below)}
    for verb, module in found.items():
        group, _, last = verb.rpartition(" ")
        if group not in groups:
            names = [name for name in found if name.startswith(f"{group} ")]
            several = groups[""].add_parser(group, help="", description=f"{_ONE_OF} {', '.join(names)}.")
            groups[group] = several.add_subparsers(**below)
        _add_verb(groups[group], last, module)
    return whole


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; of `build` what stands behind -- are further targets or options, as they are."""
    has_further = "--" in words and words[0] == "build"
    end = words.index("--") if has_further else len(words)
    options = parser().parse_args(words[:end])
    if has_further:
        options.targets = [*options.targets, *words[end + 1 :]]
    return options


def _add_verb(group: "argparse._SubParsersAction[_Verb]", name: str, module: ModuleType) -> None:
    first, rest = _docstring(module)
    verb = group.add_parser(
        name,
        help="",
        description=f"{first}\n\n{rest}".strip(),
        epilog=f"example:\n  {module.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(verb)
    where = "folder of the study (default: this folder, or the nearest above it that has config/study.yaml)"
    verb.add_argument("--study", metavar="DIR", help=where)
    verb.set_defaults(run=module.run)
    verb.in_any_order = True


def _docstring(module: ModuleType) -> tuple[str, str]:
    """The first sentence of a verb's docstring, and the rest."""
    first, _, rest = (module.__doc__ or "").strip().partition("\n")
    return first, rest.strip()


class _Parser(argparse.ArgumentParser):
    """Says what is probably meant, and how a verb is called, where a command line is wrong."""

    def error(self, message: str) -> NoReturn:
        """Print a sentence and exit with code 2."""
        wrong = re.search(r"invalid choice: '(?P<word>[^']*)' \(choose from (?P<known>.*)\)", message)
        if message.endswith(": VERB"):
            several = str(self.description or "")
            message = f"no verb is given. {several}" if several.startswith(_ONE_OF) else "no verb is given"
        elif wrong:
            near = did_you_mean(wrong["word"], re.findall(r"[\w-]+", wrong["known"]))
            known = f"Known: {wrong['known']}; the verb comes before its options."
            message = f"{wrong['word']!r} is not known. {near or known}"
        elif number := re.search(
            r"^argument (?P<option>\S+): invalid (?P<kind>int|float) value: (?P<word>.*)$", message
        ):
            message = f"give {number['option']} a {_NUMBERS[number['kind']]}, not {number['word']}"
        elif "expected one argument" in message:
            message = f"give {message.removeprefix('argument ').partition(':')[0]} a value"
        elif message.startswith("unrecognized arguments: "):
            words = message.removeprefix("unrecognized arguments: ").split()
            near = _meant(words, dict(_options(self)))
            message = f"{' '.join(words)} is not understood here. {near}".strip()
        closed = message if message.endswith(("?", ".")) else f"{message}."
        is_verb = str(self.epilog).startswith("example:")
        example = f" Example: `{str(self.epilog).split(maxsplit=1)[1]}`." if is_verb else ""
        self.exit(WRONG_USAGE, f"{self.prog}: error: {closed}{example} `{self.prog} --help` says more.\n")


def _meant(words: Sequence[str], options: Mapping[str, Sequence[str]]) -> str:
    """What a person probably meant by words that a verb does not take."""
    if os.path.isdir(words[0]):  # noqa: PTH112 (the help must cost no time)
        import shlex

        return f"Write `--study {shlex.quote(words[0])}`."
    option = words[0].partition("=")[0]
    if option in options:
        return f"It is an option of {', '.join(f'`{verb}`' for verb in options[option])}."
    if words[0].startswith("-"):
        return did_you_mean(words[0], options)
    return "Put a name of several words in quotes; a cell is written as domain/code/group."


def _options(parser: argparse.ArgumentParser) -> Iterator[tuple[str, list[str]]]:
    """The options of a command line and of all verbs in it, each with those that have it."""
    found: dict[str, list[str]] = {}
    for action in parser._actions:
        for option in action.option_strings:
            found.setdefault(option, []).append(parser.prog)
        if isinstance(action, argparse._SubParsersAction):
            for verb in action.choices.values():
                for option, verbs in _options(verb):
                    found.setdefault(option, []).extend(verbs)
    yield from found.items()


class _Verb(_Parser):
    """The command line of a verb, or of a group of verbs: of a verb options may stand among the other words."""

    in_any_order = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Parse a command line: all options first, then the other words; words behind -- are no options."""
        if not self.in_any_order or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self.in_any_order = False  # in each of the two rounds
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.in_any_order = True


class _Version(argparse.Action):
    """Print the version; it is only looked up where it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import tomllib

        from crosscase.running import pipeline

        project = tomllib.loads(pipeline.PROJECT.read_text(encoding="utf-8"))["project"]
        print(project["name"], project["version"])
        parser.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; what is wrong with the study becomes a sentence, no traceback."""
    try:
        try:
            options = parsed(sys.argv[1:] if arguments is None else arguments)
            code: int = options.run(options) or DONE
        except StudyError as error:
            print(*error.problems, sep="\n", file=sys.stderr)
            code = WRONG_USAGE if isinstance(error, UsageError) else FAULT
        except BrokenPipeError:
            raise
        except OSError as error:
            print(system_problem(error, os.curdir), file=sys.stderr)
            code = FAULT
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is printed to nobody at the end
        code = CLOSED_PIPE
    except KeyboardInterrupt:
        code = INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
