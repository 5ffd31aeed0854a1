"""The forms in which the names of people and things are searched for.

The name of each person in the register is searched for in many forms: whole, family name first, with initials, and
each part alone. Nicknames, employers, towns and interviewers are searched for, too.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from crosscase.anonymisation import parts_of_people, written_names
from crosscase.anonymisation.decided_words import plain_words
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person
from crosscase.detectors import participant_ids, speaker_initials
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_forms import is_inflected
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import load, plain
from crosscase.storage.text_form import nfc

NOTHING_DECIDED: Mapping[tuple[str, ...], str] = {}
MAY_BE_DECIDED = frozenset({"PERSON", "PLACE", "ORGANISATION"})  # kinds of words in which numbers do not count
NO_LANGUAGES: Mapping[str, tuple[str, ...]] = {}
UNDETERMINED = "und"  # ISO 639: the language of a listed name that no language declines
KEPT = "KEPT"  # type of words that a person decided to keep
DECIDED = "DECIDED"  # type of words that a person decided to replace
INITIALS = "INITIALS"  # type of letters that may mark who speaks
_KIND_FIRST = frozenset(  # in them an organisation's kind precedes its name
    {"bg", "cs", "el", "es", "fr", "hr", "it", "pl", "pt", "ro", "sk", "sl", "uk"}
)
_SAINTS: dict[str, tuple[str, ...]] = {  # in full, and shortened: in lower case, since both cases occur
    "cs": ("Svatý sv", "Svatá sv", "Svaté sv", "Svatého sv"),
    "de": ("Sankt st",),
    "da": ("Sankt skt",),
    "el": ("Άγιος αγ", "Αγία αγ", "Άγιοι αγ"),
    "en": ("Saint st",),
    "es": ("San s", "Santa sta", "Santo sto"),
    "fr": ("Saint st", "Sainte ste"),
    "hr": ("Sveti sv", "Sveta sv"),
    "it": ("San s", "Santa s", "Santo s"),
    "nl": ("Sint st",),
    "no": ("Sankt st",),
    "pl": ("Święty św", "Święta św", "Świętego św", "Świętej św"),
    "ro": ("Sfântul sf", "Sfânta sf"),
    "sk": ("Svätý sv", "Svätá sv", "Svätého sv"),
    "sl": ("Sveti sv", "Sveta sv"),
    "sv": ("Sankt st",),
    "pt": ("São s", "Santa s", "Santa sta", "Santo s", "Santo sto"),
}
_APOSTROPHE = re.compile(r"\w['’ʼ]$")  # within a word
_ARTICLE = re.compile(r"^[Ll]['’](?=\w)")  # L'Approdo


def names_of_people(
    people: Iterable[Person], languages: Mapping[str, tuple[str, ...]] = NO_LANGUAGES
) -> list[Identifier]:
    """The names of a register in every form. `languages` gives the languages of each group.

    ASSUME: a form that two people share, such as a first name, belongs to neither: it gets a number of its own.
    Employers and towns are often shared, so they are their own owners. Initials in another order than the name's are
    nobody's if they are somebody's in that order.
    """
    owners: dict[Identifier, set[str]] = {}
    spoken: dict[Identifier, set[str]] = {}
    for person in people:
        for form in _forms(person, languages.get(person.group, ())):
            owners.setdefault(form, set()).add(form.owner or person.participant)
            spoken.setdefault(form, set()).update(languages.get(person.group, ()))
    in_order = {form.form for form in owners if form.initials and not form.reversed}
    return [
        Identifier(
            form.kind,
            form.form,
            min(owners_of_form) if len(owners_of_form) == 1 else form.form,
            tuple(sorted(spoken[form])),
            form.reversed,
            form.initials,
            form.mark,
            form.part,
        )
        for form, owners_of_form in owners.items()
        if not (form.initials and form.reversed and form.form in in_order)
    ]


def ids_of(people: Iterable[Person]) -> dict[str, str]:
    """The participant of each id in a register, also of an id that a document is called by.

    ASSUME: digits alone are no id in a text, and neither are letters alone. A document called "Week 2" hides these
    words in texts, though they may mean a week: the leak search cannot tell, and would stop the build.
    """
    called = (
        (name, one.participant) for one in people for name in (*map(without_ending, one.documents), one.participant)
    )
    return {name: participant for name, participant in called if participant_ids.is_mixed(name)}


def _forms(person: Person, languages: tuple[str, ...]) -> Iterator[Identifier]:
    """The forms of one person's names; an empty owner means this person."""
    for name in filter(None, (person.name, *person.nicknames)):
        yield from _forms_of_name(name, "", languages)
    for nickname in person.nicknames:
        yield from _with_family_name(nickname, person.name, languages)
    for name in person.interviewers:
        yield from _forms_of_name(name, f"interviewer {name}", languages)
    for kind, names in (("ORGANISATION", person.employers), ("PLACE", person.towns)):
        for name in map(nfc, names):
            yield from names_of_thing(kind, name, languages)


