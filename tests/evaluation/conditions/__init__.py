"""Marked sentences for one condition each: how a text is written, what is said in it, and whose names are in it.

`heldout/{language}_{condition}.txt` is for measuring, `tuning/` for mending the rules. Both are by authors who had not
read the rules. Two more sets for mending are by authors of the rules: `names2/`, texts without capitals whose listed
names are mostly ordinary words, each beside a trap, and `tuning2/`, contact data as it is said, written before its
author had read the rules. `tuning3/`, contact data again, is by authors who saw neither rules nor other sets: its first
run says what strangers' sentences lose, before the rules were mended on it. `tuning4/` is by an author who
had read no rule and no set, only what the documents say: other trades, texts as automatic transcripts write them, the
same things said in each language. `tuning5/`, contact data and names that are ordinary words, is by who mended the
rules, written before these were read. `tuning6/` is the same once more, by the next one who mended them: other contact
data and names that are ordinary words, and plain interview text in capitals, in which nothing is to be replaced.
`tuning7/` and `tuning8/` are contact data by authors who had read no rule, no set and no document, each run for the
first time before the rules were mended on it. `tuning9/` is contact data by who then mended them and had read them,
with fifty sentences a language that only look like it, in which nothing is to be replaced. `tuning10/` is contact data
by an author who had read nothing of the project, half of it as automatic transcripts write it between sentences in
usual letters. `tuning11/` is the same by another such author, after the rules were mended on the tenth: several people
speak in a passage, translate and spell. `tuning12/` is contact data as people say it in interviews, by an author who
had read nothing of the project; nobody looked at what is missed in it until its first run was published. `tuning13/` is
the same by another such author, after the rules were mended on the twelfth. `tuning14/` is once more the same, after
the rules were mended on the thirteenth: before its first run was published, of what is missed in it one sentence alone
was seen, which the quick look had passed over. `tuning15/` is the same by yet another such author, after the rules were
mended on the fourteenth: its misses were looked at after its first run was published, to see how it is written.
`tuning16/` is the same by another such author, with twice as many dates of birth, after that: nobody had looked at what
is missed in it before its first run was published. `heldout2/` is the same by yet another such author, written while
the sixteenth was opened: nobody has looked at what is missed in it. `tuning18/` is by one more, run after the rules
were mended on the sixteenth; its misses were looked at after its first run was published. `heldout19/` is by one
more, written and run for the first time while the eighteenth was opened: nobody has looked at what is missed in it.
Every person and number is invented.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from crosscase.anonymisation.corpus import Corpus
from crosscase.coding.casing import Casing
from crosscase.readers.raw import RawCoding
from tests.evaluation import sentences
from tests.evaluation.finder import finder
from tests.evaluation.scores import CONTACTS, LISTED, LISTED_THINGS, UNLISTED, Score, Share, score
from tests.evaluation.sentences import EvaluationSet

FOLDER = Path(__file__).parent
HELD_OUT, TUNING, ORDINARY_NAMES, TUNING_CONTACTS = "heldout", "tuning", "names2", "tuning2"
STRANGERS, NEWCOMER, MENDER, MENDER_AGAIN, FIELDWORKER = "tuning3", "tuning4", "tuning5", "tuning6", "tuning7"
TRANSCRIBER, WITH_TRAPS, SCRIBE, INTERPRETER = "tuning8", "tuning9", "tuning10", "tuning11"
OVERHEARD, PASSER_BY, LODGER, NEIGHBOUR, GUEST = "tuning12", "tuning13", "tuning14", "tuning15", "tuning16"
CALLER, UNSEEN, UNSEEN_TOO = "tuning18", "heldout2", "heldout19"
SETS = {
    HELD_OUT: "held out",
    TUNING: "tuning",
    STRANGERS: "third set, by strangers",
    NEWCOMER: "fourth set",
    MENDER: "fifth set",
    MENDER_AGAIN: "sixth set",
    FIELDWORKER: "seventh set",
    TRANSCRIBER: "eighth set",
    WITH_TRAPS: "ninth set",
    SCRIBE: "tenth set",
    INTERPRETER: "eleventh set",
    OVERHEARD: "twelfth set",
    PASSER_BY: "thirteenth set",
    LODGER: "fourteenth set",
    NEIGHBOUR: "fifteenth set",
    GUEST: "sixteenth set",
    UNSEEN: "seventeenth set",
    CALLER: "eighteenth set",
    UNSEEN_TOO: "nineteenth set",
}  # in the report
SAID, OR_WAITS = (*CONTACTS, "birth_date"), ", or its passage waits"
CONDITIONS = {
    "uncased": "Small letters",
    "capitals": "Capitals",
    "mixed": "Hurried typing, with capital letters here and there",
    "contacts": "Addresses, contact data and file numbers, also said aloud",
    "minorities": "Names of migrant and minority families",
    "scripts": "Names in other scripts",
}


def noticed_of(kind: str) -> Callable[[Score], Share]:
    """The share of the things of one kind that are replaced or queued."""
    return lambda score: score.noticed(kind)


def awaited_of(kind: str) -> Callable[[Score], Share]:
    """The share of the things of one kind that are replaced or queued, or in a passage that waits as a whole."""
    return lambda score: score.awaited(kind)


REPLACED, NOTICED, THIRD, OVER = "listed, replaced", "listed, noticed", "third parties, noticed", "over-redaction"
QUANTITIES: dict[str, Callable[[Score], Share]] = {
    REPLACED: lambda score: score.recall(*LISTED_THINGS),
    NOTICED: lambda score: score.noticed(*LISTED_THINGS),
    THIRD: lambda score: score.noticed(LISTED, UNLISTED),
    **{kind: noticed_of(kind) for kind in SAID},
    **{f"{kind}{OR_WAITS}": awaited_of(kind) for kind in SAID},
    OVER: lambda score: Share(score.over, score.unmarked),
}


def shares(score: Score) -> dict[str, Share]:
    """What a set is measured by. *Noticed* is replaced or queued."""
    return {quantity: share(score) for quantity, share in QUANTITIES.items()}


def path_of(folder: str, condition: str, language: str) -> Path:
    """The file of the sentences of one condition in one language."""
    return FOLDER / folder / f"{language}_{condition}.txt"


def read(folder: str, condition: str, language: str) -> EvaluationSet:
    """The sentences of one condition in one language."""
    return sentences.read(path_of(folder, condition, language))


def casing_of(found: EvaluationSet) -> Callable[[str], Casing]:
    """How the pipeline would find these sentences to be written if they were one document: each, and "" for all."""
    corpus = Corpus(RawCoding(str(n), "Talk", ("Code",), text) for n, (text, _) in enumerate(found.sentences))
    return partial(corpus.casing, "Talk")


def scored(folder: str, condition: str, language: str) -> Score:
    """The scores of our finder, which knows how the document is written."""
    found = read(folder, condition, language)
    casing = casing_of(found)
    usual, without = finder(found), finder(found, cased=False)

    def waits(text: str) -> bool:
        return casing(text) != Casing.USUAL

    return score(found, lambda text: (without if waits(text) else usual)(text), waits)
