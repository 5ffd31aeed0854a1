"""Human review: a person decides on doubtful words, and every later build applies the decision.

1. `anonymise_export` writes undecided doubtful words into a queue, one row for each word in each interview. `reviewing`
   groups the rows of all exports by word.
2. A person fills in the decision, who decided and when, with `crosscase review` or in a spreadsheet.
3. A decision holds for the words everywhere, in one document, or at one place (column `where`); the closest one wins.
   Inside longer words it holds, too (`review_outcomes`), and one that replaces words also where no rule finds them
   (`decided_words`).
   It is found by its id, which depends only on the words, the document's name and the place. So it is valid in every
   export of the interview, from any tool. A row that still has its words stays valid when the study gets a new key.
4. A document without usable capital letters has a row of its own, `WHOLE_DOCUMENT`: names in no list cannot be found in
   it, so somebody must read it. `keep` publishes its words; any other decision withholds them. So has a document with
   some such passages, `SOME_PASSAGES`: the decision is about these alone, and further ones are asked about again.
5. A whole name of somebody who withdrew is replaced without a question, also if its words are ordinary ones.
6. An ordinary word that the study itself has in small letters needs no decision (`ordinary_here`), unless it is like a
   listed name or a common name. A listed name always needs one, also in small letters.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from crosscase.anonymisation.decided_places import stands_at
from crosscase.anonymisation.decided_words import DecidedWords, Run, plain_words
from crosscase.anonymisation.decision_rows import (
    BETWEEN_PLACES,
    ORDINARY_HERE,
    Choice,
    Decision,
    Where,
    id_of,
)
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.pseudonyms import PLACEHOLDER, WITHOUT_NUMBER, Pseudonyms
from crosscase.anonymisation.shown_places import on_one_line, place_of
from crosscase.anonymisation.unheld_decisions import UnheldDecisions
from crosscase.coding.casing import SOME_PASSAGES, Casing, is_about_document, row_about
from crosscase.detectors.listed_parts import LISTED
from crosscase.detectors.spans import Span
from crosscase.detectors.speaker_initials import letters_in
from crosscase.detectors.suspicion import ORDINARY, UNKNOWN
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem
from crosscase.storage.schemas import AppliedDecision, ReviewCount
from crosscase.storage.text_form import fold, nfc

_UNREADABLE = (
    "written in {}: no rule finds names that no list has; `keep` says that somebody read {} and found none left"
)
_ALL, _THESE = "the whole document, not only what is coded of it,", "these passages"
_PLACES = 5  # shown for each word in each document


class Reviews:
    """The queue of one export, and the decisions on its words.

    `ordinary_here` says of a word whether the study's own texts show that it is an ordinary one, `short_form_here` of
    plain letters whether they show a short form. `without_withdrawn` takes the names of people who withdrew out of the
    words around a doubtful one.
    """

    def __init__(
        self,
        export: str,
        decisions: dict[str, Decision],
        pseudonyms: Pseudonyms,
        ordinary_here: Callable[[str], bool] = lambda _: False,
        without_withdrawn: Callable[[str], str] = str,
        short_form_here: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._export = export
        self._decisions = decisions
        self._pseudonyms = pseudonyms
        self.ordinary_here = ordinary_here
        self._short_form_here = short_form_here
        self._without_withdrawn = without_withdrawn
        self._rows: dict[str, tuple[str, str, str]] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._times: Counter[str] = Counter()
        self._decided: set[str] = set()
        self._documents: set[str] = set()  # decisions on whole documents
        self._in_doubt: set[str] = set()  # decisions on words in doubt, not only on others
        self.unfound = 0  # words that no rule had found and a decision replaced
        self.kept: set[str] = set()  # the words that stay, by decision, as `review_outcomes` finds them
        self._listed_left: Counter[str] = Counter()  # listed names in small letters that stay, by decision
        self.replacing = {  # the decisions that replace words, also within longer ones that wait
            number: decision
            for number, decision in decisions.items()
            if decision.choice != Choice.KEEP and not is_about_document(decision.words)
        }
        self.unheld = UnheldDecisions(self.replacing)
        self._by_words: dict[tuple[str, ...], list[str]] = {}  # their ids
        for number, decision in self.replacing.items():
            self._by_words.setdefault(plain_words(decision.words), []).append(number)
        self.decided_words = DecidedWords({one.words for one in self.replacing.values()}, self._placeholders)
        for decision in self.replacing.values():  # what somebody writes instead is published
            if decision.choice == Choice.GENERALISE:
                instead = nfc(decision.instead)
                self.kept.update(instead[run.start : run.end] for run in self.decided_words.find(instead))

    def judged(self, document: str, text: str, doubt: Span) -> Decision | None:
        """What was decided on a doubtful span of a text in a document (by its name in the export), or needs no
        decision. None if a person must decide."""
        words = text[doubt.start : doubt.end]
        if decision := self._decided_on(document, text, doubt):
            return decision
        if self._is_of_withdrawn(words):
            return Decision(Choice.REDACT, "")
        if self._is_ordinary_here(words, doubt):
            return ORDINARY_HERE
        return None

    def in_doubt(self, document: str, text: str, span: Span) -> bool:
        """Whether a decision, or the study's texts, have the initials of a certain span; texts those without points."""
        words = text[span.start : span.end]
        is_short_form = words.isalpha() and self._short_form_here(letters_in(words))
        return is_short_form or self._decided_on(document, text, span) is not None

    def _decided_on(self, document: str, text: str, span: Span) -> Decision | None:
        """The closest decision on the words of a span; on initials also if it has them without points."""
        words = text[span.start : span.end]
        spelt = (words, letters_in(words)) if span.unless_kept else (words,)
        found = (self.decided(document, text, span, one) for one in dict.fromkeys(spelt))
        return next(filter(None, found), None)

    def decided(
        self,
        document: str,
        text: str,
        span: Span,
        words: str,
        rows: Sequence[Span] = (),
        is_meant: Callable[[Decision], bool] = lambda _: True,
        is_found: bool = True,
    ) -> Decision | None:
        """The closest decision on words that a span has, of which `rows` that wait may have some, too.

        Decisions for which `is_meant` is false mean something else. `is_found`: a rule has found some of the words.

        What is decided once is found by the place of each, since a row for a part is a copy of the row of the whole, or
        by what somebody wrote around the words.
        """
        places = (around for one in dict.fromkeys((span, *rows)) for around in self._places_of(text, one))
        once = [self._id_of(words, document, Where.ONCE, around) for around in dict.fromkeys(places)]
        once += self._once_here(document, text, span, words)
        wider = (self._id_of(words, document, where) for where in (Where.DOCUMENT, Where.EVERYWHERE))
        for number in (*once, *wider):
            if (decision := self._decisions.get(number)) and is_meant(decision):
                self._decided.add(number)
                if is_found:
                    self._in_doubt.add(number)
                if decision.choice == Choice.KEEP:
                    self._listed_left[number] += LISTED in span.doubt and words[:1].islower()
                return decision
        return None

    def _id_of(self, words: str, document: str, where: Where, place: str = "") -> str:
        return id_of({"words": words, "document": document, "where": where, "places": place}, self._pseudonyms)

    def _once_here(self, document: str, text: str, span: Span, words: str) -> Iterator[str]:
        """The decisions that replace some words at this place alone."""
        for number in self._by_words.get(plain_words(words), ()) if self._by_words else ():
            if self.replacing[number].where == Where.ONCE and self._holds(number, document, text, span):
                yield number

    def fitting(self, document: str, text: str, run: Run) -> Iterator[str]:
        """The decisions that replace some words of a text and say that they hold here."""
        for number in self._by_words.get(plain_words(run.words), ()):
            if self._holds(number, document, text, run):
                yield number

    def replaces_in(self, document: str, text: str) -> bool:
        """Whether a decision replaces words of a text, in a document or in a file of the study."""
        runs = self.decided_words.find(text) if self.decided_words.may_be_in(text) else ()
        return any(run.words not in run.others and any(self.fitting(document, text, run)) for run in runs)

    def _holds(self, number: str, document: str, text: str, place: Span | Run) -> bool:
        decision = self.replacing[number]
        if decision.where == Where.EVERYWHERE:
            return True
        if fold(without_ending(decision.document)) != fold(without_ending(document)):
            return False
        run = Run(place.start, place.end, decision.words, "")
        return decision.where == Where.DOCUMENT or stands_at(decision.place, text, run, self.decided_words)

    def _placeholders(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of placeholders in a text, also of words that stand for others."""
        if "[" in text:
            written = "|".join([PLACEHOLDER.pattern, *map(re.escape, sorted(self._pseudonyms.generalised))])
            yield from (match.span() for match in re.finditer(written, text))

    def _places_of(self, text: str, span: Span) -> tuple[str, str]:
        """The place as it is shown, and with the names of who withdrew, which an earlier decision has seen."""
        return place_of(text, span, self._without_withdrawn), place_of(text, span)

    def _is_of_withdrawn(self, words: str) -> bool:
        """Whether doubtful words are the whole name of somebody who withdrew: a question would show it again."""
        return len(WORD.findall(words)) > 1 and self._without_withdrawn(words) in WITHOUT_NUMBER

    def names_withdrawn(self, words: str) -> bool:
        """Whether words have the name of somebody who withdrew, or a word of it."""
        return self._without_withdrawn(words) != words

    def choice_about(self, document: str, text: str, casing: Casing, passages: str = "") -> Choice | None:
        """What somebody decided about a document without usable capital letters, of which this is a passage.

        `passages`: which passages of it are so, if not all are. Without a decision the document is put into the queue,
        and all words of the study wait for it.
        """
        words = f"{row_about(casing)} {passages}".strip()
        fields = {"words": words, "document": document, "where": Where.DOCUMENT}
        number = id_of(fields, self._pseudonyms)
        if decision := self._decisions.get(number):
            self._decided.add(number)
            self._documents.add(number)
            return decision.choice
        shown = on_one_line(self._without_withdrawn(text)) if passages else ""
        self._queue(document, words, _UNREADABLE.format(casing, _THESE if passages else _ALL), shown)
        return None

    def _is_ordinary_here(self, words: str, doubt: Span) -> bool:
        """Whether the study itself shows that doubtful words are ordinary, and no cue says that they are a name."""
        return doubt.doubt in (ORDINARY, UNKNOWN) and all(map(self.ordinary_here, WORD.findall(words)))

    def wait(self, document: str, text: str, doubt: Span) -> None:
        """Put a doubtful span into the queue."""
        place = place_of(text, doubt, self._without_withdrawn)
        self._queue(document, text[doubt.start : doubt.end], doubt.doubt, place)

    def _queue(self, document: str, words: str, reason: str, place: str) -> None:
        number = self._pseudonyms.review(document, shape(words))
        self._rows.setdefault(number, (document, words, reason))
        self._times[number] += 1
        places = self._places.setdefault(number, {})
        if len(places) < _PLACES or words.startswith(SOME_PASSAGES):  # each of these must be read
            places.setdefault(place, 0)

    def queue(self) -> Iterator[tuple[str, ...]]:
        """The rows that wait for a decision, with the columns `COLUMNS`, in the order of the interviews."""
        for number, (document, words, reason) in sorted(self._rows.items(), key=lambda item: (*item[1], item[0])):
            places = BETWEEN_PLACES.join(self._places[number])
            times = str(self._times[number])
            yield (number, "", "", "", "", "", words, self._export, document, reason, times, places)

    def count(self) -> ReviewCount:
        """How many words wait, and how many decisions were applied."""
        waiting = {
            (document if is_about_document(words) else "", shape(words)) for document, words, _ in self._rows.values()
        }
        documents = sum(bool(document) for document, _ in waiting)
        return ReviewCount(self._export, len(waiting), len(self._decided), documents, self.unfound)

    def problems(self, path: str) -> Iterator[Problem]:
        """The decisions of a file that replace words which stand nowhere in this export."""
        yield from self.unheld.problems(path, self._decided)

    def replaced_words(self) -> dict[tuple[str, ...], str]:
        """The plain words that decisions replace, with how they are written if this holds in the whole study."""
        found: dict[tuple[str, ...], str] = {}
        for decision in self.replacing.values():
            written = decision.words if decision.where == Where.EVERYWHERE else ""
            if words := plain_words(decision.words):
                found[words] = written or found.get(words, "")
        return found

    def applied(self) -> Iterator[AppliedDecision]:
        """The decisions that were applied, sorted by id. Who decided stays within the study."""
        for number in sorted(self._decided):
            decision = self._decisions[number]
            reviewer = self._pseudonyms.fingerprint("reviewer", fold(decision.by))
            whole, left = number in self._documents, self._listed_left[number]
            about = (decision.choice, decision.where, whole, reviewer, left, number in self._in_doubt)
            yield AppliedDecision(self._export, number, *about)
