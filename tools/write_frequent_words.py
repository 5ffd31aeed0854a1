"""Write the frequent words of `scripts/crosscase/languages/frequent/` from the lists of wordfreq.

    pip install wordfreq==3.1.1
    PYTHONPATH=scripts python tools/write_frequent_words.py

Wordfreq is needed only here, and its lists are final: its author ended them in 2024. So it is in no lock. Its lists are
under the Creative Commons licence BY-SA 4.0, and so are the files that this writes.
"""

from collections import Counter
from importlib import import_module

from crosscase.languages.frequent_words import FREQUENT
from crosscase.languages.vocabulary import SUPPORTED, shape

_FREQUENCY = 25e-6  # of all words of a language
_SHORTEST = 2  # letters
_WORDFREQ = {"no": "nb", "hr": "sh"}  # languages of another code there


def text_of(language: str) -> str:
    """The frequent words of a language in plain shape, one a line. Words of the same shape count together."""
    found: Counter[str] = Counter()
    listed = import_module("wordfreq").get_frequency_dict(_WORDFREQ.get(language, language))
    for word, frequency in listed.items():
        if word.isalpha() and len(word) >= _SHORTEST:
            found[shape(word)] += frequency
    return "".join(f"{word}\n" for word in sorted(found) if found[word] >= _FREQUENCY)


def main() -> None:
    """Write the file of each language with word lists."""
    FREQUENT.mkdir(exist_ok=True)
    for language in sorted(SUPPORTED):
        (FREQUENT / f"{language}.txt").write_text(text_of(language), encoding="utf-8")


if __name__ == "__main__":
    main()
