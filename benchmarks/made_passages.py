"""Passages made of the sentences of the evaluation and of their words, and of sentences of ordinary interviews."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.evaluation import sentences
from tests.evaluation.finder import redactor

_LEAST, _MOST = 200, 400  # characters
ORDINARY = Path(__file__).parent / "ordinary"
_SHORTEST, _LONGEST = 150, 600  # characters of a passage of an ordinary interview
_MOST_SENTENCES = 12  # of one
_POOL = 10_000  # passages without hits, from which a long file is drawn


def mixed(path: Path, number: int, share: float) -> list[str]:
    """Passages of whole sentences: a share from the evaluation, marked and hard ones; the others are plain."""
    chance = random.Random(1)
    hard = [text for text, _ in sentences.read(path).sentences]
    easy = [sentence for passage in plain(path, 10**5, 300) for sentence in passage.strip(" .").split(". ")]
    passages = []
    for _ in range(number):
        passage = ""
        while len(passage) < _LEAST:
            passage += f"{chance.choice(hard)} " if chance.random() < share else f"{chance.choice(easy)}. "
        passages.append(passage.strip())
    return passages


def ordinary(language: str, number: int) -> list[str]:
    """Passages without hits, each another one, of whole sentences of ordinary interviews in a language.

    The names of the evaluation are listed. A sentence in which something is found is left out.
    """
    ours, setting = redactor(sentences.read(sentences.FOLDER / f"{language}.txt"))
    lines = (ORDINARY / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    pool = [line for line in lines if not line.startswith("#") and not ours.find(line, setting)]
    chance = random.Random(1)
    passages: dict[str, None] = {}
    while len(passages) < number:
        length = chance.randint(_SHORTEST, _LONGEST)
        some = chance.sample(pool, _MOST_SENTENCES)
        passage = some.pop()
        while some and len(passage) + len(some[-1]) < length:
            passage += f" {some.pop()}"
        if len(passage) >= _SHORTEST and not ours.find(passage, setting):
            passages[passage] = None
    return list(passages)


def plain(path: Path, size: int, pool_size: int = _POOL) -> Iterator[str]:
    """Passages without hits, `size` bytes in all, drawn from so many: words of the unmarked text at random.

    ASSUME: a passage in which something is found, such as a title before a capital letter, is no text without hits.
    """
    found, chance = sentences.read(path), random.Random(1)
    ours, setting = redactor(found)
    words = sorted({word for text, _ in found.sentences for word in text.split() if word.isalpha() and word.islower()})
    openers = [text.split()[0] for text, marks in found.sentences if not marks]
    openers = [opener for opener in openers if opener.isalpha()]
    pool: list[str] = []
    while len(pool) < pool_size:
        passage, length = "", chance.randint(_LEAST, _MOST)
        while len(passage) < length:
            body = chance.choices(words, k=chance.randint(5, 18))
            body[4] += "," * (len(body) > 9)
            passage += f"{chance.choice(openers)} {' '.join(body)}. "
        if not ours.find(passage, setting):
            pool.append(passage)
    written = 0
    while written < size:
        passage = chance.choice(pool)
        written += len(passage.encode()) + 1
        yield passage
