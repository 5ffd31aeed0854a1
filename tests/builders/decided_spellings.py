"""Spellings of words that a person decided to replace. All names are invented."""

import re
from collections.abc import Callable

from hypothesis import strategies as st

DECIDED = (
    *("felmarda", "snorky", "zed-4", "zed4", "K9-zelda", "blue gate", "o'neill's gate", "oneills gate", "Ann", "rose"),
    *("סנורקי", "סנור־קילן", "سناركي", "青门", "张门·克文", "ประตูฟ้า", "सीताना", "the house with the blue gate", "at-3"),
    *("JJ", "J.J.", "M.K.Z.", "QZ", "K9", "bluegate", "an"),
)
_BETWEEN = (
    "",
    " ",
    "  ",
    "\u2009",
    "\r\n",
    "-",
    "--",
    "\u2014",
    ".",
    "\u2011",
    "\u2013",
    "\u2019",
    "'",
    "/",
    "_",
    "\u200b",
    "\u00ad",
    ". ",
    ", ",
    "-\n",
    "\n",
    "\u05be",
    " & ",
)
_CASES: tuple[Callable[[str], str], ...] = (str, str.lower, str.upper, str.title)
_PREFIXES = ("ו", "וה", "ב", "ל", "ה", "و", "ب", "ال", "وال", "لل", "7", "2019", "mrs", "the", "ab", "我们去", "ไป")
_ENDINGS = ("2019", "4", "s", "'s", "en", "那里", "แล้ว", "。", ".", "ि", "'")
_PARTS = re.compile(r"[^\W\d_]+|\d+|\W+")


@st.composite
def spellings(draw: st.DrawFn, words: str) -> str:
    """Some words with other signs between their parts, in another case, and with something at them."""
    parts = [part for part in _PARTS.findall(words) if not re.fullmatch(r"[ '·־.-]+", part)]
    before, behind = (str(draw(st.sampled_from(("", "", *some)))) for some in (_PREFIXES, _ENDINGS))
    if draw(st.integers(0, 9)) == 0:  # letter by letter, with the same sign between all
        return before + draw(st.sampled_from(("-", ". ", ".", " ", ", "))).join("".join(parts)) + behind
    between: str = draw(st.sampled_from(_BETWEEN))
    case: Callable[[str], str] = draw(st.sampled_from(_CASES))
    written = case(parts[0])
    for part in parts[1:]:
        written += draw(st.sampled_from((between, between, *_BETWEEN))) + part
    return before + written + behind


def texts() -> st.SearchStrategy[tuple[str, str]]:
    """Decided words, and a text that may have them, or words that are like them."""
    return st.sampled_from(DECIDED).flatmap(
        lambda words: st.tuples(
            st.just(words),
            st.lists(
                st.one_of(
                    spellings(words), st.sampled_from(("so", "it", "came", "gates", "zed", "4", "אבגדה", "annual"))
                ),
                min_size=1,
                max_size=4,
            ).map(" ".join),
        )
    )
