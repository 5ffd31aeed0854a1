"""Ordinary words that begin a sentence and are also a form of a person's listed name: "This" where Thi is listed.

The capital letter of such a word proves nothing, and in a text without usable capitals no letter does. A declined form
is the other word if that is one of the grammar (This), and waits if it is frequent (Marks). The name as listed waits if
it is a word of the grammar (Das, My), unless a verb such as "said" is beside it. All others are replaced.
"""

from crosscase.detectors.listed_parts import LISTED
from crosscase.detectors.name_forms import undeclined
from crosscase.detectors.name_search import Found
from crosscase.detectors.ordinary_use import ListedPeople, is_beside_speech, is_frequent, is_of_grammar, is_used_as_name
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, begins_sentence
from crosscase.languages.vocabulary import plain


def doubt(text: str, found: Found, setting: Setting, people: ListedPeople) -> str | None:
    """Why a person's name of one word goes to review: nothing if it is replaced, None if it is another word."""
    words = WORD.findall(text[found.start : found.end])
    if len(words) != 1 or found.name.initials or (setting.cased and not begins_sentence(text, found.start)):
        return ""
    word = words[0]
    is_declined = plain(word) not in undeclined(found.name.form, found.name.languages)
    of_grammar = is_of_grammar(word, setting)
    if not of_grammar and not (is_declined and is_frequent(word, setting)):
        return ""
    if of_grammar and is_declined:
        return None  # not the subject of a verb either: "This was hard"
    behind = found.start if setting.cased else 0  # the words before belong to another sentence
    place = (text[behind:], found.start - behind, found.end - behind, setting)
    # "It was" is no sign of a name, "My said" is.
    shows_name = is_beside_speech(*place) if of_grammar else is_used_as_name(*place, people) and not is_declined
    return "" if shows_name else LISTED
