"""Listed names that stand in the texts that a study publishes: its codebook, and the files of `study.own_texts`.

1. A person's whole name is an error. The leak search finds it as well, but only at the end of a build.
2. So is a code that is called like a participant or a document, by an id such as DE-1 or Hathersage-07.
3. One word of a name is a note, unless it is an ordinary word of the study's languages: a group may be called North,
   and a participant too. So are places and organisations (`things_in_study`), and ids made of letters.

Aliases of codes do not count: one that names somebody is not published. Nor do words that a person decided to keep, as
in the leak search, but for ids, and in the citation file the names of its authors.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from crosscase.anonymisation.identifiers import ids_of
from crosscase.anonymisation.register import Person
from crosscase.detectors.participant_ids import ParticipantIds, is_id, is_mixed
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, load, plain
from crosscase.messages.errors import Problem
from crosscase.starting import countries, decided_texts, things_in_study
from crosscase.starting.things_in_study import Called, Things
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_lines import lines_with
from crosscase.study import citation_texts, group_languages, team_texts
from crosscase.study.facts import Study

_SHORTEST = 3  # letters of a single word of a name
_ENGLISH = "en"
_NAME = "a listed name stands here, and it is published"
_WORD = "a word here is also a listed name, and it is published"
_ID = "a participant or a document is called like this, and it is published"
_MAY_KEEP = "If nobody is meant, decide `keep` in the review."
_RENAME_CODE = "Give the code another label or id, and write what the exports call it into its `aliases`."
_MAY_RENAME = f"If it tells who took part: {_RENAME_CODE[0].lower()}{_RENAME_CODE[1:]}"


def find(
    study: Study, people: Sequence[Person], codes: Sequence[CodebookEntry] = ()
) -> tuple[list[Problem], list[Problem]]:
    """Whole names and ids in the texts of a study, and single words of names."""
    further = things_in_study.further_names(study)
    of_people = [name for person in people for name in names_of(person)]
    of_people += [name for kind, name in further if kind == things_in_study.PERSON]
    names = [{word for word in words_of(name) if len(word) > 1} for name in of_people]
    is_ordinary = vocabulary_of(study).is_ordinary_in_small_letters

    def is_telling(word: str) -> bool:
        return len(word) >= _SHORTEST and not (word.isdigit() or is_ordinary(word) or countries.iso_of(word))

    of_things = [name for person in people for name in (*person.employers, *person.towns)]
    of_things += [name for kind, name in further if kind != things_in_study.PERSON]
    things = Things(study, of_things, is_telling)
    particles = frozenset().union(*(language.particles for language in _languages(study)))
    single = {word for name in names for word in name if is_telling(word)}
    # Two words of a sentence are no name where one is short: “in het”, “de la”.
    in_sentences = {word for name in names for word in name if word in particles or is_ordinary(word)}
    pairs = {
        frozenset(pair)
        for name in names
        for pair in combinations(name, 2)
        if min(map(len, pair)) >= _SHORTEST or not in_sentences.issuperset(pair)
    }

    def has_name(text: str) -> bool:
        return not pairs.isdisjoint(map(frozenset, pairwise(words_of(text))))

    def has_word(text: str) -> bool:
        return not single.isdisjoint(words_of(text)) or things.has_word(text)

    decided = decided_texts.read_if_possible(study)
    cited = {word for name in citation_texts.authors() for word in words_of(name)}
    whole, parts = [], []
    for file, stated in team_texts.find():
        text = decided[file].without_kept(stated.text, cited if file == citation_texts.FILE else ())
        if has_name(text):
            whole.append(Problem(file, stated.place, _NAME, f"Write it without the name. {_MAY_KEEP}"))
        elif things.has_whole(text):
            parts.append(Problem(file, stated.place, _NAME, "Write it without the name if it tells who took part."))
        elif has_word(text):
            parts.append(Problem(file, stated.place, _WORD, "Rename it if it tells who took part."))
    texts = [text for entry in codes for text in (entry.code, entry.label, entry.definition)]
    without_kept = {text: decided[study.codebook].without_kept(text) for text in texts}.__getitem__
    ids = ParticipantIds(filter(is_id, ids_of(people)))
    called = things_in_study.called(people)
    long_ids = Called(filter(is_mixed, called), is_telling)
    in_letters = Called((name for name in called if not is_mixed(name)), is_telling)
    named = [text for text in texts if has_name(without_kept(text))]
    by_id = [text for text in texts if any(ids.find(text)) or long_ids.has_any(text)]
    whole += [
        *_in_codebook(study, named, _NAME, f"{_RENAME_CODE} {_MAY_KEEP}"),
        *_in_codebook(study, by_id, _ID, _RENAME_CODE),
    ]
    left = [text for text in texts if text not in (*named, *by_id)]
    for finds, what, read in (
        (in_letters.has_any, _ID, str),
        (things.has_whole, _NAME, without_kept),
        (has_word, _WORD, without_kept),
    ):
        found = [text for text in left if finds(read(text))]
        parts += _in_codebook(study, found, what, _MAY_RENAME)
        left = [text for text in left if text not in found]
    return whole, parts


def _in_codebook(study: Study, texts: Sequence[str], what: str, remedy: str) -> list[Problem]:
    return [Problem(study.codebook, lines_with(study.codebook, texts), what, remedy)] if texts else []


def names_of(person: Person) -> Iterator[str]:
    """The names of people in a row of the register."""
    yield from (person.name, *person.nicknames, *person.interviewers)


def words_of(text: str) -> list[str]:
    """The words of a text in plain shape."""
    return list(map(plain, WORD.findall(text)))


def vocabulary_of(study: Study) -> Vocabulary:
    """The words of the study's languages, and of English, in which the results are."""
    return Vocabulary.of(_languages(study))


def _languages(study: Study) -> tuple[Language, ...]:
    spoken = group_languages.languages_of_groups(study.groups, study.languages)
    codes = {code for codes in group_languages.supported(spoken).values() for code in codes}
    return tuple(map(load, sorted({_ENGLISH, *codes})))
