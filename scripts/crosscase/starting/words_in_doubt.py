"""Lines of the codebook and of the other texts of a study that results repeat, with words that may name somebody.

`crosscase new` and `add` take names of codes and groups from exports, where they are people's words. Messages name
lines, not words: these are in a table for the team alone. What a person decided to keep is not named.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from crosscase.anonymisation import decision_rows, gazetteer, keys, study_texts
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.study_texts import StudyTexts
from crosscase.detectors.spans import settings_of
from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import counted
from crosscase.starting import decided_texts
from crosscase.starting.decided_texts import DecidedTexts
from crosscase.storage import files, text_lines, yaml_places
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import nfc
from crosscase.storage.yaml_places import PlacedText
from crosscase.study import citation_texts, group_languages, group_names, own_texts, team_texts
from crosscase.study.facts import CONFIG, Study
from crosscase.study.own_texts import OwnText

TABLE = decision_rows.IN_STUDY
_NO_KEY = b"nothing is replaced here"
_OTHERWISE = (
    "If nobody is meant, decide `keep` in the review of the next build, or delete the row of a decision to replace the "
    "words."
)
_IN_CODEBOOK = f"Choose other words, and write what exports call the code into its `aliases`. {_OTHERWISE}"
_REMEDIES = {CONFIG: f"Choose other words, and write what exports use under `also`. {_OTHERWISE}"}
_ELSEWHERE = f"Choose other words. {_OTHERWISE}"


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
        cited=citation_texts.authors(),
    )


class InDoubt(NamedTuple):
    """Words of a text that may name somebody, and where the text stands: for the team alone."""

    file: str
    where: str
    words: str
    text: str


def find(
    study: Study,
    own: StudyTexts,
    entries: Sequence[CodebookEntry],
    folder: Path = Path(),
    said: Collection[tuple[str, str]] = (),
    note: Callable[[Iterable[InDoubt]], object] = list,
) -> Iterator[Problem]:
    """The lines of the study in a folder; `note` gets all words. `said` are the places that a problem names already.

    Raises StudyError if a file cannot be read.
    """
    decided = decided_texts.read(study)
    texts = [*study_texts.of_codebook(study.codebook, entries)]
    found = {one.text: words for one in texts if (words := _in_doubt(own, one, decided[one.file]))}
    if found:
        what = f"{counted(len(found), 'text')} that results show may name somebody"
        path = str(folder / study.codebook)
        yield Problem(study.codebook, text_lines.lines_with(path, found), what, _IN_CODEBOOK)
        note(
            InDoubt(study.codebook, text_lines.lines_with(path, [text]), word, text)
            for text, words in found.items()
            for word in words
        )
    for file, some in groupby(own_texts.of(study, folder), key=lambda one: one.file):
        shown = {one.text: words for one in some if (words := _in_doubt(own, one, decided[file]))}
        placed = [one for one in yaml_places.texts_in(str(folder / file)) if one.text in shown] if shown else []
        note(InDoubt(file, _place(file, [one]), word, one.text) for one in placed for word in shown[one.text])
        placed = [one for one in placed if (file, one.place) not in said]
        if placed:
            what = f"{counted(len({one.text for one in placed}), 'text')} that results show may be somebody's words"
            yield Problem(file, _place(file, placed), what, _REMEDIES.get(file, _ELSEWHERE))


def _place(file: str, placed: Collection[PlacedText]) -> str:
    keys = (team_texts.keys_of(file, one.place) for one in placed)
    return team_texts.with_keys(text_lines.named({one.line for one in placed}), keys)


def write(found: Sequence[InDoubt]) -> None:
    """Write the words for the team alone, or delete what an earlier check has written."""
    if found:
        keys.keep_private(str(TABLE.parent.parent))
        keys.keep_private(str(TABLE.parent))
        files.write_csv(TABLE, InDoubt._fields, found, mode=0o600)
    else:
        TABLE.unlink(missing_ok=True)


def is_doubtful(own: StudyTexts) -> Callable[[str], bool]:
    """Whether a name may name somebody, so that no line quotes it."""
    return lambda name: bool(own.doubts(nfc(name)))


def _in_doubt(own: StudyTexts, one: OwnText, decided: DecidedTexts) -> list[str]:
    """The words of a text that may name somebody and that nobody has kept, and those that a decision replaces."""
    text = nfc(one.text)
    doubts = (text[span.start : span.end] for span in own.doubts_in(one))
    return list(dict.fromkeys([*(words for words in doubts if not decided.keeps(words)), *decided.replaced_in(text)]))
