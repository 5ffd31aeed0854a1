"""The numbers of further countries than the nine: identity numbers that python-stdnum checks, and postcodes.

They are plain data: `numbers` and `postcodes` make their forms of them. ALWAYS: the form is long, with a date or with
letters, and has a good checksum. NEAR: nearly any number passes, so without a word that says so it is doubtful.
"""

ALWAYS, NEAR, ONLY_NEAR = "ALWAYS", "NEAR", "ONLY_NEAR"
IDENTITY_NUMBERS: dict[str, list[tuple[str, str, str]]] = {  # how it is written (_: perhaps a sign), its check, when
    "AR": [(r"\d{2}\.\d{3}\.\d{3}", "ar.dni", NEAR), (r"\d{7,8}", "ar.dni", ONLY_NEAR)],
    "AT": [(r"\d{4}_\d{2}_?\d{2}_?\d{2}", "at.vnr", NEAR)],
    "AU": [(r"\d{3}_\d{3}_\d{2,3}", "au.tfn", NEAR)],
    "BE": [(r"\d{2}_\d{2}_\d{2}_\d{3}_\d{2}", "be.nn", ALWAYS)],
    "BG": [(r"\d{6}_\d{4}|\d{6} \d{3} \d", "bg.egn", NEAR)],
    "BR": [(r"\d{3}\.\d{3}\.\d{3}-\d{2}", "br.cpf", ALWAYS), (r"\d{3}_\d{3}_\d{3}_\d{2}", "br.cpf", NEAR)],
    "CA": [(r"\d{3}_\d{3}_\d{3}", "ca.sin", NEAR)],
    "CH": [(r"756_\d{4}_\d{4}_\d{2}", "ch.ssn", ALWAYS)],
    "CL": [(r"\d{1,2}_\d{3}_\d{3}_[\dK]", "cl.rut", NEAR)],
    "DK": [(r"\d{6}-\d{4}", "dk.cpr", ALWAYS), (r"\d{6}_\d{4}", "dk.cpr", NEAR)],
    "EE": [(r"[1-8]\d{10}", "ee.ik", NEAR)],
    "ES": [(r"\d{2}_\d{3}_\d{3}_[A-Z]", "es.dni", ALWAYS), (r"[XYZ]_?\d{7}_[A-Z]", "es.nie", ALWAYS)],
    "FI": [(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]", "fi.hetu", ALWAYS)],
    "FR": [(r"[12]_\d{2}_\d{2}_(?:\d{2}|2[AB])_\d{3}_\d{3}_\d{2}", "fr.nir", ALWAYS)],
    "HR": [(r"\d{11}", "hr.oib", NEAR)],
    "IE": [(r"\d{7}_?[A-W][A-IW]?", "ie.pps", ALWAYS)],
    "IS": [(r"\d{6}-\d{4}", "is_.kennitala", ALWAYS), (r"\d{10}", "is_.kennitala", NEAR)],
    "LT": [(r"[1-6]\d{10}", "lt.asmens", NEAR)],
    "MX": [(r"[A-Z]{4}_?\d{6}_?[A-Z]{6}_?[A-Z0-9]\d", "mx.curp", ALWAYS), (r"[A-Z&]{4}_\d{6}_\w{3}", "mx.rfc", ALWAYS)],
    "RO": [(r"[1-9]\d{12}", "ro.cnp", ALWAYS)],
    "SE": [
        (r"(?:19|20)?\d{6}[-+]\d{4}", "se.personnummer", ALWAYS),
        (r"(?:19|20)?\d{6} ?\d{4}", "se.personnummer", NEAR),
    ],
    "SI": [(r"\d{7}_\d{6}|\d{13}", "si.emso", ALWAYS)],
    "SK": [(r"\d{6} ?/ ?\d{3,4}", "sk.rc", ALWAYS), (r"\d{6}_?\d{3,4}", "sk.rc", NEAR)],
    "TR": [(r"[1-9]\d{10}|[1-9]\d{2} \d{3} \d{3} \d{2}", "tr.tckimlik", NEAR)],
    "UA": [(r"\d{10}", "ua.rntrc", NEAR)],
    "US": [(r"\d{3}-\d{2}-\d{4}", "us.ssn", ALWAYS), (r"\d{3}_\d{2}_\d{4}", "us.ssn", ONLY_NEAR)],
    "ZA": [(r"\d{13}|\d{6} \d{4} \d{2} \d", "za.idnr", ALWAYS)],
}
_FOUR, _FIVE, _SIX = r"[1-9]\d{3}", r"\d{2}(?!000)\d{3}", r"\d{2}(?!0000)\d{4}"
POSTCODES = {  # near a word of an address, beside a listed place, or between a preposition and a capital letter
    **dict.fromkeys(("AT", "AU", "BE", "BG", "CH", "DK", "HU", "SI"), _FOUR),
    **dict.fromkeys(("ES", "FI", "FR", "HR", "MX", "TR", "UA"), _FIVE),
    **dict.fromkeys(("SE", "SK"), r"\d{3} ?\d{2}"),
    "BR": r"\d{5}-?\d{3}",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d",
    "IE": r"(?:D6W|[A-Z]\d{2}) ?[A-Z0-9]{4}",
    "RO": _SIX,
    "US": r"\d{5}(?:-\d{4})?",
}
