"""How a passage of a document with usual capitals is written: a chat or an automatic transcript in it has none.

Each speaker's turn is judged alone, since an interviewer may type a question in usual letters and paste the answer.
Notes in brackets and who speaks do not count: [Laughs], `B:`, `Anna B.:`.

ASSUME: a turn is written without usual capitals if it has fifteen words of three letters or more, and none begins with
a capital letter. So is a passage all of whose turns are together so, and one in which two sentences or more, with such
words in them, begin in small letters behind the end of another.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosscase.coding.casing import Casing
from crosscase.detectors.turn_beginnings import COLONS, LINE_ENDS, LINE_TAG, SIGNS
from crosscase.detectors.words import WORD

SHORTEST = 3  # letters of a word that shows the casing; "I" has a capital letter anywhere
_SHORTEST_TITLED = 2  # letters of one that begins with a capital: We, Ja
FEWEST = 15  # such words
_MOST_KNOWN = 200_000  # remembered words
_ENDS = ".?!"  # of sentences
_SPEAKER = tuple(COLONS)  # behind the name of who speaks
_BRACKETS = "[(<{*/"
_NOTE = re.compile(  # a short one: many signs that open none take no square time
    r"\[[^\]\[\n]{0,99}\]|\([^()\n]{0,99}\)|<[^<>\n]{0,99}>|\{[^{}\n]{0,99}\}|\*[^*\n]{0,99}\*|//[^/\n]{0,99}//"
)
_WHO = (
    re.compile(  # at the beginning of a line; before a comma a letter or a number alone, since "Yes, so" is a sentence
        rf"\W*(?:((?:[\w.'-]+ ){{0,3}}[\w.'-]+)(?:\s{{0,3}}[{SIGNS}]| -)|([^\W\d_]?\d{{1,3}}|[^\W\d_])\s{{0,3}},)[>\s]*"
    )
)
_TAG = re.compile(r"(?<!\S)([^\W\d_][\w.]{0,11})(?::\s|：)")  # within it
_OF_CONTACTS = ("@", "://", "www.", "WWW.", "Www.")
_BETWEEN = re.compile(r"(?<=[^\W\d_]{3}[.?!])\s+")  # two sentences
_PARTS = re.compile(rf"[{LINE_ENDS}{COLONS}(<{{*\[–—|\t/]")  # perhaps several turns, as with the dash below
_DASH = " - "
_MARK = re.compile(r"\W*[^\W_]{1,20}(?: ?[;)>=]|(?<=\b[^\W_]),|(?<=\d),)")  # perhaps of who speaks, at the beginning
_SMALL = "".join(filter(str.islower, map(chr, (*range(0x250), *range(0x370, 0x530), *range(0x1F00, 0x2000)))))
_SMALL_SENTENCE = re.compile(rf"[.?!]\s+[{_SMALL}]")  # perhaps begins behind another without a capital
_FEWEST_SENTENCES = 2


class Shown(NamedTuple):
    """What a text's word, with the signs around it, shows."""

    small: tuple[str, ...]  # words in small letters
    words: int  # that show the casing; of these:
    titled: int
    capitals: int
    long: int  # in small letters
    begins: bool  # with a capital letter, has further letters, and is neither in capitals nor the name of who speaks
    letter: bool  # one capital letter, such as "I"


class ShownBy(dict[str, Shown]):
    """What each word shows, found out when it is first met."""

    def __missing__(self, written: str) -> Shown:
        is_contact = any(sign in written for sign in _OF_CONTACTS)  # Anna@kita.example shows no casing
        found = [written] if written.isalpha() else [] if is_contact else WORD.findall(written)
        words = [word for word in found if len(word) >= SHORTEST and word.isalpha()]
        small = tuple(filter(str.islower, found))
        is_speaker = written.endswith(_SPEAKER)
        shown = Shown(
            small=small,
            words=len(words),
            titled=sum(word.istitle() for word in found if len(word) >= _SHORTEST_TITLED),
            capitals=sum(map(str.isupper, words)),
            long=sum(len(word) >= SHORTEST for word in small),
            begins=not is_speaker and any(word[0].isupper() and not word.isupper() for word in found),
            letter=not is_speaker and bool(found) and len(found[0]) == 1 and found[0].isupper(),
        )
        if len(self) < _MOST_KNOWN:
            self[written] = shown
        return shown


