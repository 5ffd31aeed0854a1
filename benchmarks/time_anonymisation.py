"""Time how fast passages are anonymised, beside scrubadub, without hits, and with how much memory.

    PYTHONPATH=scripts .venv/bin/python -m benchmarks.time_anonymisation [--runs 3] [--peers INTERPRETER]
        [--against COMMIT] [--only mixed plain ordinary memory]

1. Mixed text: passages of 200 to 400 characters, in which one sentence in twenty, one in five, or every one is of the
   evaluation, so that there is something in it, or looks as if. CPU seconds of a steady round in a process that has
   gone through the text once; the peer has the same names, the register of one country or of all nine, and ours also
   replaces and searches again. In "with the start" a whole process goes through the text once, vocabularies and all.
2. Text without hits: words of the sentences at random. CPU seconds of going through a file once, the start not counted,
   and of the first pass over it, which learns its words. With `--against`, the code of that commit goes through the
   same files in turn.
3. Ordinary interviews without hits (`ordinary/`): whole sentences, 150 to 600 characters a passage, each of which is
   another one.
4. Memory: one such file of 50 MB, and one of 400.

Ours and the peer are run in turn, since the machine's speed drifts. Min, median and max of the runs.
"""

import argparse
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from json import loads
from pathlib import Path

from benchmarks import made_passages
from benchmarks.compare_anonymisers import REQUIREMENTS, case_of, run
from benchmarks.find_once import OURS
from benchmarks.read_once import CORES
from benchmarks.time_builds import fresh_copy
from benchmarks.time_readers import ROOT, environment
from tests.evaluation import sentences
from tests.evaluation.report import LANGUAGES

_MIXES = (  # share of sentences, all registers, passages: so many that chance does not decide how many have something
    (0.05, False, 400),
    (0.2, False, 200),
    (1.0, False, 100),
    (0.05, True, 100),
)
_PLAIN = 22 * 10**6  # bytes a language: 200 MB in all
_ORDINARY = 6000  # passages a language
_MEMORY = (50 * 10**6, 400 * 10**6)


def mixed(peers: Path, runs: int, folder: Path) -> None:
    """Print a table of ours beside scrubadub."""
    print("\n| mixed text | passages a second | scrubadub | times as fast | with the start |\n|" + " --- |" * 5)
    files = [sentences.FOLDER / f"{language}.txt" for language in LANGUAGES]
    for share, everybody, number_of_passages in _MIXES:
        steady: list[list[float]] = [[], []]
        first: list[list[float]] = [[], []]
        for path in files:
            others = [other for other in files if everybody and other != path]
            case = {
                **case_of(path, *others),
                "texts": made_passages.mixed(path, number_of_passages, share),
                "rounds": 3,
            }
            for _ in range(runs):
                for number, finder in enumerate((f"{OURS}, replacing", "scrubadub")):
                    answer = run(finder, case, peers, folder)
                    steady[number] += (number_of_passages / seconds for seconds in answer["seconds"])
                    first[number].append(number_of_passages / answer["first"])
        ratios = [one / two for one, two in zip(*steady, strict=True)]
        start = [one / two for one, two in zip(*first, strict=True)]
        name = f"{share:.0%} of the evaluation, {'nine registers' if everybody else 'one register'}"
        print(
            f"| {name} | {_span(steady[0])} | {_span(steady[1])} | {_span(ratios, 1)} | {_span(start, 1)} |", flush=True
        )


def plain(runs: int, folder: Path, against: str | None) -> None:
    """Print a table of how much text without hits goes through in a second."""

    def write(language: str) -> tuple[int, Path]:
        return written(language, _PLAIN, folder)

    _timed("text without hits", LANGUAGES, write, runs, folder, against)


def ordinary(runs: int, folder: Path, against: str | None) -> None:
    """Print the same table for ordinary interviews without hits."""

    def write(language: str) -> tuple[int, Path]:
        path = folder / "passages.txt"
        path.write_text("".join(f"{text}\n" for text in made_passages.ordinary(language, _ORDINARY)), encoding="utf-8")
        return path.stat().st_size, path

    languages = sorted(path.stem for path in made_passages.ORDINARY.glob("*.txt"))
    names = {language: LANGUAGES[language] for language in languages}
    _timed("ordinary interviews without hits", names, write, runs, folder, against)


