"""Lines of the codebook and of study.yaml that results repeat, with words that may name somebody (`study_texts`).

`crosscase new` and `add` take names of codes and groups from exports, where they are people's words. Messages name
lines, not words. What a person decided to keep is not named.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from crosscase.anonymisation import decision_rows, gazetteer, study_texts
from crosscase.anonymisation.decided_words import DecidedWords
from crosscase.anonymisation.decision_rows import Choice, Where
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.study_texts import StudyTexts
from crosscase.coding.casing import is_about_document
from crosscase.detectors.spans import settings_of
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import agree, counted, joined
from crosscase.storage import yaml_places
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import nfc
from crosscase.study import group_languages, group_names, published_names
from crosscase.study.facts import CONFIG, Study

_NO_KEY = b"nothing is replaced here"
_LABEL = (
    "Choose other words, and write what exports call the code into its `aliases`. If nobody is meant, decide `keep`"
)
_NAME = "Choose other words, and write what exports use under `also`. If nobody is meant, decide `keep`"
_IN_REVIEW = "in the review of the next build, or delete the row of a decision to replace the words."


class _Decided(NamedTuple):
    """What a person decided on words in a file: plain words that stay, and those that are replaced."""

    kept: frozenset[str]
    replaced: DecidedWords


def judge_of(study: Study, people: Sequence[Person] = ()) -> StudyTexts:
    """What finds such words. Without the names of the lists where these cannot be read, which others report."""
    languages = group_languages.languages_of_groups(study.groups, study.languages)
    spoken = group_languages.supported(languages)
    sheet = study.sheets.get("identifiers")
    path = study.identifiers if study.identifiers and Path(study.identifiers).is_file() else ""
    try:
        names = gazetteer.listed_names(people, path, spoken, "", study.compare.one, sheet)
    except StudyError:
        names = gazetteer.listed_names(people, "", spoken)
    settings = settings_of(group_languages.regions_of_groups(study.groups), spoken)
    return StudyTexts(
        Redactor(names, Pseudonyms(_NO_KEY)),
        study_texts.setting_of_all(settings.values(), study.output_language),
        group_names.spellings(study.groups),
        group_languages.have_word_lists(languages),
    )


def find(
    study: Study,
    own: StudyTexts,
    entries: Sequence[CodebookEntry],
    folder: Path = Path(),
    said: Collection[tuple[str, str]] = (),
) -> Iterator[Problem]:
    """The lines of the study in a folder. `said` are the files and places that a problem names already.

    Raises StudyError if a file cannot be read.
    """
    decided = _decided(study)
    texts = [*study_texts.of_codebook(study.codebook, entries)]
    found = [one.text for one in texts if _is_in_doubt(own, one.text, one.is_prose, decided[one.file])]
    if found:
        what = f"{counted(len(found), 'text')} that results show may name somebody"
        yield Problem(study.codebook, _lines(folder / study.codebook, found), what, f"{_LABEL} {_IN_REVIEW}")
    texts = study_texts.of_configuration(published_names.shown(study), published_names.sentences(study))
    shown = {one.text for one in texts if _is_in_doubt(own, one.text, one.is_prose, decided[CONFIG])}
    placed = [one for one in yaml_places.texts_in(str(folder / CONFIG)) if one.text in shown] if shown else []
    placed = [one for one in placed if (CONFIG, one.place) not in said]
    if placed:
        lines = list(dict.fromkeys(str(one.line) for one in placed))
        place = f"{agree(len(lines), 'line', 'lines')} {joined(lines, len(lines))}"
        what = f"{counted(len({one.text for one in placed}), 'name')} that results show may be somebody's words"
        yield Problem(CONFIG, place, what, f"{_NAME} {_IN_REVIEW}")


def is_doubtful(own: StudyTexts) -> Callable[[str], bool]:
    """Whether a name may name somebody, so that no line quotes it."""
    return lambda name: bool(own.doubts(nfc(name)))


def _is_in_doubt(own: StudyTexts, text: str, is_prose: bool, decided: _Decided) -> bool:
    text = nfc(text)
    doubts = own.doubts(text, is_prose)
    return any(shape(text[span.start : span.end]) not in decided.kept for span in doubts) or any(
        run.words not in run.others for run in decided.replaced.find(text)
    )


def _lines(path: Path, texts: Collection[str]) -> str:
    """The lines of a text file that have one of the texts, all of them; nothing for a workbook."""
    written = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    lines = [str(number) for number, line in enumerate(written, 1) if any(text in line for text in texts)]
    return f"{agree(len(lines), 'line', 'lines')} {joined(lines, len(lines))}" if lines else ""


def _decided(study: Study) -> Mapping[str, _Decided]:
    """What a person decided on words in each file."""
    made = Path(study.decisions).is_file()
    records = decision_rows.read_list(study.decisions).records if made else ()
    rows = [decision_rows.understood(record.fields) for record in records]
    found: dict[str, _Decided] = {}
    for file in (study.codebook, CONFIG):
        holding = [row for row in rows if row.get("where") == Where.EVERYWHERE or row.get("document") == file]
        kept = {row.get("words", "") for row in holding if row["decision"] == Choice.KEEP}
        others = {row.get("words", "") for row in holding if row["decision"] in (Choice.REDACT, Choice.GENERALISE)}
        replaced = DecidedWords({words for words in others if not is_about_document(words)})
        found[file] = _Decided(frozenset(map(shape, kept)), replaced)
    return found
