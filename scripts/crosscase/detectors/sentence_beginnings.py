"""Ordinary words that begin a sentence and are also a form of a person's listed name: "This" where Thi is listed.

The capital letter of such a word proves nothing, and in a text without usable capitals no letter does. Unless the words
behind it show a name, a declined form is the other word if that is one of the grammar, and waits if it is frequent
(Marks). The name as listed waits if it is a word of the grammar (Das, My). All others are replaced.
"""

from crosscase.detectors.listed_parts import LISTED
from crosscase.detectors.name_forms import undeclined
from crosscase.detectors.name_search import Found
from crosscase.detectors.ordinary_use import ListedPeople, is_frequent, is_of_grammar, is_used_as_name
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
    behind = found.start if setting.cased else 0  # the words before belong to another sentence
    if is_used_as_name(text[behind:], found.start - behind, found.end - behind, setting, people):
        return ""
    return None if of_grammar and is_declined else LISTED
