"""Listed names whose letters a tool or a person has exchanged in a way that only the list can undo.

1. Lost letters: `J\\ufffdrg`, `J?rg`, and signs or letters of another script in their place: `J÷rg`, `M√°ire`, `Mбire`.
   Each may be any letter; the others must be those of a listed word, three at least, and two for each gap.
2. A word that was read in another encoding: `Køížková` for *Křížková*, `Êðèâ…` or `лПХБ…` for a Cyrillic name.
3. Letters in the escapes of LaTeX and RTF (`latex_letters`).
4. Letters that look like plain ones, as Unicode names or decomposes them: `ʜᴀᴛʜᴇʀ`, `🅷🅰🆃🅷🅴🆁`.
5. Text behind the sign that turns its direction (U+202E), if it has a listed word only when it is read backwards.

What gives no listed word stays as it is, so that no other word changes. So does an ordinary word: `všech` is `vöech`
in another encoding. A sign at the edge of a word is a letter only if the word without it is none: `“` is `ì` in another
encoding, but `“young` is a quoted word, and no `ìyoung` who is called I. Young.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from crosscase.detectors import damaged_text, edge_signs, latex_letters
from crosscase.languages.frequent_words import frequent_words
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain

_LOST = "\x00-\x08\x0e-\x1b\x7f-\x9f\ufffd\uffff"  # in place of a letter; some stand there for its bytes
_TURNED = re.compile("\u202e([^\u202a-\u202e]+)\u202c?")
# The sign that must be there: none of ASCII but a question mark within a word and the one of escapes.
_SIGN = rf"[^\x00-\x7f\s]|[{_LOST}]|\?(?<=\w\?)\?*+(?=\w)"
_PART = rf"[^\x00-\x2f\x3a-\x3e\x40\x5b-\x60\x7b-\x7e\s]|[{_LOST}]"
_ESCAPED = r"(?<![^\W_])\{?[^\W_]*+\{?\\(?:[^\W_]|[\\{}'\"`^~=.])+"
MISREAD = re.compile(rf"{_TURNED.pattern}|{_ESCAPED}|(?<![A-Za-z0-9])[A-Za-z0-9]*+(?:{_SIGN})(?:{_PART})*")
_MAY_BE_MISREAD = re.compile(rf"{_SIGN}|\\")
_HINT = re.compile(r"[^\t-\r\x1c-\x3e\x40-\x5b\x5d-\x7e]")  # such a sign, found fast
_BEFORE_SIGN = re.compile(r"[\w{]*\Z")  # of a match
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_AT_ENDS = re.compile(rf"^[^\w{_LOST}]+|[^\w{_LOST}]+$")
_WORDS = re.compile(r"\w+")
_QUOTES = "‘’“”„«»‹›–—…·•"
_USUAL = re.compile(
    r"[A-Za-z0-9\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u01cd-\u01dc\u01f4-\u021b\u1e00-\u1eff’‘‐‑–—…“”„«»]+"
)
_OF_OTHERS = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+|[\u0400-\u052f]+")
_OF_SCRIPTS = (re.compile("([A-Za-z0-9]+)"), re.compile(rf"((?:[^\W_{_LOST}](?<=[^\x00-\x7f]))+)"))
_NAMED = re.compile(
    r"(?:LETTER (?:SMALL )?CAPITAL|LATIN (?:SMALL|CAPITAL) LETTER(?: [A-Z]{2,})*|SYMBOL LETTER) ([A-Z])\Z"
)
_FEWEST, _SHORTEST = 3, 4  # letters that are left, and those of the listed word
_FEWEST_BY_GAP = 2  # letters: bytes of text in two bytes each have a gap behind every letter
_LONGEST = 60  # signs of a word
# As which a word is shown, and which it is in. First those whose letters become letters, then any.
_LIKELY = {
    "cp1252": ("cp1250", "cp1251", "cp1253", "iso8859-2", "iso8859-7", "mac-roman", "cp850"),
    "cp1250": ("cp1252", "cp1251", "utf-8"),
    "cp437": ("cp1252",),
    "cp850": ("cp1252",),
    "mac-roman": ("cp1252",),
}
_OF_WINDOWS, _OF_DOS = ("cp1252", "cp1250", "cp1251", "cp1253"), ("cp437", "cp850", "cp852", "cp866")
_ENCODINGS = ("utf-8", *_OF_WINDOWS, "iso8859-2", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", *_OF_DOS)
_ANY = {shown: _ENCODINGS for shown in _ENCODINGS if shown != "utf-8"}


class MisreadNames:
    """Reads words as those of a list. `shapes` are the plain shapes of these.

    What is an ordinary word of one of the `languages` is right as it is; so are `known` plain words behind a quotation
    mark. `of_results`: in texts from files of any kind, in which control signs are no letters.
    """

    def __init__(
        self,
        shapes: Collection[str],
        languages: Iterable[str] = (),
        known: Collection[str] = (),
        of_results: bool = False,
    ) -> None:
        self._languages = tuple(sorted(languages))
        self._of_results = of_results
        self._words = frozenset(shapes).union(known)
        self._shapes = frozenset(shape for shape in shapes if len(shape) >= _SHORTEST or not shape.isascii())
        self._lines = "\n".join(sorted(self._shapes))
        self.restored = lru_cache(2**14)(self._restored)

    def may_change(self, text: str) -> bool:
        """Whether a text has a misread word, or the beginning of what is turned."""
        return "\u202e" in text or any(self.restored(word) != word for word in words(text))

    def _restored(self, written: str) -> str:
        """A match of `MISREAD` as the listed word that it may be, or as it is."""
        if turned := _TURNED.fullmatch(written):
            backwards = turned[1][::-1]
            return backwards if self._has_listed(backwards) and not self._has_listed(turned[1]) else written
        if "\\" in written:
            if self._has_listed(damaged_text.repaired(written)):
                return written  # which is repaired elsewhere, sign by sign
            return next((read for read in latex_letters.readings(written) if self._has_listed(read)), written)
        for word in dict.fromkeys((written, _AT_ENDS.sub("", written), edge_signs.core_of(written))):
            is_one = word.isalpha() and plain(word) in self._shapes
            if (
                is_one
                or _is_usual(word, _OF_OTHERS)
                or not _FEWEST <= len(word) <= _LONGEST
                or (word.isascii() and word.isalnum())
                or self._is_beside_signs(word)
            ):
                continue
            read = next((read for read in _readings(word) if plain(read) in self._shapes), "")
            if read and not (word.isalpha() and self._is_ordinary(word)):
                return written.replace(word, read, 1)
            if listed := self._with_lost_letters(_AT_ENDS.sub("", word)):
                return written.replace(_AT_ENDS.sub("", word), listed, 1)
        return written

    def _is_beside_signs(self, word: str) -> bool:
        """Whether what is no letter at the edges of a word stands beside it, since it is a word without that.

        Behind other signs than punctuation, as in place of a lost letter, a rare word is rather none: `Ren\ufffd`.
        """
        read = damaged_text.repaired(word)  # â€œ are the bytes of one quotation mark
        core = edge_signs.core_of(read)
        if not core or core == word:
            return False
        if plain(core) in self._words:
            return True
        if edge_signs.are_punctuation(read, core):
            return self._is_ordinary(core)
        return any(plain(core) in frequent_words(language) for language in self._languages)

    def _is_ordinary(self, word: str) -> bool:
        return Vocabulary.of(tuple(map(load, self._languages))).is_ordinary_in_small_letters(word)

    def _has_listed(self, text: str) -> bool:
        return not self._shapes.isdisjoint(map(plain, _WORDS.findall(text)))

    def _with_lost_letters(self, word: str) -> str:
        """The listed word with other letters in place of signs and of letters of another script; empty if none."""
        if _USUAL.fullmatch(word) or (self._of_results and _CONTROLS.search(word)):
            return ""
        patterns = [pattern for of_script in _OF_SCRIPTS if (pattern := _with_any_letters(word, of_script))]
        found = [shape for pattern in patterns for shape in re.findall(f"^{pattern}$", self._lines, re.MULTILINE)]
        if not found:
            return ""
        best: str = min(found, key=lambda shape: (abs(len(shape) - len(word)), shape))
        return best if word[0].islower() else best.title()


def _with_any_letters(word: str, of_script: re.Pattern[str]) -> str:
    """A pattern for the words with the letters of one script in a word; empty if too few are left of it."""
    pieces = of_script.split(word)
    left = [plain(piece) for piece in pieces[1::2]]
    gaps = sum(map(bool, pieces[::2]))
    if sum(map(len, left)) < max(_FEWEST, _FEWEST_BY_GAP * gaps):
        return ""
    between = [_any_letters(piece, left[0].isascii()) for piece in pieces[::2]]
    return "".join(map("".join, zip(between, [*map(re.escape, left), ""], strict=True)))


def _any_letters(signs: str, is_latin: bool) -> str:
    """A pattern for the letters in whose place some signs stand, at least one, and two for a sign as in ß."""
    if not signs or (is_latin and _USUAL.fullmatch(signs)):
        return re.escape(plain(signs))
    return rf"[^\W\d]{{1,{len(signs) + 1}}}"


def words(text: str) -> set[str]:
    """The matches of `MISREAD` in a text, but for long ones: each is looked for around its sign, as texts have few."""
    found, end, place = set[str](), 0, 0  # the end of the last match
    while sign := _HINT.search(text, place):
        place = sign.end()
        begin = _BEFORE_SIGN.search(text, max(end, sign.start() - _LONGEST), sign.start())
        last = len(text) if sign[0] == "\u202e" else sign.start() + _LONGEST
        match = MISREAD.search(text, begin.start() if begin else sign.start(), last)
        if match and match.start() <= sign.start():
            found.add(match[0])
            place = end = max(place, match.end())
    return found


def _readings(word: str) -> Iterator[str]:
    """What a word may be, read in other encodings or with plain letters in place of like ones."""
    letters = word.translate({ord(sign): None for sign in _QUOTES})
    if letters.isascii() and not _MAY_BE_MISREAD.search(word):
        return
    if not _USUAL.fullmatch(word):
        yield "".join(map(_plain_letter, word))
    for shown, encodings in (_LIKELY if _is_usual(letters, _USUAL) else _ANY).items():
        if written := _encoded(word, shown):
            for encoding in encodings:
                if encoding != shown:
                    yield _decoded(written, encoding)


def _is_usual(word: str, of_script: re.Pattern[str]) -> bool:
    """Whether a word is of one script, and in small letters, in capitals, or with one at its beginning."""
    return of_script.fullmatch(word) is not None and (word.istitle() or word.islower() or word.isupper())


def _encoded(word: str, encoding: str) -> bytes:
    try:
        return word.encode(encoding)
    except UnicodeEncodeError:
        if encoding != "cp1252":
            return b""
    try:  # signs that this encoding does not have are shown as those of Latin-1
        return b"".join(sign.encode("latin-1" if ord(sign) < 0x100 else encoding) for sign in word)
    except UnicodeEncodeError:
        return b""


def _decoded(written: bytes, encoding: str) -> str:
    try:
        return written.decode(encoding)
    except UnicodeDecodeError:
        return ""


@lru_cache(2**12)
def _plain_letter(sign: str) -> str:
    """The letter that Unicode decomposes a sign into, or names it by; otherwise the sign."""
    letter = unicodedata.normalize("NFKC", sign)
    named = _NAMED.search(unicodedata.name(sign, ""))
    return named[1].lower() if letter == sign and named and not sign.isascii() else letter
