"""What is wrong in the rows of a codebook: their values, their order, and the codes above each."""

from collections.abc import Iterator, Sequence

from crosscase.messages.errors import Problem
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import counted, cut
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.text_form import fold
from crosscase.study.yes_no import YES_NO

CODABLE = {**YES_NO, "": True}
_DEEPEST = 50  # levels of codes


def wrong_values(path: str, records: Sequence[Record], header: Sequence[str], domains: list[str]) -> Iterator[Problem]:
    """Values that are missing or not allowed, in the columns that there are."""
    for record in records:
        fields = record.fields
        for column in ("code", "label"):
            if column in header and not fields[column]:
                yield Problem(path, record.locator, f"the column `{column}` is empty", "Fill it in.")
        if "domain" in header and fields["domain"] not in domains:
            what = f"the domain {cut(repr(fields['domain']))} is not in config/study.yaml"
            known = f"Known: {', '.join(domains)}. A further one goes into `domains`."
            remedy = f"{did_you_mean(fields['domain'], domains)} {known}".strip()
            yield Problem(path, record.locator, what, remedy)
        if fold(fields["codable"]) not in CODABLE:
            yield Problem(path, record.locator, "the column `codable` is neither yes nor no", "Write yes or no.")


def wrong_orders(path: str, records: Sequence[Record]) -> Iterator[Problem]:
    """Orders that are no numbers. All rows have one, or none has: the order is then the file's."""
    if not any(record.fields["order"] for record in records):
        return
    for record in records:
        if team_lists.whole_number(record.fields["order"]) is None:
            order = record.fields["order"]
            what = f"the order {cut(repr(order))} is not a whole number" if order else "the column `order` is empty"
            remedy = "Write 1, 2, 3, or leave the whole column empty for the order of the file."
            yield Problem(path, record.locator, what, remedy)


def repeated_codes(path: str, records: Sequence[Record]) -> Iterator[Problem]:
    """Ids that more than one row has."""
    first: dict[str, str] = {}
    for record in records:
        code = record.fields["code"]
        if code and code in first:
            what = f"the code {code!r} is already defined in {first[code]}"
            yield Problem(path, record.locator, what, "Give each code its own id.")
        first.setdefault(code, record.locator)


def wrong_parents(path: str, record: Record, by_code: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """A parent that is no code, is in another domain, or lies below its own child."""
    code, parent = record.fields["code"], record.fields["parent"]
    if not parent:
        return
    if parent not in by_code:
        called = next((other for other, fields in by_code.items() if fold(fields["label"]) == fold(parent)), "")
        remedy = f"Write its code, {called}." if called else "Add or correct it."
        yield Problem(path, record.locator, f"the parent {cut(repr(parent))} is not a code of the codebook", remedy)
    elif by_code[parent]["domain"] != record.fields["domain"]:
        yield Problem(path, record.locator, f"the parent {parent!r} is in another domain", "Move one of them.")
    elif code in (above := ancestors(code, by_code)):
        yield Problem(path, record.locator, f"the code {code!r} is its own ancestor", "Correct the column `parent`.")
    elif len(above) >= _DEEPEST:
        what = f"the code {code!r} lies below {counted(_DEEPEST, 'other code')} or more"
        yield Problem(path, record.locator, what, "Correct the column `parent`.")


def ancestors(code: str, by_code: dict[str, dict[str, str]]) -> list[str]:
    """Codes above a code, nearest first. Stops at a code that was already found, and below the deepest level."""
    found: list[str] = []
    parent = by_code[code]["parent"]
    while parent and parent in by_code and parent not in found and len(found) < _DEEPEST:
        found.append(parent)
        parent = by_code[parent]["parent"]
    return found
