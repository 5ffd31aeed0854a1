"""Columns as spreadsheets call them, by their place from 0: A, B, … Z, AA."""


def letters_of(place: int) -> str:
    """The letters of a column."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, 26)
        letters, place = chr(ord("A") + letter) + letters, place - 1
    return letters


def place_of(letters: str) -> int:
    """The place of a column."""
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1
