"""A session of review at a terminal."""

from crosscase.reviewing import session


def test_initials_have_a_letter() -> None:
    typed, said = iter(["", "?", "12", "ŠK"]), list[str]()
    assert session.initials(lambda question: next(typed), said.append) == "ŠK"
    assert said == ["Write letters, such as AB: the file of decisions says who decided."] * 3
