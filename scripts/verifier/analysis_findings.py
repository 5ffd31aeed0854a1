"""The tables of findings, of pairs of codes and of quotations, as the CSV files of the analysis have them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verifier import rules, shown_tables
from verifier.analysis_material import FOLDER, NONE, Of, decimal, entry, numeric
from verifier.package import Row
from verifier.shown_tables import Entry, Heading, Line, Shown

_MOST_PAIRS, _MOST_QUOTES, _LONGEST = 25, 400, 600
_CUT = " […]"


def cooccurrence(of: Of) -> Shown:
    """The strongest pairs of codes."""
    words, labels = of.words, of.full_labels
    strong = [row for row in of.rows("cooccurrence") if int(row["raised_both"]) > 1]
    best = sorted(strong, key=lambda row: (-float(row["jaccard"]), -int(row["raised_both"])))[:_MOST_PAIRS]
    lines: list[Line] = [
        (
            labels[row["one"]],
            0,
            [
                (labels[row["other"]], ""),
                *(entry(row[key]) for key in ("raised_one", "raised_other", "raised_both")),
                decimal(row["jaccard"], words, 2),
                entry(row["passages"]),
            ],
        )
        for row in best
    ]
    heads = ("head_first", "head_second", "head_both", "head_jaccard", "head_passages")
    notes = [
        words("cooccurrence_pairs", number=words.number(len(best)), all=words.number(len(strong))),
        words("cooccurrence_columns", passages=words("head_passages")),
        words("more_in", file=f"{FOLDER}cooccurrence.csv"),
    ]
    headings: list[Heading] = [(words("head_with"), "", False, ""), *numeric(*map(words, heads))]
    title, nothing = words("cooccurrence_title"), words("cooccurrence_none")
    return of.table(title, words("code"), headings, [("", lines)], notes, nothing, {0: 30})


def evidence(of: Of) -> Shown:
    """One row a finding."""
    words, found = of.words, {row["code"]: row for row in of.rows("evidence")}
    present: dict[str, list[str]] = defaultdict(list)
    for cell in of.count.cells.values():
        if cell["state"] == "present":
            present[cell["code"]].append(cell["group"])

    def entries(row: Row) -> Iterator[Entry]:
        raised, asked = row["participants"], row["interviewed"]
        yield (words("of", number=row["present"], all=row["counted"]), "")
        yield (words("of", number=words.number(int(raised)), all=words.number(int(asked))), "")
        yield decimal(str(int(raised) / int(asked)) if int(asked) else "", words, times=100)
        yield (", ".join(present[row["code"]]), "")
        yield (row["fragile"].replace("; ", ", "), "")
        changed = [rule.partition(":")[0] for rule in row["changed_under"].split("; ") if rule]
        yield (", ".join(of.heads[name] for name in changed), "")
        yield decimal(row["agreement"], words, times=100)
        yield entry(row["quotes"])

    sections: list[tuple[str, list[Line]]] = [
        (of.domains[domain], [(of.labels[code], 1, [*entries(found[code])]) for code in codes])
        for domain, codes in of.codes.items()
    ]
    participants = of.head("head_participants")
    plain_heads = [(words(key), "", False, "") for key in ("head_present_in", "head_fragile", "head_changed_by")]
    headings: list[Heading] = [
        *numeric(words("head_present"), participants, "%"),
        *plain_heads,
        *numeric(words("head_agreement"), words("head_quotations")),
    ]
    notes = [
        words("fact_rule", rule=words.rule_in_words(of.rules[rules.MAIN])),
        words("evidence_present", present=words("head_present"), participants=participants),
        *shown_tables.several(of.count.in_several, words),
        words("evidence_agreement", agreement=words("head_agreement"), quotations=words("head_quotations")),
        *shown_tables.names_of(of.count.groups),
        words("evidence_fragile", fragile=words("head_fragile")),
        f"{words('evidence_changed', changed=words('head_changed_by'))} {of.in_words}",
        words("agreement_undefined", mark=NONE),
    ]
    widths = {3: _letters(sections, 3, 18), 4: _letters(sections, 4, 12), 5: 10}
    return of.table(words("evidence_title"), words("code"), headings, sections, notes, words=widths)


def _letters(sections: Sequence[tuple[str, Sequence[Line]]], place: int, least: int) -> int:
    """The width of a column of words: a quarter of its longest entry, but at most 1.6 times the least."""
    longest = max((len(entries[place][0]) for _, lines in sections for *_, entries in lines), default=0)
    return max(least, min(longest // 4, round(1.6 * least)))


def quotations(of: Of) -> Shown:
    """A passage for each code and group."""
    words, rows = of.words, of.rows("quotations")
    by_code: dict[str, list[Row]] = defaultdict(list)
    places = list(of.count.groups)
    for row in sorted(rows, key=lambda row: places.index(row["group"])):
        by_code[row["code"]].append(row)
    most = max(1, _MOST_QUOTES // max(1, len(by_code)))
    names = {code: shown_tables.name_and_code(code, name) for code, name in of.count.groups.items()}
    sections: list[tuple[str, list[Line]]] = [
        (
            f"{of.domains[domain]}: {of.labels[code]}",
            [
                (
                    names[row["group"]],
                    1,
                    [(row["participant"], ""), (_cut(row["words"]), ""), entry(row["passages"])],
                )
                for row in by_code[code][:most]
            ],
        )
        for domain, codes in of.codes.items()
        for code in codes
    ]
    shown = [entries[1][0] for _, lines in sections for _, _, entries in lines]
    some = words("quotations_some", number=words.number(len(shown)), all=words.number(len(rows)))
    file = f"{FOLDER}quotations.csv"
    notes = [
        words("quotations_note", passages=words("head_passages")),
        *([some, words("more_in", file=file)] if len(shown) < len(rows) else []),
        *([words("quotations_cut", mark=_CUT.strip(), file=file)] if any(t.endswith(_CUT) for t in shown) else []),
    ]
    headings: list[Heading] = [
        (words("head_participant"), "", False, ""),
        (words("head_passage"), "", False, ""),
        *numeric(words("head_passages")),
    ]
    first = words.one[:1].upper() + words.one[1:]
    widths = {0: 12, 1: 44}
    return of.table(words("quotations_title"), first, headings, sections, notes, words("quotations_none"), widths)


def _cut(text: str) -> str:
    """The beginning of a long passage, up to the end of a word."""
    whole = " ".join(text.split())
    if len(whole) <= _LONGEST:
        return whole
    return (whole[: _LONGEST + 1].rpartition(" ")[0] or whole[:_LONGEST]) + _CUT
