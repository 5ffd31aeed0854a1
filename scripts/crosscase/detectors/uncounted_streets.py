"""Rules about the number of a house behind what has the form of a street, or of a part of a house.

They are among those of `uncounted_numbers`, for numbers that count nothing. None needs a word about living: where a
language leaves the word for a street out, an adjective or a genitive stands before such a number: na borówkowej 28,
στην κουμαριάς 28.
"""

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    LETTER,
    LIKE,
    NAME,
    NUMBER,
    OTHER,
    PART,
    SIGN,
    SMALL,
    UNKNOWN,
)
from crosscase.detectors.beside_numbers import COMMA, FREQUENT, LIVES, STOP, VERB, WAY
from crosscase.detectors.contact_words import SPELLING
from crosscase.detectors.house_evidence import is_before_flat, is_led_number
from crosscase.detectors.uncounted_evidence import (
    always,
    are_parts,
    ends_as_street,
    is_answer,
    is_bare_genitive,
    is_genitive,
    is_house,
    is_of_house,
    is_slashed,
    is_small_home,
    is_small_house,
    is_small_name,
    is_small_place,
    is_small_street,
    is_spelt,
    is_titled,
)
from crosscase.detectors.uncounted_rules import (
    ALONE,
    CODE,
    ENDED,
    NOUN,
    OF_HOUSE,
    OF_STREETS,
    ORDINARY,
    STREET,
    rule_of,
)

