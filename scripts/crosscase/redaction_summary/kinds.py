"""What a redaction summary counts, by part and kind."""

from enum import StrEnum

from crosscase.coding import hidden_names


class Part(StrEnum):
    """What is counted."""

    PASSAGE = "passage"  # different coded passages of a document
    REPLACED = "replaced"  # words in these passages, by the kind of the words
    PSEUDONYM = "pseudonym"  # what has one
    HIDDEN = "hidden_name"  # names that exports give, and that only the team sees
    DECIDED = "decided"  # doubts, by what was decided
    LEFT = "left_in_place"  # by decisions
    WHERE = "decided_where"  # the same doubts, by where the decision holds
    UNFOUND = "found_by_people"  # words that no rule had found, replaced by a decision
    DOCUMENT = "document_without_capitals"  # by what was decided on it
    WAITING = "waiting"  # for a decision
    REVIEWER = "reviewer"


GENERALISED = "generalised"  # broader words instead of a placeholder
# The types of placeholders, in small letters. A detector with a new type adds it here, and its name, in the same place,
# to `redaction_kinds` in the labels.
WORDS_REPLACED = (
    *("person", "place", "organisation", "address", "postcode", "coordinates", "phone"),
    *("email", "link", "handle", "ip", "birthdate", "id", "file", "iban", "plate", "number", GENERALISED),
)
ANY, DIFFERENT = "with_replacement", "different"
IN_SMALL_LETTERS = "listed_in_small_letters"
READ, WITHHELD = "read", "withheld"
KINDS: dict[Part, tuple[str, ...]] = {
    Part.PASSAGE: (DIFFERENT, ANY),
    Part.REPLACED: WORDS_REPLACED,
    Part.PSEUDONYM: ("participant", "document", "coder"),
    Part.HIDDEN: tuple(
        kind.lower() for kind in (hidden_names.CODE, hidden_names.COLUMN, hidden_names.GROUP, hidden_names.TOOL)
    ),
    Part.DECIDED: ("redact", "keep", "generalise"),
    Part.LEFT: (IN_SMALL_LETTERS,),
    Part.WHERE: ("everywhere", "document", "once"),
    Part.UNFOUND: ("word",),
    Part.DOCUMENT: (READ, WITHHELD),
    Part.WAITING: ("word", "document"),
    Part.REVIEWER: ("person",),
}
