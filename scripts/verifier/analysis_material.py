"""What the tables of the analysis are made again of: the CSV files, and how tables name and write things."""

from collections import Counter
from collections.abc import Mapping, Sequence

from verifier import codebook, rules
from verifier.counting import Count
from verifier.package import Package, Row
from verifier.shown_tables import Entry, Heading, Line, Shown
from verifier.words import Words

FOLDER = "results/analysis/"
ALL = "(all)"
NONE = "—"


class Of:
    """A package, with what several tables name in the same way."""

    def __init__(self, package: Package, count: Count) -> None:
        self.package, self.count, self.words = package, count, package.words
        self.domains: dict[str, str] = {domain["id"]: domain["title"] for domain in package.study["domains"]}
        self.codes = {
            domain: [code["code"] for code in count.ordered(domain) if code["codable"] == "True"]
            for domain in self.domains
        }
        self.labels = {code["code"]: code["label"] for code in count.codes}
        times = Counter(code["label"] for code in count.codes if code["codable"] == "True")
        self.full_labels = {
            code["code"]: f"{label} ({self.domains[code['domain']]})" if times[label] > 1 else label
            for code in count.codes
            for label in [code["label"]]
        }
        self.rules = rules.of_study(package)
        self.heads = {name: short(name, rule, self) for name, rule in self.rules.items() if name != rules.MAIN}
        self.in_words = (
            "; ".join(f"{head}: {self.words.rule_in_words(self.rules[name])}" for name, head in self.heads.items())
            + "."
        )

    def rows(self, name: str) -> list[Row]:
        """The rows of a table of the analysis."""
        return self.package.rows(f"{FOLDER}{name}.csv")

    def head(self, key: str) -> str:
        """A text that begins a line."""
        text = self.words(key)
        return text[:1].upper() + text[1:]

    def table(
        self,
        caption: str,
        first: str,
        headings: Sequence[Heading],
        sections: Sequence[tuple[str, list[Line]]],
        notes: Sequence[str],
        nothing: str = "",
        words: Mapping[int, int] | None = None,
    ) -> Shown:
        """The table, or a line that says why it has no row. `words`: the widths of columns of words."""
        kept = [section for section in sections if section[1]]
        empty: list[tuple[str, list[Line]]] = [("", [(nothing, 0, [])])]
        return Shown(
            caption,
            first,
            [*headings],
            kept or empty,
            [codebook.version(self.package), *notes] if kept else [],
            words or {},
        )


def short(name: str, rule: Mapping[str, object], of: Of) -> str:
    """A rule as the heading of a column: its number or share, or the name that the study gave it."""
    if name in of.words.further:
        return name
    share = rule["share"]
    if share is None:
        return f"≥{rule['at_least']}"
    return f"≥{of.words('percent_sign', number=f'{100 * float(str(share)):.0f}')}"


def numeric(*texts: str) -> list[Heading]:
    """The headings of columns of numbers."""
    return [(text, "", True, "") for text in texts]


def entry(text: str) -> Entry:
    """A number as a table has it, or the sign that there is none."""
    return (text or NONE, "")


def decimal(number: str, words: Words, digits: int = 1, times: int = 1) -> Entry:
    """A number with so many decimals, times a number."""
    return entry(words.decimal(f"{times * float(number):z.{digits}f}") if number else "")


def between(low: str, high: str, words: Words, digits: int = 2, times: int = 1) -> Entry:
    """The ends of an interval in brackets."""
    if not low or not high:
        return entry("")
    ends = [decimal(end, words, digits, times)[0] for end in (low, high)]
    return entry(f"[{('; ' if words('decimal') == ',' else ', ').join(ends)}]")
