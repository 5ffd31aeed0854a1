"""Addresses without a street before a number: post boxes, blocks, houses of villages, the number before a street.

1. A word for a post box with its number.
2. A word for a block or a house with its number behind a name: sídliště Hornická, blok 12; or several: block 3, door 5.
3. A house that is counted in a street: the third house on the left in Pinfold Lane.
4. A number behind a word such as "number", then a small word and a street: číslo sedm v Tulipánové. A number that is a
   noun needs no such word: pětka v Kostelní, vor der Sieben in der Tulpenstraße.

A person decides about all but post boxes.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors import house_numbers
from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.address_tails import is_numbered, tail
from crosscase.detectors.long_numbers import counts_nothing
from crosscase.detectors.nearby import plain_signs
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.place_names import NAME, names_of, particles_of
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import times, values
from crosscase.detectors.words import begins_sentence, words_from
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "perhaps a house, a block or a flat with its number"
_BEFORE = 62  # characters before a number in which the name of a place may stand
_MOST_IN_BOX = 8  # numbers in words
_SMALL = r"(?:[^\W\d_]{1,4}\s){1,2}"


class _Patterns:
    """The patterns of one language, for a text without accents."""

    def __init__(self, language: Language) -> None:
        lead = any_plain(language.contact("street_before"))
        names, particle = names_of(language), rf"(?:{particles_of(language)}\s){{0,2}}"
        boxes, sign = (any_plain(language.contact(name)) for name in ("post_boxes", "number_signs"))
        figures = rf"(?P<figures>(?:\s{sign})?(?::|,(?=\s\d{{3}}))?(?:\s|(?<=\s))\d(?:[\d ]{{0,9}}\d)?(?!\w))?"
        self.needed_box = NeededWords(language.contact("post_boxes"), goes_on=True)
        self.box = re.compile(rf"(?<!\w)(?P<box>{boxes}[^\W\d]{{0,2}}){figures}", re.IGNORECASE)
        sites = rf"(?i:{any_plain(language.contact('sites'))}\w{{0,2}})"
        # Where caravans and tents stand, behind the number of a place: pitch 14, camping Slaniska.
        self.site = re.compile(rf",?\s(?:{sites}\s{names}|{names}\s{sites})(?!\w)")
        self.blocks = frozenset(language.contact("blocks"))
        blocks = sorted(self.blocks.union(language.contact("flat")))
        self.needed_block = NeededWords(blocks)
        self.block = re.compile(
            rf"(?<!\w)(?P<block>{any_plain(blocks)})(?:(?<=[\s.])|:?\s)"
            r"(?P<number>(?-i:[A-ZΑ-Ω])\s\d{1,3}(?!\w)|\d{1,3}\s[a-z](?=,)|\w+(?:-\w+)?)",
            re.IGNORECASE,
        )
        self.street = re.compile(
            rf",\s(?P<lead>(?i:{lead})\s{particle})?(?P<names>{names})(?:\s\d{{1,4}}[a-z]?)?(?!\w)"
            rf"(?:,\s{names}(?!\w))?"
        )
        estates = any_plain([*language.contact("hamlets"), *language.contact("sites")])
        self.names = re.compile(rf"(?<!\w)(?P<lead>(?i:{lead}|{estates})\s)?(?P<names>{names})(?:\s{sites})?,?\s$")
        houses, after = (any_plain(language.contact(name)) for name in ("houses", "street_after"))
        self.needed_house = NeededWords(language.contact("houses"), goes_on=True)
        self.house = re.compile(
            rf"(?<!\w)(?P<number>\w+)\s(?i:{houses})\w{{0,2}}(?:,?\s[^\W\d_]+){{0,4}}?,?\s"
            rf"(?:(?i:{lead}|{after})\s{particle})?(?P<names>{names})(?:\s{after})?(?!\w)",
        )
        signs = any_plain(
            word for name in ("house_number", "number_articles", "blocks") for word in language.contact(name)
        )
        self.sign = re.compile(rf"(?<!\w){signs}:?\s*$", re.IGNORECASE)
        self.signs = frozenset(language.contact("house_number")).difference(language.contact("flat"))
        further = rf"(?:{NAME}|[a-z]{{4,}}(?=[\s.,;:!?)]|$))"
        street = rf"(?P<names>{NAME}(?:\s(?:(?:{particles_of(language)}|\d{{1,2}})\s){{0,2}}{further}){{0,2}})"
        self.behind = re.compile(rf"(?:,?\s{_SMALL}|,\s)(?P<lead>(?i:{lead})\s)?{street}")
        self.at = re.compile(rf"(?<!\w){any_plain(language.contact('number_at'))}\s\Z", re.IGNORECASE)
        articles = any_plain(language.contact("definite_articles"))
        self.article = re.compile(rf"(?<!\w)(?P<article>{articles})\s\Z")  # of a number that is a noun
        self.streets = tuple(sorted({*language.contact("street_before"), *language.contact("street_after")}))
        self.leads = frozenset(language.contact("street_leads"))
        self.endings = (*language.contact("street_endings"), *language.contact("street_perhaps"))


@cache
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses without a street before a number."""
    text = plain_signs(text)
    bare = without_accents(text)
    for language in setting.languages:
        patterns = _patterns(language)
        for box in patterns.box.finditer(bare) if patterns.needed_box.may_be_in(text) else ():
            if "," in (box["figures"] or "") and not counts_nothing(text, box.end(), setting):
                continue
            if (end := box.end() if box["figures"] else _end_of_words(text, box.end(), language)) > box.end("box"):
                yield Span(box.start(), end, "ADDRESS", shape(text[box.start() : end]))
        found = list(_blocks(bare, patterns, language, setting)) if patterns.needed_block.may_be_in(text) else []
        found += _before_streets(text, patterns, language, setting)
        found += _houses(bare, patterns, language, setting) if patterns.needed_house.may_be_in(text) else ()
        for start, end in found:
            yield Span(start, end, "ADDRESS", shape(text[start:end]), _DOUBT)


