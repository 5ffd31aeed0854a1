"""Assemble the invented transcripts: their text, and where the coded spans lie in it."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle

from tests.reconstruction import people, surroundings
from tests.reconstruction.facts import Code
from tests.reconstruction.mentions import MENTIONS
from tests.reconstruction.people import CASTS
from tests.reconstruction.plan import REQUIRED, Interview, PlannedSegment, chance
from tests.reconstruction.project import CodePath, Coding, Document
from tests.reconstruction.sentences import LANGUAGES, SYNTHETIC
from tests.reconstruction.surroundings import SETTINGS

Mention = tuple[str, str]
"""A kind of identifier, as in :class:`tests.reconstruction.mentions.Mentions`, and its value."""

OWN = ("name", "surname", "first_name", "email", "link")
"""The kinds whose value depends on who speaks; the value is empty until then."""


@dataclass(frozen=True)
class Speaker:
    """A participant and the invented name."""

    participant: str
    name: str

    def own(self, kind: str) -> str:
        """Give what identifies the speaker directly, by kind of mention."""
        return {
            "name": self.name,
            "surname": people.surname(self.name),
            "first_name": people.first_name(self.name),
            "email": surroundings.email(self.name, self.participant),
            "link": surroundings.link(self.participant),
        }[kind]


@dataclass
class Page:
    """The text of a document while it is written."""

    text: str = SYNTHETIC

    def line(self, opening: str) -> None:
        """Begin a new paragraph."""
        self.text += f"\n{opening}"

    def write(self, *sentences: str) -> int:
        """Add sentences to the paragraph, with spaces between; give the place where they begin."""
        start = len(self.text) + 1
        self.text += "".join(f" {sentence}" for sentence in sentences)
        return start


class Country:
    """Writes one country's transcripts; mentions go round, so that each occurs in coded text.

    ``labels_alone``: the country's tool knows no hierarchy of codes.
    """

    def __init__(self, country: str, *, labels_alone: bool) -> None:
        """Begin the round of mentions and the count of spellings."""
        self.country = country
        self.labels_alone = labels_alone
        self.language = LANGUAGES[country]
        self.round = cycle(_mentions(country))
        self.spelt: Counter[str] = Counter()

    def transcribe(
        self, interview: Interview, name: str, documents: list[Document]
    ) -> Iterator[tuple[Document, list[Coding]]]:
        """Write one participant's documents (given without text), segments shared out evenly."""
        speaker = Speaker(interview.participant, name)
        dice = chance(f"transcript {interview.participant}")
        coders = CASTS[self.country].coders
        pair = coders[interview.first_coder], coders[1 - interview.first_coder]
        for part, document in enumerate(documents):
            page = Page()
            codings: list[Coding] = []
            self._open(page, speaker, dice)
            for number, segment in enumerate(interview.segments[part :: len(documents)], start=1):
                page.line("Q:")
                page.write(self.language.question(dice.randrange(9), number))
                start, narrow_end, end = self._answer(page, speaker, segment, number, dice)
                codings += [
                    Coding(
                        document.name,
                        self.code_path(planned.code),
                        pair[planned.coder],
                        start,
                        narrow_end if planned.narrow else end,
                    )
                    for planned in segment.codings
                ]
            if not codings:
                self._talk(page, speaker, dice)
            self._close(page, speaker, dice)
            yield replace(document, text=page.text), codings

    def code_path(self, code: Code) -> CodePath:
        """Give a code's path in this export, with the country's own spelling every other time."""
        label = code.label
        if REQUIRED.get(code.id) == self.country:
            self.spelt[code.id] += 1
            label = code.aliases[0] if self.spelt[code.id] % 2 else code.label
        return (label,) if self.labels_alone else (code.domain_title, label)

    def _open(self, page: Page, speaker: Speaker, dice: random.Random) -> None:
        setting = SETTINGS[self.country]
        page.line("Q:")
        page.write(self._mention(speaker, "person", dice.choice(CASTS[self.country].others)))
        page.line("A:")
        page.write(
            self._mention(speaker, "name"),
            self._mention(speaker, "organisation", dice.choice(setting.organisations)),
            self._mention(speaker, "place", dice.choice(setting.places)),
        )

    def _answer(
        self,
        page: Page,
        speaker: Speaker,
        segment: PlannedSegment,
        number: int,
        dice: random.Random,
    ) -> tuple[int, int, int]:
        """Write the answer; give its span: where it starts, its first sentence ends, it ends."""
        page.line("A:")
        if dice.random() < 0.2:
            page.write(self.language.filler(dice.randrange(9)))
        topics = tuple(code.label.lower() for code in segment.topics)
        start = page.write(self.language.carrier(dice.randrange(9), number, topics))
        narrow_end = len(page.text)
        over_two_paragraphs = dice.random() < 0.08
        if over_two_paragraphs:
            page.line("…")
        if dice.random() < 0.4:
            page.write(self._mention(speaker, *next(self.round)))
        elif over_two_paragraphs:
            page.write(self.language.filler(dice.randrange(9)))
        end = len(page.text)
        if dice.random() < 0.15:
            page.write(self.language.filler(dice.randrange(9)))
        return start, narrow_end, end

    def _talk(self, page: Page, speaker: Speaker, dice: random.Random) -> None:
        """Fill a transcript that nobody coded."""
        for number, kind in enumerate(OWN, start=1):
            page.line("Q:")
            page.write(self.language.question(dice.randrange(9), number))
            page.line("A:")
            page.write(*(self.language.filler(variant) for variant in range(4)))
            page.write(self._mention(speaker, kind))

    def _close(self, page: Page, speaker: Speaker, dice: random.Random) -> None:
        number = dice.choice(surroundings.telephones(self.country))
        page.line("A:")
        page.write(
            self._mention(speaker, "email"),
            self._mention(speaker, "telephone", number),
            self._mention(speaker, "link"),
        )

    def _mention(self, speaker: Speaker, kind: str, value: str = "") -> str:
        return MENTIONS[self.country].sentence(kind, value or speaker.own(kind))


def _mentions(country: str) -> list[Mention]:
    """List what a country's transcripts mention: each name, and each notation of its numbers."""
    setting = SETTINGS[country]
    names = [
        *(("person", other) for other in CASTS[country].others),
        *(("place", place) for place in setting.places),
        *(("organisation", organisation) for organisation in setting.organisations),
        *((kind, "") for kind in OWN),
    ]
    numbers = [("telephone", number) for number in surroundings.telephones(country)]
    mixed = names + numbers
    chance(f"mentions {country}").shuffle(mixed)
    return mixed
