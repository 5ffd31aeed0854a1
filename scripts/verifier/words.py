"""The words that the tables of a package print: those of its language, and the study's own in their place.

The package holds the words of each language among its code. Those for the states of a cell are known here in
English, so that a package in which they were exchanged is noticed.
"""

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from verifier import rules
from verifier.package import Package

_FILE = "code/scripts/crosscase/labels/{}.toml"
STATES = ("present", "absent", "not_coded", "unknown", "not_asked")
_ENGLISH = {
    "present": "at least one participant of the {one} raised it",
    "absent": "coded, and no participant of the {one} raised it",
    "not_coded": "the {one}'s material was not coded for this domain",
    "unknown": "no coding, and not declared whether the {one}'s material was coded for this domain",
    "not_asked": "no participant of the {one} was asked about this domain",
}


class Words:
    """The texts of a package by key, with the words for what the study compares."""

    def __init__(self, package: Package) -> None:
        self.language: str = package.study["output_language"]
        self.own: dict[str, Any] = package.study["labels"]
        shipped = _texts(package, self.language)
        self._texts = {**shipped, **self.own}
        self.one, self.many = package.compare["one"], package.compare["many"]
        stated = package.study.get("marks", {"rule": {}, "further": {}})
        self.rule: dict[str, Any] = {**rules.DEFAULT, **stated["rule"]}
        self.further: dict[str, Any] = stated["further"]
        english = _texts(package, "en")
        for kind in ("country", "group"):
            if (self.one, self.many) == (english[kind]["one"], english[kind]["many"]):
                self.one, self.many = shipped[kind]["one"], shipped[kind]["many"]

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values."""
        text: str = self._texts[key]
        return text.format(one=self.one, many=self.many, **values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """A text that goes with a number, in the form for it."""
        forms = self._texts[key]
        text: str = forms if isinstance(forms, str) else forms[_form(number, self.language)]
        return text.format(n=self.number(number), one=self.one, many=self.many, **values)

    def decimal(self, number: str) -> str:
        """A number with a point as the language writes it."""
        return number.replace(".", self("decimal"))

    def meanings(self) -> dict[str, str]:
        """What each state of a cell means."""
        return {state: self(f"meaning_{state}") for state in (*STATES, "suppressed")}

    def under(self, rule: dict[str, Any]) -> dict[str, str]:
        """What each state means where marks have this rule."""
        if rule == rules.DEFAULT:
            return self.meanings()
        return {**self.meanings(), "present": self.rule_in_words(rule), "absent": self("below_rule")}

    def other_rules(self) -> list[str]:
        """The note on the further rules of the study, if it has any."""
        listed = "; ".join(f"{name}: {self.rule_in_words(rule)}" for name, rule in self.further.items())
        return [self("other_rules", file="results/analysis/rules.csv", rules=listed)] if listed else []

    def rule_in_words(self, rule: dict[str, Any]) -> str:
        """A rule as notes say it."""
        noun = {"participants": "participant", "documents": "document_number", "segments": "segment"}[rule["unit"]]
        least = self("rule_least", number=self.counted(noun, rule["at_least"]))
        share = rule["share"]
        parts = [] if share is not None and rule["at_least"] == 1 else [least]
        if share is not None:
            percent = self("percent_sign", number=self.decimal(f"{float(Fraction(str(share)) * 100):.10g}"))
            parts.append(self("rule_share", share=percent))
        if rule["coders"] == "all":
            parts.append(self("rule_all_coders"))
        elif rule["coders"] != "any":
            parts.append(self("rule_one_coder", coder=rule["coders"]))
        parts += [] if rule["parents"] == "own" else [self(f"rule_parents_{rule['parents']}")]
        return ", ".join(parts)

    def number(self, number: int) -> str:
        """A whole number as sentences have it."""
        return f"{number:,}".replace(",", self("thousands")) if number >= 10_000 else str(number)


def exchanged(package: Package) -> Iterator[str]:
    """The states whose words in English are others than those known here."""
    texts = _texts(package, "en")
    for state, text in _ENGLISH.items():
        if (found := texts[f"meaning_{state}"]) != text:
            yield f"{_FILE.format('en')}: {state!r} is explained as {found!r} instead of {text!r}"


def _texts(package: Package, language: str) -> dict[str, Any]:
    name = _FILE.format(language)
    try:
        return tomllib.loads(package.text(name))
    except tomllib.TOMLDecodeError:
        raise ValueError(f"{name} cannot be read as TOML") from None


def _form(number: int, language: str) -> str:
    """The form for a number from 0 on, by the rules of the language."""
    if number == 1 or (number == 0 and language == "fr"):
        return "one"
    if language == "pl":
        return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"
    return "few" if language == "cs" and number in (2, 3, 4) else "other"