def _end_of_words(text: str, end: int, language: Language) -> int:
    """Where numbers in words end that follow a place at once: double oh four one; the same place if none does."""
    for word in words_from(text, end, _MOST_IN_BOX):
        if text[end : word.start].strip() or not (word.shape in values(language) or word.shape in times(language)):
            break
        end = word.end
    return end


def _blocks(text: str, patterns: _Patterns, language: Language, setting: Setting) -> Iterator[tuple[int, int]]:
    """Blocks and houses with a number behind a name, and several of them in a row."""
    reached = 0
    for block in patterns.block.finditer(text):
        if block.start() < reached or not is_numbered(block["number"].replace(" ", ""), language):
            continue
        end = reached = tail(text, block.end(), language)
        name = patterns.names.search(text, max(0, block.start() - _BEFORE), block.start())
        if name and _is_place(text, name, setting):
            yield name.start(), end
        elif site := patterns.site.match(text, end):
            yield block.start(), site.end()
        elif street := _street_behind_block(text, block, end, patterns, setting):
            yield block.start(), tail(text, street.end(), language)
        elif end > block.end() and plain(block["block"].strip()) in patterns.blocks - patterns.signs:
            yield block.start(), end


def _street_behind_block(
    text: str, block: re.Match[str], end: int, patterns: _Patterns, setting: Setting
) -> re.Match[str] | None:
    """The street behind a block whose number has a letter, or behind several parts: Haus F 3, Zum Lerchenpfuhl."""
    street = patterns.street.match(text, end)
    if street is None or (end == block.end() and not re.search(r"[A-ZΑ-Ω]|\d\s?[a-z]", block["number"])):
        return None
    is_named = street["lead"] or _is_led(street["names"], patterns) or _street(street["names"], patterns, setting)
    return street if is_named and plain(street["names"].split()[-1]) not in setting.excepted else None