def _timed(
    title: str,
    languages: Mapping[str, str],
    write: Callable[[str], tuple[int, Path]],
    runs: int,
    folder: Path,
    against: str | None,
) -> None:
    """Print how fast the passages of each language are redacted, which `write` puts into a file."""
    columns = [
        title,
        "MB a second of CPU",
        "MB a second",
        "passages with a find",
        "first pass, MB of CPU",
    ]
    columns += [f"{against}, MB a second of CPU", "ratio, the median of runs in turn"] if against else []
    print(f"\n| {' | '.join(columns)} |\n|" + " --- |" * len(columns))
    others = folder / "against"
    if against and not others.exists():
        fresh_copy(against, others)
    whole, all_answers, all_theirs = 0, [Counter[str]() for _ in range(runs)], [Counter[str]() for _ in range(runs)]
    for language, name in languages.items():
        size, path = write(language)
        answers, theirs = [], []
        for run_number in range(runs):
            answers.append(redacted(language, path))
            all_answers[run_number].update(answers[-1])
            if against:
                theirs.append(redacted(language, path, others))
                all_theirs[run_number].update(theirs[-1])
        whole += size
        print(_row(name, size, answers, theirs), flush=True)
    print(_row("all", whole, all_answers, all_theirs if against else []))


def memory(folder: Path) -> None:
    """Print how much memory files of two sizes take."""
    print("\n| memory, MiB | " + " | ".join(f"{size / 1e6:.0f} MB" for size in _MEMORY) + " |\n| --- | --- | --- |")
    found = [redacted("pl", written("pl", size, folder)[1])["memory"] / 2**20 for size in _MEMORY]
    print(f"| Polish | {' | '.join(f'{mib:.0f}' for mib in found)} |")


def written(language: str, size: int, folder: Path) -> tuple[int, Path]:
    """A file of passages without hits, one a line."""
    path = folder / "passages.txt"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{text}\n" for text in made_passages.plain(sentences.FOLDER / f"{language}.txt", size))
    return path.stat().st_size, path


def redacted(language: str, path: Path, project: Path = ROOT) -> Counter[str]:
    """Redact a file in a process of its own, by the code of a project and with the names of its sentences."""
    names = project / f"tests/evaluation/{language}.txt"
    command = [sys.executable, "-m", "benchmarks.redact_once", str(names), str(path)]
    paths = {"PYTHONPATH": f"{project}:{project / 'scripts'}", "PATH": ""}
    done = subprocess.run(command, cwd=project, env=paths, capture_output=True, text=True, check=True)
    return Counter(loads(done.stdout))


def _row(name: str, size: int, answers: list[Counter[str]], theirs: list[Counter[str]]) -> str:
    """How fast our code was, and other code beside it if it ran in turn."""
    cpu, wall, first = (_speeds(size, answers, key) for key in ("cpu", "seconds", "first_pass"))
    row = f"| {name} | {cpu} | {wall} | {answers[0]['touched']} | {first} |"
    if theirs:
        ratio = statistics.median(their["cpu"] / our["cpu"] for our, their in zip(answers, theirs, strict=True))
        row += f" {_speeds(size, theirs, 'cpu')} | {ratio:.2f} |"
    return row


def _speeds(size: int, answers: list[Counter[str]], key: str) -> str:
    return _span((size / 1e6 / answer[key] for answer in answers), 1)


def _span(values: Iterable[float], digits: int = 0) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):,.{digits}f} ({ordered[0]:,.{digits}f} to {ordered[-1]:,.{digits}f})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path, help="interpreter of an environment with the peers")
    parts = ["mixed", "plain", "ordinary", "memory"]
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    parser.add_argument("--against", metavar="COMMIT", help="code that redacts the text without hits, too, in turn")
    asked = parser.parse_args()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print(f"{CORES} cores, Python {platform.python_version()}, {asked.runs} runs")
        if "mixed" in asked.only:
            mixed(asked.peers or environment(folder / "peers", REQUIREMENTS), asked.runs, folder)
        if "plain" in asked.only:
            plain(asked.runs, folder, asked.against)
        if "ordinary" in asked.only:
            ordinary(asked.runs, folder, asked.against)
        if "memory" in asked.only:
            memory(folder)
    print(f"\n{time.perf_counter() - begin:.0f} seconds in all")


if __name__ == "__main__":
    main()
