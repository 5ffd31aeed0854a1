"""The leak search under rows of decisions."""

from collections.abc import Iterable
from pathlib import Path

from crosscase.anonymisation import identifiers
from crosscase.detectors.listed import ListedNames
from crosscase.leaks import watched
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.public_texts import public_words
from crosscase.leaks.search import Search
from crosscase.storage import files
from tests.builders.decided_texts import ENGLISH, Outcome
from tests.builders.leak_scans import TRACES


def search(folder: Path, rows: Iterable[dict[str, str]], text: str = "so it is", public: str = "") -> LeakScan:
    """The search after a text of one document was anonymised under some rows that replace words."""
    outcome = Outcome(folder / "decisions.csv", text, [{"decision": "redact"} | row for row in rows], ENGLISH)
    protected = identifiers.identifiers_to_protect(
        ListedNames([], {}), [], outcome.pseudonyms, outcome.reviews.kept, outcome.reviews.replaced_words()
    )
    files.write_csv(folder / "ie.csv", ("type", "words", "languages"), protected)
    found, kept = watched.read([str(folder / "ie.csv")])
    return LeakScan(Search(found, public_words(public), public, kept=kept, languages=["en"]), TRACES)