def _houses(text: str, patterns: _Patterns, language: Language, setting: Setting) -> Iterator[tuple[int, int]]:
    """Houses that are counted in a street: the third house on the left in Pinfold Lane."""
    for house in patterns.house.finditer(text):
        words = [word for word in house["names"].split() if word[0].isupper()]
        is_name = any(not Vocabulary.of(setting.languages).is_ordinary(word) for word in words)
        kind = _street(house["names"], patterns, setting)
        number = house["number"]
        is_counted = is_numbered(number, language) or is_numbered(f"{number[:-1]}o", language)  # terceira
        if is_counted and (is_name or kind) and plain(words[0]) not in setting.excepted:
            yield house.start(), house.end()


def _is_place(text: str, name: re.Match[str], setting: Setting) -> bool:
    """Whether capitalised words may be the name of a place: one is not ordinary, or none begins the sentence."""
    vocabulary = Vocabulary.of(setting.languages)
    names = [word for word in name["names"].split() if word[0].isupper()]
    if name["lead"] or any(len(word) > 2 and not vocabulary.is_ordinary(word) for word in names):
        return True
    return not (setting.articles or begins_sentence(text, name.start()) or plain(names[-1]) in setting.no_names)


def _before_streets(text: str, patterns: _Patterns, language: Language, setting: Setting) -> Iterator[tuple[int, int]]:
    """Numbers before a street."""
    numbers = house_numbers.find(text, language)
    text = without_accents(text)
    for number in numbers:
        street = patterns.behind.match(text, tail(text, number.end, language))
        if not street:
            continue
        sign = patterns.sign.search(text, max(0, number.start - _BEFORE), number.start)
        is_sign = sign is not None or is_noun(text[number.start : number.end], setting)
        kind = "street word" if street["lead"] else _street(street["names"], patterns, setting)
        kind = "ending" if _is_led(street[0], patterns) else kind
        is_joined = text[street.start() : street.start("names")].strip(", ") != ""
        is_certain = kind == "street word" or (kind == "ending" and number.in_words)
        is_joined = is_joined or (sign is not None and _is_at(text, sign, patterns))
        if is_certain or (is_sign and (kind == "ending" or (kind == "unknown" and is_joined))):
            start = sign.start() if sign else number.start
            while not text[start].isalnum():
                start += 1
            article = patterns.article.search(text, max(0, start - _BEFORE), start) if number.in_words else None
            start = article.start("article") if article else start
            end = street.end()
            if setting.articles and (small := re.search(r"\s[a-z]\w*$", street[0])):
                end -= len(small[0])  # in Oberziegelbach aufgewachsen
            yield start, tail(text, end, language)


def _is_at(text: str, sign: re.Match[str], patterns: _Patterns) -> bool:
    """Whether a word such as "at" stands before a word such as "number", or is part of it."""
    return (
        len(sign[0].split()) > 1 or patterns.at.search(text, max(0, sign.start() - _BEFORE), sign.start()) is not None
    )


def _street(names: str, patterns: _Patterns, setting: Setting) -> str:
    """What says that words are a street: a word for streets, an ending, or that it is in no vocabulary."""
    words = [plain(word.strip(".,")) for word in names.split()]
    if words[0] in patterns.streets and len(words) > 1:
        return "street word"
    if words[-1] in patterns.streets or any(word.endswith(patterns.endings) for word in words if patterns.endings):
        return "ending"
    capitals = [word for word in names.split() if word[0].isupper()]
    return "" if all(map(Vocabulary.of(setting.languages).is_ordinary, capitals)) else "unknown"


def _is_led(street: str, patterns: _Patterns) -> bool:
    """Whether a street begins with a capitalised small word: Nummer 12, Am Alten Gaswerk."""
    words = street.strip(", .").split()
    return words[0][0].isupper() and not patterns.leads.isdisjoint(plain(" ".join(words[:some])) for some in (1, 2))


def is_noun(written: str, setting: Setting) -> bool:
    """Whether a number in words is written as a noun: pětka, die Sieben."""
    word = plain(written)
    if not any(word in values(language) for language in setting.languages):
        return False
    endings = tuple(ending for language in setting.languages for ending in language.contact("number_noun_endings"))
    return (bool(endings) and word.endswith(endings)) or (bool(setting.articles) and written[0].isupper())
