"""The tables that compare groups, as the CSV files of the analysis have them."""

from dataclasses import replace

from verifier import rules
from verifier.analysis_material import ALL, FOLDER, NONE, Of, decimal, entry, numeric
from verifier.shown_tables import Entry, Heading, Line, Shown, name_and_code
from verifier.words import Words

_CORRECTIONS = {"holm": "Holm", "benjamini_hochberg": "Benjamini–Hochberg"}


def similarity(of: Of) -> Shown:
    """Jaccard's index of each pair of groups, below the diagonal."""
    words, groups, rows = of.words, of.count.groups, of.rows("similarity")
    index = {(row["one"], row["other"]): decimal(row["jaccard"], words, 2) for row in rows}
    index |= {(code, code): ("–", "") for code in groups} if index else {}
    sizes = {row["group"]: row["interviewed"] for row in of.rows("completeness") if row["domain"] == ALL}
    lines: list[Line] = [
        (name_and_code(code, name), 0, [index.get((other, code), ("", "")) for other in groups])
        for code, name in groups.items()
    ]
    headings: list[Heading] = [
        (code, name if name != code else "", True, sizes.get(code, "")) for code, name in groups.items()
    ]
    notes = [
        words("likeness_meaning"),
        words("fact_rule", rule=words.rule_in_words(of.rules[rules.MAIN])),
        words("similarity_sizes"),
        *([words("similarity_undefined", mark=NONE)] if any(row["jaccard"] == "" for row in rows) else []),
        words("more_in", file=f"{FOLDER}similarity.csv"),
    ]
    title, nothing = words("similarity_of_groups"), words("similarity_none")
    first = words.one[:1].upper() + words.one[1:]
    shown = of.table(title, first, headings, [("", lines if index else [])], notes, nothing)
    return replace(shown, is_triangle=bool(index))


def group_test(of: Of) -> Shown:
    """The exact test of each code."""
    words, rows = of.words, {row["code"]: row for row in of.rows("group_test")}
    corrected = f"p ({_CORRECTIONS[of.package.study['group_test']['correction']]})"
    sections: list[tuple[str, list[Line]]] = []
    for domain, codes in of.codes.items():
        lines: list[Line] = []
        for code in codes:
            row = rows[code]
            counts = [entry(row["groups"]), (words("of", number=row["participants"], all=row["interviewed"]), "")]
            chances = [_probability(row[key], words) for key in ("p", "corrected_p", "least_p")]
            lines.append((of.labels[code], 1, [*counts, *chances]))
        sections.append((of.domains[domain], lines))
    tested = sum(row["p"] != "" for row in rows.values())
    notes = [
        words("group_test_note", corrected=corrected, tested=words.number(tested), least=words("head_least_p")),
        words("group_test_meaning"),
        *([words("group_test_undefined", mark=NONE, file=f"{FOLDER}group_test.csv")] if tested < len(rows) else []),
    ]
    many = words.many[:1].upper() + words.many[1:]
    headings = numeric(many, of.head("head_participants"), "p", corrected, words("head_least_p"))
    return of.table(words("group_test_title"), words("code"), headings, sections, notes)


def _probability(text: str, words: Words) -> Entry:
    """A probability with three decimals; a smaller one is less than the least of these."""
    if text and float(text) < 0.001:
        return entry(f"<{words.decimal('0.001')}")
    return decimal(text, words, 3)
