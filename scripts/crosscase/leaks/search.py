"""The identifiers in a text, and their kinds.

1. `words_of_interest` finds the words of the text that belong to an identifier. Nearly every text has none.
2. A name of one word is proven by such a word. A name of several is searched for around its longest word, in all
   forms as in anonymisation; ids and numbers in any grouping; addresses literally.
3. What was found is looked at again without ids of the pipeline, in which short names occur by chance.

ASSUME, each so that no build fails without reason:
- One or two letters and fewer than seven digits are not searched for alone, and initials only where they mark who
  speaks in words from outside, unless they are a word of the study's languages or public.
- A single word does not count if it is public (`public_texts`) or if a person decided to keep it; several words,
  numbers and ids do not where they are written as a person decided to keep them.
- A listed name counts in small letters, too, but for ordinary words of the study's languages; a name that was replaced
  without being listed (Mr Young) must have a capital letter and be no such word.
- Words that a person decided to replace in the whole study count in any case (`decided`); those for one document or
  place as words that were replaced, and not at all where passages may have them elsewhere, which are kept.
- An ordinary English word does not count as a form of a name (They, of Thea).
- Documents and coders that are called by public words and numbers alone ("New Town 2") have no name.
- Places and organisations that the study compares ("New Town" in its tables) do not count.
- What the pipeline itself writes does not count: several words in a row, an id, and a word that joins a name's words.
- Names in the study's CITATION.cff do not count: it may name an interviewer.
- A name of at most four letters, all of them capitals, such as a coder's initials, needs capitals in the text.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from string import digits
from typing import NamedTuple

from crosscase.anonymisation.identifiers import DECIDED, INITIALS
from crosscase.detectors import misread_names
from crosscase.detectors.name_search import NameSearch
from crosscase.detectors.spans import Setting
from crosscase.detectors.speaker_initials import SpeakerInitials, letters_in
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain
from crosscase.leaks import text_parts
from crosscase.leaks.containers import BETWEEN
from crosscase.leaks.cut_names import CutNames
from crosscase.leaks.decided import DecidedInTexts
from crosscase.leaks.hits import Hit
from crosscase.leaks.numbers import Numbers
from crosscase.leaks.own_ids import without_ids
from crosscase.leaks.pipeline_texts import PipelineTexts
from crosscase.leaks.public_ids import PublicNames
from crosscase.leaks.signs import Signs
from crosscase.leaks.spellings import visible
from crosscase.leaks.watched import CALLED, NAMES, Watched
from crosscase.leaks.watched_names import WatchedName, at_stem, by_key, shapes_of, watched_name
from crosscase.leaks.whole_names import WholeNames
from crosscase.leaks.words_of_interest import Words, WordsOfInterest

_ENGLISH = "en"  # the language of the results
_PERSON = "PERSON"
_INITIAL = 2  # letters of a first name that is shortened, at most: T. or Th.
_INITIALS = 4  # letters of a name that may be initials
NO_TEXTS = PipelineTexts()


class About(NamedTuple):
    """What is known of a text.

    `whole_names`: only names of several words are searched for. `shortest`: only identifiers with at least so many
    letters. `composed`: the pipeline wrote it, and counts stand beside public words in it. `named`: it is the name of a
    file.
    """

    whole_names: bool = False
    shortest: int = 0
    composed: bool = False
    named: bool = False

    @property
    def has_marks(self) -> bool:
        """Whether marks of the pipeline's files can be in it."""
        return self.composed or self.named


ANY_TEXT = About()


