"""The tables on what marks are worth, on coders and on completeness, as the CSV files of the analysis have them."""

from collections.abc import Iterator

from verifier import rules, shown_tables
from verifier.analysis_material import ALL, FOLDER, NONE, Of, between, decimal, entry, numeric
from verifier.package import Row
from verifier.shown_tables import Entry, Heading, Line, Shown
from verifier.words import Words


def robustness(of: Of) -> Shown:
    """The total of each code under each rule, its fragile marks, and the total that equal numbers would give."""
    words = of.words
    under = {(row["rule"], row["code"]): row for row in of.rows("rule_totals")}
    listed = {row["code"]: row["fragile"] for row in of.rows("evidence")}
    worth = {row["code"]: row for row in of.rows("totals")}
    sections = []
    for domain, codes in of.codes.items():
        lines: list[Line] = []
        for code in codes:
            row = worth[code]
            entries = [entry(_range(under[name, code])) for name in of.rules]
            entries.append((str(len(listed[code].split("; ")) if listed[code] else 0), ""))
            entries += [decimal(row[key] if row["drawn"] != "0" else "", words) for key in ("expected", "deviation")]
            lines.append((of.labels[code], 1, entries))
        drawn = worth[codes[0]]["drawn"]
        sections.append((shown_tables.with_size(of.domains[domain], drawn if drawn != "0" else ""), lines))
    notes = [
        words("robustness_total", total=words("total"), rule=words.rule_in_words(of.rules[rules.MAIN])),
        words("robustness_expected", expected=words("head_expected"), deviation=words("head_deviation")),
        words("fragile_note", fragile=words("head_fragile")),
        *([words("range_note")] if any(row["total"] != row["most"] for row in under.values()) else []),
        of.in_words,
        *([words("robustness_undefined", mark=NONE)] if any(row["drawn"] == "0" for row in worth.values()) else []),
    ]
    heads = [words("total"), *of.heads.values(), *map(words, ("head_fragile", "head_expected", "head_deviation"))]
    return of.table(words("robustness_title"), words("code"), numeric(*heads), sections, notes)


def _range(row: Row) -> str:
    return row["total"] if row["total"] == row["most"] else f"{row['total']}–{row['most']}"


def thresholds(of: Of) -> Shown:
    """The marks and totals that each rule changes."""
    words, rows = of.words, of.rows("thresholds")
    columns = ("marks", "lost", "gained", "rest_on_one", "totals", "totals_changed")
    titles = {ALL: of.head("all_domains"), **of.domains}

    def label(row: Row) -> str:
        rule = words.rule_in_words(of.rules[row["rule"]])
        return words("rule_of_tables", rule=rule) if row["rule"] == rules.MAIN else rule

    sections: list[tuple[str, list[Line]]] = [
        (title, [(label(row), 1, [entry(row[key]) for key in columns]) for row in rows if row["domain"] == domain])
        for domain, title in titles.items()
    ]
    notes = [
        words("thresholds_marks", marks=words("head_marks"), lost=words("head_lost"), gained=words("head_gained")),
        words("thresholds_totals", totals=words("head_totals"), changed=words("head_changed")),
        words("fragile_note", fragile=words("head_fragile")),
    ]
    heads = ("head_marks", "head_lost", "head_gained", "head_fragile", "head_totals", "head_changed")
    return of.table(words("thresholds_title"), words("head_rule"), numeric(*map(words, heads)), sections, notes)


