"""The progress line: what it says, how it fits, and how rarely it is printed where it cannot be overwritten."""

import pytest

from crosscase.console.progress import Progress, duration


def half_way() -> Progress:
    progress = Progress(begun=100, total=64, done=32)
    progress.start(7, "import_segments cz")
    progress.start(8, "anonymise_export de")
    return progress


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (200, "[##########..........] 32 of 64 steps, anonymise_export de, about 10 s left"),
        (75, "[##########..........] 32 of 64 steps, anonymise_export de, about 10 s left"),
        (74, "32 of 64 steps, anonymise_export de, about 10 s left"),
        (51, "32 of 64 steps, anonymise_export de"),
        (34, "32/64"),
        (4, ""),
    ],
)
def test_a_narrow_terminal_gets_less_of_the_line(width: int, line: str) -> None:
    assert half_way().line(110, width) == line


def test_of_the_steps_at_work_the_latest_is_shown() -> None:
    progress = half_way()
    progress.end(8)
    assert "import_segments cz" in progress.line(110, 200)
    progress.end(7)
    assert "import_segments cz" in progress.line(110, 200)  # the line does not flicker between two steps


def test_no_time_is_guessed_from_the_first_steps_nor_told_at_the_end() -> None:
    assert "left" not in Progress(0, total=9, done=2).line(5, 200)
    assert "left" not in Progress(0, total=9, done=9).line(5, 200)
    assert Progress(0).line(5, 200) == "[....................] starting"


@pytest.mark.parametrize(("seconds", "least", "most"), [(20, 3, 4), (60, 7, 10), (300, 12, 18), (3600, 20, 35)])
def test_plain_lines_become_rare(seconds: int, least: int, most: int) -> None:
    progress = Progress(begun=0)
    printed = [now for now in range(1, seconds + 1) if progress.plain_line_is_due(now)]
    assert printed[0] == 5
    assert least <= len(printed) <= most


def test_a_day_prints_a_plain_line_every_ten_minutes() -> None:
    progress = Progress(begun=0)
    printed = [now for now in range(0, 86400, 10) if progress.plain_line_is_due(now)]
    assert printed[-1] - printed[-2] == 600
    assert len(printed) < 180


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "1 s"), (7.4, "7 s"), (23, "25 s"), (89, "90 s"), (91, "2 min"), (5399, "90 min"), (9000, "2 h")],
)
def test_a_duration_has_the_unit_in_which_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said