class Search:
    """Finds the identifiers of a study.

    `public` are public words, `public_text` is all public text, `cited` is the citation file; `kept` are words that a
    person decided to keep; `in_tables` are the names that tables have (`public_ids`); `names` is what `names_of` says
    of the same, if that was asked before; `languages` are those of the study, whatever names are listed; `own` are the
    texts of the pipeline, which are a part of `public_text`.
    """

    def __init__(
        self,
        watched: Sequence[Watched],
        public: frozenset[str] = frozenset(),
        public_text: str = "",
        cited: str = "",
        kept: Iterable[str] = (),
        in_tables: Iterable[str] = (),
        names: Sequence[WatchedName] | None = None,
        languages: Iterable[str] = (),
        own: PipelineTexts = NO_TEXTS,
    ) -> None:
        kept = list(kept)
        decided = [tuple(WORD.findall(words)) for words in kept]
        self._kept_words = frozenset(plain(words[0]) for words in decided if len(words) == 1)
        self._public = public | self._kept_words
        self._own = own
        self._kept = [words for words in decided if len(words) > 1]
        self._spoken = tuple(sorted({_ENGLISH, *languages, *(spoken for one in watched for spoken in one.languages)}))
        public_names = PublicNames(self._public, in_tables, public_text)
        names = names_of(watched, cited) if names is None else names
        self._names = [name for name in names if not _is_public(name, public_names)]
        self._by_key = by_key(self._names)
        self._searches: dict[frozenset[WatchedName], NameSearch] = {}
        self._numbers = Numbers(watched, kept)
        self._signs = Signs(watched, public_names, public_text.casefold(), _grammar(self._spoken), kept, own)
        self._decided = DecidedInTexts(watched, public_names, own, self._spoken, self._is_kept, cited)
        stems = {stem for name in self._names for stem in name.stems}
        shapes = shapes_of(self._names)
        self._interest = WordsOfInterest(shapes | self._signs.words, stems, self._spoken, self._decided.is_telling)
        shapes |= self._decided.telling
        self._misread = misread_names.MisreadNames(shapes, self._spoken, self._public, of_results=True)
        people = (
            n.identifier.form for n in self._names if n.is_one_word and n.watched.listed and n.watched.kind == _PERSON
        )
        self._cut = CutNames(people)
        titles = frozenset[str]().union(*(load(language).titles for language in self._spoken))
        self._whole = WholeNames(dict.fromkeys(name.watched for name in self._names), titles, self._is_plain)
        found = {name.watched for name in self._names} | self._decided.watched
        initials = {plain(one.words): one.words for one in watched if one.kind == INITIALS}
        words = self._public.union(map(letters_in, kept))
        self._initials = {one: initials[one] for one in initials if one not in words and not self._is_plain(one)}
        self._marks = SpeakerInitials(self._initials)
        self.searched = sum(one in found or one in self._numbers or one in self._signs for one in watched)

    def kinds(self, text: str, about: About = ANY_TEXT) -> set[str]:
        """The kinds of identifier in a text; `about` says what is known of it."""
        return {hit.kind for hit in self.hits(text, about)}

    def hits(self, text: str, about: About = ANY_TEXT) -> set[Hit]:
        """The identifiers in a text, in each form in which it has them."""
        found: set[Hit] = set()
        misread = "" if about.shortest else self.misread(text)  # in bytes that are no text any sign may stand anywhere
        for part in chain(text_parts.of(text), text_parts.of(misread)):
            if self._hits_in_part(part, about):
                found |= self._hits_in_part(without_ids(part), about)
        return found

    def misread(self, text: str) -> str:
        """What of a text may be misread words of names, as these; empty if nothing is."""
        found = misread_names.words(text.replace(BETWEEN, "\n"))  # their sign stands for lost letters elsewhere
        return BETWEEN.join(sorted(read for word in found if (read := self._misread.restored(word)) != word))

    def hits_stated(self, text: str) -> set[Hit]:
        """The identifiers in a text that the study itself states: also whole names of public words."""
        whole = (hit for hit in self._whole.written_in(text) if not self._is_kept(hit.written))
        kept = self._kept_words
        named = {hit for hit in whole if kept.isdisjoint(map(plain, WORD.findall(hit.written)))}
        return self.hits(text) | self.hits_at_edges([text]) | named

    def hits_at_edges(self, passages: Iterable[str]) -> set[Hit]:
        """The names that the edges of some passages have cut."""
        cut = (one for one in self._cut.at_edges(passages) if plain(one[0]) not in self._public)
        return {Hit(_PERSON, name, word) for word, name in cut if not self._is_plain(word)}

    def _hits_in_part(self, text: str, about: About) -> set[Hit]:
        words = self._interest.of(text)
        hits = {*self._names_in(words, about), *self._decided.hits_in(words, about)}
        if not about.whole_names:
            hits |= self._numbers.hits(text)
            hits |= self._signs.hits(words, about.shortest, about.composed)
        if not (about.whole_names or about.shortest or about.has_marks):
            marks = (one for one in self._marks.find(text) if text[one.start].isupper() and not one.is_doubtful)
            hits |= {Hit(_PERSON, self._initials[mark.letters], text[mark.start : mark.end]) for mark in marks}
        return hits

    def _names_in(self, words: Words, about: About) -> Iterator[Hit]:
        keys = (words.spelt.keys() | set(map(at_stem, words.beginnings))) & self._by_key.keys()
        longer: dict[WatchedName, set[str]] = {}
        for name in dict.fromkeys(name for key in sorted(keys) for name in self._by_key[key]):
            if len(name.identifier.form) < about.shortest or (about.whole_names and name.is_one_word):
                continue
            shapes = name.shapes_in(words)
            if name.is_one_word:
                found = (word for shape in shapes for word in words.spelt[shape])
                yield from (_hit(name, word) for word in found if self._word_proves(name, word, about))
            elif shapes:
                longer[name] = shapes
        yield from self._longer_names(longer, words, about)

    def _longer_names(self, names: dict[WatchedName, set[str]], words: Words, about: About) -> Iterator[Hit]:
        if not names:
            return
        by_identifier = {name.identifier: name for name in names}
        search = self._search_of(frozenset(names))
        for piece in words.surroundings(set().union(*names.values())):
            for cased in dict.fromkeys((piece, piece.title())):
                for found in search.find(cased):
                    written = piece[found.start : found.end] if len(cased) == len(piece) else cased
                    name = by_identifier[found.name]
                    if self._words_prove(name, written, about) and not self._is_kept(written):
                        yield _hit(name, written)

    def _search_of(self, names: frozenset[WatchedName]) -> NameSearch:
        if names not in self._searches:
            self._searches[names] = NameSearch(name.identifier for name in names)
        return self._searches[names]

    def _words_prove(self, name: WatchedName, written: str, about: About) -> bool:
        """Whether what is written proves a name of several words: the words themselves, or one that joins them."""
        words = WORD.findall(written)
        if joined := [alone for word in words if (alone := word.strip(digits)) and plain(alone) in name.joined]:
            return not all(self._is_public_joined(name, word, about) for word in joined)
        return self._several_prove(name.watched, written) and not self._own.has_in_a_row(list(map(plain, words)))

    def _is_public_joined(self, name: WatchedName, word: str, about: About) -> bool:
        """Whether a word that joins those of a name, as "time" does of Tim E., is public.

        One of the study's own texts is if it is an ordinary word, or joins an initial; else it is a whole name.
        """
        if self._is_mark(word, about) or plain(word) in self._kept_words or self._own.has(plain(word)):
            return True
        is_part = min(map(len, name.plain_words)) <= _INITIAL or self._is_plain(word)
        return plain(word) in self._public and is_part

    def _is_mark(self, word: str, about: About) -> bool:
        return about.has_marks and self._own.has_mark(word)

    def _several_prove(self, watched: Watched, written: str) -> bool:
        """Whether several words prove a name: in small letters only if one of them is no ordinary word."""
        words = [word for word in WORD.findall(written) if len(word) > 1]
        small = [word for word in words if word[0].islower()]
        listed = WORD.findall(watched.words)
        if not any(word[0].isupper() for word in listed):
            return len(words) >= sum(len(word) > 1 for word in listed)  # a small word of one letter is no initial
        return len(small) < len(words) or not all(map(self._is_plain, small))

    def _is_kept(self, written: str) -> bool:
        """Whether a person decided to keep these words, as they are written, perhaps among others."""
        words = tuple(WORD.findall(written))
        return any(words == kept[at : at + len(words)] for kept in self._kept for at in range(len(kept)))

    def _word_proves(self, name: WatchedName, word: str, about: About) -> bool:
        form, listed = name.identifier.form, name.watched.listed
        without_number = word.strip(digits)  # of a cell before, which may be joined to the word, or its own
        if len(word) < 2 or plain(without_number) in self._public or self._is_mark(without_number, about):
            return False
        word = word.lstrip(digits) or word
        if form.isupper() and len(form) <= _INITIALS:
            return word.isupper()
        if word[0].islower() and form[0].isupper():
            return listed and not self._is_plain(word)
        if plain(word) == plain(form) and listed:
            return True
        # Anonymisation has replaced every form of a listed name in an interview, or a person has kept it.
        if word[0].islower() and not listed:
            return not self._is_plain(word)
        return not self._is_ordinary(word, (_ENGLISH,) if listed else self._spoken)

    def _is_plain(self, word: str) -> bool:
        """Whether a word in small letters is ordinary, as anonymisation takes it: otherwise it replaces a name."""
        return Vocabulary.of(tuple(map(load, self._spoken))).is_ordinary_in_small_letters(word)

    @staticmethod
    def _is_ordinary(word: str, languages: Collection[str]) -> bool:
        return Vocabulary.of(tuple(map(load, languages))).is_ordinary(word)


def names_of(watched: Iterable[Watched], cited: str = "") -> list[WatchedName]:
    """The names to search for, in all their forms, without those of authors in the citation file."""
    authors = frozenset(map(plain, WORD.findall(cited)))
    listed = (one for one in watched if one.kind in NAMES and one.kind != DECIDED)  # those are `decided` words
    read = (replace(one, words=words) for one in listed for words in _readings(one.words))
    names = [name for one in read if (name := watched_name(one))]
    return [name for name in names if not (authors and authors.issuperset(name.plain_words))]


def _hit(name: WatchedName, written: str) -> Hit:
    return Hit(name.watched.kind, name.watched.words, written)


def _grammar(languages: Iterable[str]) -> frozenset[str]:
    return Setting((), tuple(map(load, languages))).grammar


def _is_public(name: WatchedName, public: PublicNames) -> bool:
    """Whether a name is public in this study: of a place or an organisation, or as a team calls documents."""
    words, kind = " ".join(name.plain_words), name.watched.kind
    return (kind != _PERSON and public.has(words)) or (kind in CALLED and public.can_compose(words))


def _readings(words: str) -> set[str]:
    """A name as it is listed, and as a text with it is read, if the list has hidden signs or letters of two scripts."""
    return {words, visible(words)}