def agreement(of: Of) -> Shown:
    """Agreement over all codes, in each domain, and on each code."""
    words = of.words
    rows = {
        (row["domain"], row["code"]): row
        for row in of.rows("agreement")
        if (row["level"], row["frame"], row["group"], row["one"]) == ("participant", "all", ALL, ALL)
    }

    def line(label: str, level: int, key: tuple[str, str]) -> list[Line]:
        if key not in rows:
            return []
        row = rows[key]
        entries = [entry(row["participants"]), decimal(row["observed"], words, times=100)]
        entries.append(between(row["observed_low"], row["observed_high"], words, 1, 100))
        for name in ("alpha", "kappa"):
            entries += [decimal(row[name], words, 2), between(row[f"{name}_low"], row[f"{name}_high"], words)]
        return [(label, level, entries)]

    over_all = line(of.head("all_domains"), 0, (ALL, ALL))
    over_all += [part for domain, title in of.domains.items() for part in line(title, 1, (domain, ALL))]
    sections = [
        (of.domains[domain], [part for code in codes for part in line(of.labels[code], 1, (domain, code))])
        for domain, codes in of.codes.items()
    ]
    interval: Heading = (words("interval_95"), "", False, "")
    headings: list[Heading] = [
        ("n", words("participants_long"), True, ""),
        ("%", words("percent_long_of_units"), True, ""),
        interval,
        (words("head_alpha"), "Krippendorff’s alpha", True, ""),
        interval,
        (words("head_kappa"), "Fleiss’ kappa", True, ""),
        interval,
    ]
    notes = [
        words("agreement_note"),
        words("agreement_coefficients", alpha=words("head_alpha"), kappa=words("head_kappa")),
        words("agreement_undefined", mark=NONE),
        words("more_in", file=f"{FOLDER}agreement.csv"),
    ]
    sections = [("", over_all), *sections]
    return of.table(words("agreement_title"), words("code"), headings, sections, notes, words("agreement_none"))


def completeness(of: Of) -> Shown:
    """The interviews and codes of each group."""
    words, study = of.words, of.package.study
    rows = {(row["domain"], row["group"]): row for row in of.rows("completeness")}
    run = of.rows("saturation") if study.get("saturation") else []
    reached = {(row["domain"], row["group"]): row for row in run}
    names = {ALL: of.head("all_groups")}
    names |= {code: shown_tables.name_and_code(code, name) for code, name in of.count.groups.items()}

    def entries(key: tuple[str, str]) -> Iterator[Entry]:
        row = rows[key]
        yield from (entry(row[name]) for name in ("interviewed", "codes", "listed", "raised_once"))
        yield decimal(row["coverage"], words, times=100)
        if run:
            yield decimal(row["estimated"], words)
            yield between(row["low"], row["high"], words, 1)
            found = reached.get(key)
            known = found is not None and found["new_in_last_run"] != ""
            yield entry((found["reached"] or f">{found['interviewed']}") if found and known else "")

    sections: list[tuple[str, list[Line]]] = [
        (title, [(label, 1, [*entries((domain, group))]) for group, label in names.items() if (domain, group) in rows])
        for domain, title in {ALL: of.head("all_domains"), **of.domains}.items()
    ]
    headings: list[Heading] = [
        ("n", words("participants_long"), True, ""),
        *numeric(*(words(f"head_{key}") for key in ("codes", "listed", "once")), f"{words('coverage')} (%)"),
        *([(words("head_estimated"), "Chao2", True, ""), (words("interval_95"), "", False, "")] if run else []),
        *(numeric(words("head_enough")) if run else []),
    ]
    notes = [
        words("completeness_codes", codes=words("head_codes"), listed=words("head_listed"), once=words("head_once")),
        *([words("completeness_over_all", all=of.head("all_groups"))] if (ALL, ALL) in rows else []),
        words("coverage_meaning"),
        *(
            [words("completeness_estimated", estimated=words("head_estimated"), listed=words("head_listed"))]
            if run
            else []
        ),
        *([_enough(run[0], words)] if run else []),
        words("completeness_undefined", mark=NONE),
    ]
    first = words.one[:1].upper() + words.one[1:]
    return of.table(words("completeness_title"), first, headings, sections, notes, words("completeness_none"))


def _enough(row: Row, words: Words) -> str:
    share = words("percent_sign", number=words.decimal(f"{100 * float(row['threshold']):.10g}"))
    return words("completeness_enough", enough=words("head_enough"), run=row["run"], share=share, base=row["base"])
