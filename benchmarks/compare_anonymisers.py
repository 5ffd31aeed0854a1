"""Compare what anonymisers find in the same marked sentences of nine languages.

    PYTHONPATH=scripts .venv/bin/python -m benchmarks.compare_anonymisers [--peers INTERPRETER] [--tuning]

1. The peers run in an environment of their own (`requirements-anonymisers.txt`), each as a program; `--peers` names the
   interpreter of one that is there.
2. None of them reads a register. They get its names as a careful user would list them: each name whole and each of
   its words, nicknames, employers, towns, and the gazetteer; capital letters do not matter to them.
3. A mark is found if all of it lies in what would be replaced, whatever it is taken for. What waits for review with us
   is not counted as found, but in the column "with its queue".
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.find_once import OURS
from benchmarks.time_readers import ROOT, environment
from crosscase.detectors.spans import Span
from tests.evaluation import sentences
from tests.evaluation.report import LANGUAGES
from tests.evaluation.scores import LISTED, PATTERNS, UNLISTED, Score, Share, score

REQUIREMENTS = ROOT / "benchmarks/requirements-anonymisers.txt"
COMPARED = (OURS, f"{OURS} with its queue", "scrubadub", "presidio", "presidio with a model")
WITH_MODEL = ("cs", "en")
GROUPS = {
    "register": ("register",),
    "third parties": (LISTED, UNLISTED),
    "other names": ("employer", "organisation", "town", "place"),
    **{name: (name,) for name in PATTERNS},
}


def names(found: sentences.EvaluationSet) -> list[tuple[str, str]]:
    """The names of the register and the gazetteer, as a careful user would list them."""
    people = {part for p in found.people for name in (p.name, *p.nicknames) for part in (name, *name.split())}
    listed = {("PERSON", name) for name in people if name[:1].isupper()}
    listed |= {("ORGANISATION", name) for p in found.people for name in p.employers}
    listed |= {("PLACE", name) for p in found.people for name in p.towns}
    return sorted(listed | {(kind.upper(), name) for kind, name in found.gazetteer})


def run(finder: str, case: dict[str, Any], peers: Path, folder: Path) -> dict[str, Any]:
    """Run a finder once, as a program of its own."""
    path = folder / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    python = sys.executable if finder.startswith(OURS) else str(peers)
    paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'scripts'}", "PATH": ""}
    command = [python, "-m", "benchmarks.find_once", finder, str(path)]
    done = subprocess.run(command, env=paths, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{finder}: {done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def case_of(path: Path, *others: Path) -> dict[str, Any]:
    """The case for a finder: a file of sentences, with the names of further files."""
    found = sentences.read(path)
    return {
        "language": found.language,
        "region": found.region,
        "files": [str(path), *map(str, others)],
        "names": sorted({name for file in (path, *others) for name in names(sentences.read(file))}),
        "texts": [text for text, _ in found.sentences],
    }


def scored(path: Path, finder: str, peers: Path, folder: Path) -> Score:
    """The scores of a finder on a file of sentences."""
    found = sentences.read(path)
    answer = run(finder, case_of(path), peers, folder)
    spans = dict(zip((text for text, _ in found.sentences), answer["spans"], strict=True))
    return score(found, lambda text: [Span(start, end, kind, "") for start, end, kind in spans[text]])


def table(scores: dict[str, dict[str, Score]]) -> Iterator[str]:
    """Recall by group, then by language, and words too many."""
    yield f"| found, % | {' | '.join(scores)} |"
    yield f"| --- |{' --- |' * len(scores)}"
    total = {finder: sum(by_language.values(), Score()) for finder, by_language in scores.items()}
    for name, types in GROUPS.items():
        yield _row(name, total, lambda score, types=types: _percent(score.recall(*types)))  # type: ignore[misc]
    for language, name in LANGUAGES.items():
        spoken = {finder: by_language[language] for finder, by_language in scores.items() if language in by_language}
        row = {finder: spoken.get(finder, Score()) for finder in scores}
        every = [type_ for types in GROUPS.values() for type_ in types]
        yield _row(f"{name}: register / all", row, lambda score, every=every: _both(score, every))  # type: ignore[misc]
    yield _row("words replaced outside of marks, per 1,000", total, lambda s: _percent(Share(s.over, s.unmarked), 1000))


def _row(name: str, scores: dict[str, Score], format_score: Callable[[Score], str]) -> str:
    return f"| {name} | {' | '.join(format_score(score) for score in scores.values())} |"


def _both(score: Score, every: list[str]) -> str:
    return f"{_percent(score.recall('register'))} / {_percent(score.recall(*every))}"


def _percent(share: Share, per: int = 100) -> str:
    return f"{per * share.hits / share.of:.1f}" if share.of else "–"


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="interpreter of an environment with the peers")
    parser.add_argument("--tuning", action="store_true", help="on the sentences on which the rules were mended")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        peers = asked.peers or environment(Path(scratch) / "peers", REQUIREMENTS)
        scores: dict[str, dict[str, Score]] = {finder: {} for finder in COMPARED}
        for language in sentences.COUNTRIES:
            folder = sentences.TUNING if asked.tuning else sentences.FOLDER
            for finder, by_language in scores.items():
                if finder != COMPARED[-1] or language in WITH_MODEL:
                    files = sorted(folder.glob(f"{language}*.txt"))
                    by_language[language] = sum((scored(p, finder, peers, Path(scratch)) for p in files), Score())
        print("\n".join(table(scores)))


if __name__ == "__main__":
    main()
