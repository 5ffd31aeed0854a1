"""The words for yes and no in the lists that a team keeps by hand, in the languages of tables and pages."""

from collections.abc import Mapping

_YES = (
    *("yes", "y", "true", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "verdadero", "sì", "vero"),
    *("sim", "verdadeiro", "waar", "sann", "tak", "prawda", "ano", "pravda", "ναι", "αληθές", "αληθες"),
)
_NO = (
    *("no", "n", "false", "nein", "falsch", "non", "faux", "falso", "não", "nao", "nee", "onwaar"),
    *("nei", "usann", "nie", "fałsz", "falsz", "ne", "nepravda", "όχι", "οχι", "ψευδές", "ψευδες"),
)
YES_NO: Mapping[str, bool] = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)  # folded, `storage.text_form`