class Written(NamedTuple):
    """How a passage is written.

    `small`: how many of its words show that it is in small letters, if no part of it is in usual ones; `is_mixed`:
    whether a part is.
    """

    casing: Casing
    small: int = 0
    is_mixed: bool = False


_USUAL = Written(Casing.USUAL)


def of_passage(text: str, shown_by: ShownBy) -> Written:
    """How a passage is written."""
    has_parts = _PARTS.search(text) or _DASH in text or _MARK.match(text)
    if not has_parts and _is_usual_turn(text, shown_by):
        return _USUAL
    turns = [_of_turn(turn, shown_by) for turn in _turns(text)]
    small, capitals = (sum(getattr(turn, name) for turn in turns) for name in ("small", "capitals"))
    is_mixed = any(turn.is_usual for turn in turns)
    if not is_mixed and small + capitals >= FEWEST:
        return Written(Casing.PARTLY_CAPITALS) if capitals > small else Written(Casing.PARTLY_SMALL, small)
    for turn in turns:
        if turn.is_told and turn.small + turn.capitals >= FEWEST:
            return Written(Casing.PARTLY_CAPITALS if turn.capitals > turn.small else Casing.PARTLY_SMALL, is_mixed=True)
    return Written(Casing.USUAL, 0 if is_mixed or capitals > small else small, is_mixed)


def _is_usual_turn(turn: str, shown_by: ShownBy) -> bool:
    """Whether a turn begins with a capital letter, as most do, and so does each of its sentences."""
    first = turn.split(maxsplit=1)[:1]
    if first and not shown_by[first[0]].begins and not (shown_by[first[0]].letter and not turn.isupper()):
        return False
    ends = (match.start() for match in _SMALL_SENTENCE.finditer(turn))
    return not any(turn[end - SHORTEST : end].isalpha() for end in ends if end >= SHORTEST)


class _Turn(NamedTuple):
    small: int
    capitals: int
    is_usual: bool  # some word begins with a capital letter
    is_told: bool  # the words that are counted show that the turn is without


def _of_turn(turn: str, shown_by: ShownBy) -> _Turn:
    """How a turn is written. Of one with capitals the sentences are counted that begin without, but not the first."""
    if _is_usual_turn(turn, shown_by):
        return _Turn(0, 0, bool(turn.strip()), False)
    whole = _counted(turn, shown_by)
    if not whole.is_usual:
        return whole
    further = [_counted(sentence, shown_by) for sentence in _BETWEEN.split(turn)[1:]]
    without = [sentence for sentence in further if not sentence.is_usual and sentence.small]
    is_told = len(without) >= _FEWEST_SENTENCES
    return _Turn(sum(sentence.small for sentence in without), 0, True, is_told)


def _counted(text: str, shown_by: ShownBy) -> _Turn:
    """The words of a turn or a sentence.

    "I" shows usual capitals only at the beginning of a sentence: who writes "i met torhild" may write "I" elsewhere.
    """
    small = capitals = 0
    is_beginning, has_letter, has_capital = True, False, False
    for written in text.split():
        shown = shown_by[written]
        has_capital = has_capital or shown.begins
        has_letter = has_letter or (shown.letter and is_beginning)
        is_beginning = written[-1] in _ENDS
        small += shown.long
        capitals += shown.capitals
    is_usual = has_capital or (has_letter and small >= capitals)
    return _Turn(small, capitals, is_usual, not is_usual)


def _turns(text: str) -> Iterator[str]:
    """What each speaker says, without notes and without who speaks."""
    lines = LINE_TAG.sub("\n", text) if "<" in text else text
    bare = _NOTE.sub(" ", lines) if any(sign in lines for sign in _BRACKETS) else lines
    for line in bare.splitlines():
        who = _WHO.match(line)
        begin = who.end() if who and not any(word[0].islower() for word in who[who.lastindex or 0].split()) else 0
        if ":" in line or "：" in line:
            for tag in _TAG.finditer(line, begin):
                if tag[1][0].isupper():
                    yield line[begin : tag.start()]
                    begin = tag.end()
        yield line[begin:]
