"""What `crosscase new` lists as open: in the order in which to do it, and each advice once. All of it is invented."""

from pathlib import Path

from tests.builders.new_studies import new, table

WORDS = {
    "leeds": "We met every week, and nobody had the time that it needs, so we talked about it with the others.",
    "bremen": "Wir haben uns jede Woche getroffen, und niemand hatte die Zeit, die man dafür braucht, sagten alle.",
}


def exports(folder: Path, *names: str) -> list[str]:
    """An export for each group, called like it, in its language."""
    headings = ("document", "code", "text")
    rows = {name: [(f"{name} {number}", "Trust", WORDS[name]) for number in range(9)] for name in names}
    return [table(folder / f"{name}.csv", rows[name], headings) for name in names]


def test_groups_come_before_the_lists_that_stand_on_them(tmp_path: Path) -> None:
    """Who filled in the register first had to do it again with other groups."""
    _, points = new(tmp_path, *exports(tmp_path, "leeds", "bremen"))
    places = [(point.file, point.place) for point in points]
    files = [file for file, _ in places]
    assert files == sorted(files, key=["config/study.yaml", "data/raw/participants.xlsx", "config/codebook.csv"].index)
    columns = [place[0] for file, place in places if file.endswith("participants.xlsx")]
    assert columns == ["B", "F"]  # names before consent


def test_guessed_countries_are_one_point(tmp_path: Path) -> None:
    _, points = new(tmp_path, *exports(tmp_path, "leeds", "bremen"))
    (guessed,) = [point for point in points if "guessed from the language" in point.what]
    assert (
        guessed.what == "`region: DE` of bremen and `region: GB` of leeds are guessed from the language of the passages"
    )


def test_no_group_is_to_have_a_row_of_each_participant_where_there_is_one_group(tmp_path: Path) -> None:
    advice = {}
    for names in (("leeds",), ("leeds", "bremen")):
        folder = tmp_path / str(len(names))
        folder.mkdir()
        _, points = new(folder, *exports(folder, *names))
        (advice[len(names)],) = [point.remedy for point in points if point.what == "`name` is empty"]
    assert "in several groups" not in advice[1]
    assert "Who is in several groups has a row in each, with one id." in advice[2]
