"""What helps against an alarm, by the kinds of identifier and by who made the file. It names no words.

A result repeats texts of the study, or has words of an interview. A file that no step makes has whatever somebody wrote
into it: to add a name to a list does not help there, and a review asks about interviews alone.
"""

from collections.abc import Collection

from crosscase.anonymisation.identifiers import DECIDED
from crosscase.leaks import machine_traces
from crosscase.leaks.watched import CALLED
from crosscase.messages.wording import joined
from crosscase.running.share_notice import LEAK_TABLE

_SHOWN = f"{LEAK_TABLE} has the words and the places."
_OTHERS_FILE = "No step makes this file: take them out of it, or delete it or move it elsewhere."
_CHANGE = "Change the text of the study that has them."
_FORM = "A form that an interview has: add it to the list of identifiers."
_KEEP = "No identifier, and the review asks about it: decide `keep`."
_TAKE_BACK = "Or take the decision to replace them back: delete its row in the file of decisions."
_RENAME = "Or give the participant, the document or the coder another name in register and exports."
_OTHERS_NAME = "No step makes this file: rename it, or delete it or move it elsewhere."
_CHANGE_NAME = "Its name has an id or a name that study.yaml states: change it there."
_NAMES_NOBODY = "name somebody"
_NAMES_NO_MACHINE = "name this machine, its users or its folders"
_CALLED_LIKE_NOBODY = "be called like a participant, a document or a coder"
_OTHER_CODE = "A code needs another label and another id (`code`). What exports call it goes into its `aliases`."


def on_content(kinds: Collection[str], is_made: bool) -> str:
    """What to do about a file that has such identifiers; `is_made`: a step makes it."""
    if not is_made:
        return _sentences("Do not share the results.", _SHOWN, _OTHERS_FILE, *_on_decision(kinds))
    advice = [_CHANGE, *_on_decision(kinds)]
    if not CALLED.union([DECIDED]).issuperset(kinds):
        advice.append(_FORM)
    if _has_name(kinds):
        advice.append(_KEEP)
    if CALLED.intersection(kinds):
        advice.append(_RENAME)
    return _sentences("Do not share the results.", _SHOWN, *advice)


def on_name(kinds: Collection[str], is_made: bool) -> str:
    """What to do about a file in whose name such identifiers are."""
    advice = _CHANGE_NAME if is_made else _OTHERS_NAME
    return _sentences("Do not share the results.", _SHOWN, advice, *_on_decision(kinds))


def on_stated(kinds: Collection[str], is_code: bool, is_asked: bool) -> str:
    """What to do about a text that the study itself states, and that has such identifiers.

    `is_code`: it is in the codebook; `is_asked`: the review asks about names in it, which it does not everywhere.
    """
    why = [_NAMES_NOBODY] if _has_name(kinds) else []
    why += [_CALLED_LIKE_NOBODY] if CALLED.intersection(kinds) else []
    why += [_NAMES_NO_MACHINE] if machine_traces.KINDS.intersection(kinds) else []
    return _sentences(
        _SHOWN,
        f"Change it: nothing that is published may {joined(why, last='or')}." if why else "Change it.",
        *([_OTHER_CODE] if is_code else []),
        *_on_decision(kinds),
        *([_KEEP] if _has_name(kinds) and is_asked else []),
    )


def _has_name(kinds: Collection[str]) -> bool:
    """Whether a name, an address or a number is among the kinds, about which the review asks where it is in doubt."""
    return not CALLED.union([DECIDED], machine_traces.KINDS).issuperset(kinds)


def _on_decision(kinds: Collection[str]) -> list[str]:
    return [_TAKE_BACK] if DECIDED in kinds else []


def _sentences(*sentences: str) -> str:
    return " ".join(sentences)