def names_of_thing(kind: str, name: str, languages: tuple[str, ...] = ()) -> Iterator[Identifier]:
    """The forms of a place or an organisation: whole, in parts, and with Saint shortened or spelt out.

    People often leave out the first words: Stichting De Windwijzer, Quinta da Bica Fria; or the last ones: Acorn Lane
    Playgroup; or both. Words that may be ordinary ones are marked as a part; the text's language decides then.
    """
    words = name.split()
    whole = [words, [_ARTICLE.sub("", word) for word in words]]
    parts = [some[first:last] for some in whole for first, last in combinations(range(len(words) + 1), 2)]
    parts = [part for part in parts if part != words]
    forms = {" ".join(form): False for form in _spelt(words, languages)}
    for part in parts:
        if part[-1][0].isupper() and (part[0][0].isupper() or _is_kind(part[0], languages)):
            alone = _stands_alone(kind, words, part, languages)
            for form in _spelt(part, languages):
                forms.setdefault(" ".join(form), not alone)
    yield from (Identifier(kind, form, name, part=is_part) for form, is_part in forms.items())


def _is_kind(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word says what kind of organisation something is."""
    return any(load(code).kinds.search(plain(word)) for code in languages)


def _stands_alone(kind: str, words: Sequence[str], part: Sequence[str], languages: tuple[str, ...]) -> bool:
    """Whether a part of the name of a place or an organisation identifies it alone, whatever its words are."""
    if len(part) == 1 or list(part) != list(words[-len(part) :]):
        return False
    in_own_words = len(part) == len(words) - 1 or not _KIND_FIRST.isdisjoint(languages)
    return words[-len(part) - 1].islower() or (kind == "ORGANISATION" and in_own_words)


def _spelt(words: Sequence[str], languages: tuple[str, ...]) -> Iterator[list[str]]:
    """A name as it is, with a small article, and with its Saint spelt otherwise: Sint-Gommerskerk, St. Gommerskerk."""
    yield list(words)
    if len(words) > 1 and any(plain(words[0]) in load(code).openers | load(code).particles for code in languages):
        yield [words[0].lower(), *words[1:]]
    parts = [part for word in words for part in re.split(r"(?<=\w)[-‐‑]", word)]
    saints = [row.split() for code in languages for row in _SAINTS.get(code, ())]
    for number, part in enumerate(parts[:-1]):
        written = plain(part.rstrip("."))
        for long, short in saints:
            if part[0].isupper() and written in (plain(long), plain(short)):
                yield [*parts[:number], short if written == plain(long) else long, *parts[number + 1 :]]


def _forms_of_name(name: str, owner: str, languages: tuple[str, ...]) -> Iterator[Identifier]:
    """The forms of a name, without its titles."""
    for reading in written_names.readings(name, languages):
        yield from _forms_of_reading(reading, owner, languages)


def _forms_of_reading(name: str, owner: str, languages: tuple[str, ...]) -> Iterator[Identifier]:
    """A name whole, family name first, in each of its parts that ends in a capitalised word, and with initials."""
    words = [word for word in re.split(r"[\s,]+", nfc(name)) if word]
    yield Identifier("PERSON", " ".join(words), owner)
    for cut in range(1, len(words)):
        yield Identifier("PERSON", " ".join([*words[cut:], *words[:cut]]), owner, reversed=True)
    found = list(WORD.finditer(nfc(name)))
    parts = [word[0] for word in found]
    joined = {number for number, word in enumerate(found) if _is_joined(nfc(name), word)}
    particles = frozenset().union(*(load(language).particles for language in languages))
    for first, last in combinations(range(len(parts) + 1), 2):
        part = parts[first:last]
        ends = part[-1][0].isupper() or last - 1 in joined
        if ends and first not in joined and len(part[-1]) > 1 and not (len(part) == 1 and plain(part[0]) in particles):
            yield Identifier("PERSON", " ".join(part), owner)
    for one, other in pairwise(parts):
        if one[0].isupper() and other[0].isupper():
            yield Identifier("PERSON", one + other.lower(), owner)  # Gian Luca, Gianluca
    given_first = WORD.findall(written_names.given_first(name))
    yield from _with_initials(given_first, owner)
    yield from _initials_alone(given_first, owner)
    for order in written_names.other_orders(name):
        yield from _initials_alone(order, owner, is_other=True)
    yield from _with_particles_last(parts, owner)


def _with_family_name(nickname: str, name: str, languages: tuple[str, ...]) -> Iterator[Identifier]:
    """A nickname of one word before the family name: Tony Price.

    Not where names are declined: there, two words with any endings would be looked for everywhere.
    """
    if len(nickname.split()) > 1 or is_inflected(languages):
        return
    for reading in written_names.readings(name, languages):
        words = written_names.given_first(reading).split()
        for cut in range(1, len(words)):
            yield Identifier("PERSON", f"{nfc(nickname)} {' '.join(words[cut:])}", "")


def _is_joined(name: str, word: re.Match[str]) -> bool:
    """Whether a word in lower case is the rest of the word before an apostrophe: Мар'яна, but not van 't Wold."""
    return word[0][0].islower() and _APOSTROPHE.search(name, 0, word.start()) is not None


def _with_initials(parts: Sequence[str], owner: str) -> Iterator[Identifier]:
    """The forms of a name in which some of its parts are initials."""
    for cut in range(1, len(parts)):
        initials, family = [part[0] for part in parts[:cut] if part[0].isupper()], parts[cut:]
        if initials and family[-1][0].isupper() and len(family[-1]) > 1:
            for some in {tuple(initials[:1]), tuple(initials)}:
                yield Identifier("PERSON", " ".join([*some, *family]), owner)
                yield Identifier("PERSON", " ".join([*family, *some]), owner, reversed=True)
            if len(parts[0]) > 2:
                yield Identifier("PERSON", f"{parts[0][:2]} {' '.join(family)}", owner)  # Th. Brodersen
                yield Identifier("PERSON", f"{parts[0]} {family[-1][0]}", owner)  # Theodor B.


def _initials_alone(parts: Sequence[str], owner: str, is_other: bool = False) -> Iterator[Identifier]:
    """The initials of a name in one order; `is_other` if it is not that of its given names first."""
    given = [part[0] for part in parts if part[0].isupper()]
    every = tuple(part[0] for part in parts)
    others = given[1:] if is_other else given[-1:]  # where the given names end is not known
    anywhere = {every, tuple(given), *((given[0], one) for one in others)} if len(given) > 1 else set()
    for some in anywhere:
        yield Identifier("PERSON", " ".join(some), owner, reversed=is_other, initials=True)
    for some in speaker_initials.of_name(parts) if parts else ():
        if some not in anywhere:
            yield Identifier("PERSON", " ".join(some), owner, reversed=is_other, initials=True, mark=True)


def identifiers_to_protect(
    names: ListedNames,
    people: Collection[Person],
    pseudonyms: Pseudonyms,
    kept: Iterable[str],
    decided: Mapping[tuple[str, ...], str] = NOTHING_DECIDED,
) -> Iterator[tuple[str, str, str]]:
    """All words that results must not contain, sorted: type, words, and the languages that decline a listed name.

    These are the listed names, all ids and documents of the register (also of people who withdrew), and everything that
    got a pseudonym or a placeholder. `kept` are words that may occur because a person decided so. `decided` are the
    plain words that a person decided to replace, with how they are written if this holds in the whole study: such words
    are searched for like listed names, others like words that were replaced. A part of a longer name, which may be
    ordinary words, is included if it was replaced, or as `parts_of_people` says. Initials identify nobody but where
    they mark who speaks, and have a type of their own. Languages are separated by spaces.
    """
    found = {
        (name.kind, name.form, " ".join(name.languages) or UNDETERMINED)
        for name in names.identifiers
        if not (name.initials or name.part)
    }
    found.update(
        (kind, form, " ".join(languages) or UNDETERMINED) for kind, form, languages in parts_of_people.find(names)
    )
    for person in people:
        found.add(("PARTICIPANT", person.participant, ""))
        found.update(("DOCUMENT", document, "") for document in person.documents)
    ids = set(map(participant_ids.compact, ids_of(people)))  # that are replaced in texts, in any spelling
    given = (one for one in pseudonyms.given if participant_ids.compact(one[1]) not in ids)
    found.update((INITIALS, letters.upper(), UNDETERMINED) for letters in names.initials.owners)
    for kind, original in given:
        if kind == "PERSON" and speaker_initials.letters_in(original) in names.initials.owners:
            continue
        is_decided = kind in MAY_BE_DECIDED and plain_words(original) in decided
        found.add((DECIDED if is_decided else kind, original, ""))
    found.update((DECIDED, written, UNDETERMINED) for written in decided.values() if written)
    found.update((KEPT, words, "") for words in kept)
    yield from sorted(found)


def _with_particles_last(parts: Sequence[str], owner: str) -> Iterator[Identifier]:
    """Family name first, and its particles at the end: Wold, Jeroen van 't."""
    particles = [number for number, part in enumerate(parts[:-1]) if part[0].islower()]
    if particles and particles[0] > 0:
        given, between, family = (
            parts[: particles[0]],
            parts[particles[0] : particles[-1] + 1],
            parts[particles[-1] + 1 :],
        )
        for some in (given, [part[0] for part in given], [given[0][0]]):
            for name in (family, family[:1]):
                yield Identifier("PERSON", " ".join([*name, *some, *between]), owner, reversed=True)