STREETS = (
    # with the number of a flat behind a slash, which no count has
    rule_of(
        "pl",
        "znalazłem pokój garncarska 38/5 gospodyni wzięła",
        "ADDRESS",
        f"(?:{STREET}|{UNKNOWN})N{{2}}",
        is_slashed,
        in_figures=True,
    ),
    # before a flat with its number
    rule_of(
        "no",
        "så fikk vi gamle brygga 3 leilighet h0204 og",
        "ADDRESS",
        f"(?P<own>{ORDINARY}?{NOUN}N{{1,3}}L?,?(?P<part>[{PART}{LIVES}][{NUMBER}{LETTER}]))",
        is_before_flat,
        in_figures=True,
    ),
    # something that is lived in, and where it is
    rule_of(
        "no",
        "han budde på hybel i øvste stova 6 med kokeplate",
        "ADDRESS",
        f"{PART}[JGX]{{1,2}}(?P<own>{NOUN}{{1,2}}N{{1,3}}L?){ALONE}",
        is_small_home,
        in_figures=True,
    ),
    rule_of(
        "de",
        "sie steht unten vor der tür brunnenknick 88 und",
        "ADDRESS",
        f"{PART}(?P<own>{NOUN}N{{1,3}}L?){ALONE}",
        is_small_house,
        in_figures=True,
    ),
    # a word for streets, and a small word or "number" before the number
    rule_of(
        "it",
        "giocavamo da lui via dei cordai al settantuno quinto piano",
        "ADDRESS",
        f"(?P<own>{OF_STREETS}[{SMALL}{SPELLING}]{{0,2}}{NOUN}{{1,2}}(?P<lead>{SMALL})N{{1,3}}L?)(?:{ALONE}|(?={OF_HOUSE}))",
        is_led_number,
        in_figures=True,
    ),
    rule_of(
        "pl",
        "u nas to się mówi kolonia za stawem numer siedem i",
        "ADDRESS",
        f"{OF_STREETS}[{SMALL}{SPELLING}{OTHER}]{{0,2}}{NOUN}{{1,2}}{SIGN}N{{1,3}}L?{ENDED}",
        is_small_street,
        in_figures=True,
    ),
    # letters that are said one by one, and then the number
    rule_of(
        "de",
        "ich buchstabier mal q u e n d e l und dann siebenundzwanzig und",
        "ADDRESS",
        f"(?:{LETTER},?){{4,15}}[{AND}{BREAK}{OTHER}JGf,]{{0,3}}N{{1,3}}L?{ENDED}",
        is_spelt,
        in_figures=True,
    ),
    rule_of(
        "pl",
        "ten lokal na borówkowej 28 a pod nami",
        "ADDRESS",
        f"{STREET}{{1,2}}N{{1,3}}L?{ALONE}",
        is_house,
        in_figures=True,
    ),
    rule_of("pl", "parter na kosaćcowej dwa idzie", "ADDRESS", f"{PART}[JGX]{{1,2}}(?P<own>{STREET}N{{1,3}})", always),
    rule_of(
        "el",
        "εμείς στην κουμαριάς 28 έχουμε",
        "ADDRESS",
        f"[J{FREQUENT}](?P<own>{NOUN}{{1,2}}N{{1,3}}L?){ALONE}",
        is_genitive,
        in_figures=True,
        of_list="street_genitives",
    ),
    rule_of(
        "en",
        "at 15 brindle way now",
        "ADDRESS",
        f"[JG](?P<own>N[WU]{{1,2}}{WAY}){ENDED}",
        ends_as_street,
        in_figures=True,
        of_list="number_first",
    ),
    rule_of(
        "el",
        "στο οικοτροφείο βιομηχανίας 19 ήμασταν",
        "ADDRESS",
        f"(?:^|[W{PART}{LIVES}{VERB}{OTHER}{FREQUENT}])(?P<own>{NOUN}N{{1,3}}L?){ALONE}",
        is_bare_genitive,
        in_figures=True,
        of_list="street_genitives",
    ),
    # ordinary words behind a preposition, or two of them, in small letters
    rule_of(
        "cs",
        "kluci se scházeli pod kaplí 31 a kouřili",
        "ADDRESS",
        f"J(?P<own>{NOUN}{{1,2}}N{{1,3}}L?){ALONE}",
        is_small_place,
        in_figures=True,
    ),
    rule_of(
        "no",
        "et småbruk øvre haugen sekstitre med høner",
        "ADDRESS",
        f"{ORDINARY}{NOUN}N{{1,3}}L?{ALONE}",
        is_small_name,
        in_figures=True,
    ),
    # an answer that is put right in the next sentence
    rule_of(
        "pl",
        "R: Czereśniowa dziewięć. Nie, przepraszam, dziewiętnaście.",
        "ADDRESS",
        f"(?:(?<=[{STOP}])|^){NOUN}{{1,2}}N{{1,3}}L?[{STOP}]E[,JGXEfvW]{{0,4}}N{{1,3}}L?(?=[{STOP}{COMMA}]|$)",
        is_answer,
    ),
    # behind a part of a house
    rule_of(
        "el",
        "σε ένα υπόγειο βαφέων 2 με",
        "ADDRESS",
        f"{PART}(?P<own>[U{NAME}{LIKE}]{{1,2}}N{{1,3}}L?){ALONE}",
        always,
        in_figures=True,
    ),
    rule_of(
        "cs",
        "dům v hadí stráni čtyřicet jedna stavěl",
        "ADDRESS",
        f"{PART}[JGX]{{1,2}}(?P<own>{NOUN}{{1,2}}N{{1,3}}L?){ALONE}",
        is_of_house,
    ),
    # parts of a house in a row, of which one may be in no list
    rule_of(
        "no",
        "i den gamle leiren, bygg 12, port C, det",
        "ADDRESS",
        f"{PART}N,[WlU](?:{CODE}|{SIGN})(?=[{STOP}{COMMA}]|$)",
        are_parts,
        in_figures=True,
    ),
    rule_of(
        "el",
        "είσοδος Γ, διαμέρισμα 4",
        "ADDRESS",
        f"[{PART}{LIVES}]{CODE}(?:,?[{PART}{LIVES}]{CODE})+",
        are_parts,
        in_figures=True,
    ),
    # between commas, behind what it explains
    rule_of(
        "cs",
        "u kravína, Mlýnská osada 8, tam",
        "ADDRESS",
        f",(?P<own>{NOUN}{{1,3}}N{{1,3}}L?)(?=[{STOP},]|$)",
        is_titled,
        in_figures=True,
    ),
)
