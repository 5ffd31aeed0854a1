"""Names of the register that stand in study.yaml, whose words are published: keys of exports, titles, names of groups.

A whole name is an error. The leak search finds it as well, but only at the end of a build. One word of a name is a
note, unless it is an ordinary word of the study's languages: a group may be called North, and a participant too.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscase.anonymisation.register import Person
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain
from crosscase.messages.errors import Problem
from crosscase.starting import countries
from crosscase.starting.proposal import LIST
from crosscase.starting.words_for_groups import COUNTRY
from crosscase.study import group_languages
from crosscase.study.facts import CONFIG, Study

_SHORTEST = 3  # letters of a word of a name
_ENGLISH = "en"


def find(study: Study, people: Sequence[Person]) -> tuple[list[Problem], list[Problem]]:
    """Whole names in study.yaml, and single words of names."""
    names = [{w for w in _words(name) if len(w) >= _SHORTEST} for p in people for name in (p.name, *p.nicknames)]
    is_ordinary = _vocabulary(study).is_ordinary_in_small_letters
    single = {word for name in names for word in name if not is_ordinary(word) and not countries.iso_of(word)}
    whole, parts = [], []
    for place, text in _published(study):
        words = _words(text)
        if any({*pair} <= name for pair in pairwise(words) if pair[0] != pair[1] for name in names):
            what = "the name of a participant stands here, and it is published"
            whole.append(Problem(CONFIG, place, what, "Rename it."))
        elif not single.isdisjoint(words):
            what = "a word here is also a name in the register, and it is published"
            parts.append(Problem(CONFIG, place, what, "Rename it if it tells who took part."))
    return whole, parts


def _published(study: Study) -> Iterator[tuple[str, str]]:
    """The texts of study.yaml that are published, with their places."""
    yield "title", study.title
    yield "id", study.id
    for name in study.exports:
        yield f"exports.{name}", name
    for group in study.groups:
        yield f"{LIST[study.compare.one == COUNTRY]}, {group.code}", " / ".join((group.code, group.name))
    for domain in study.domains:
        yield f"domains, {domain.id}", " / ".join((domain.id, domain.title))
    for variable in study.sample:
        yield f"sample.{variable.id}", " / ".join((variable.title, *variable.categories))


def _words(text: str) -> list[str]:
    return list(map(plain, WORD.findall(text)))


def _vocabulary(study: Study) -> Vocabulary:
    """The words of the study's languages, and of English, in which the results are."""
    spoken = group_languages.languages_of_groups(study.groups, study.languages)
    codes = {code for codes in group_languages.supported(spoken).values() for code in codes}
    return Vocabulary.of(tuple(map(load, sorted({_ENGLISH, *codes}))))
