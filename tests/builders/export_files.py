"""One small invented study as every tool exports it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from crosscase.study.facts import ExportSettings
from tests.reconstruction.project import Coding, Document, Project
from tests.reconstruction.writers import atlasti, dedoose, maxqda, nvivo, qualcoder, refi, requal, rqda, taguette, tidy

STUDY = Project(
    "a study",
    (
        Document("a.txt", "Anna says yes. Ben says no.", group="Italia", variables={"Land": "Italia"}),
        Document("b.txt", "Carla nods.", group="Portugal", variables={"Land": "Portugal"}),
        Document("c.txt", "Nobody coded this.", group="Portugal", variables={"Land": "Portugal"}),
    ),
    (
        Coding("a.txt", ("Barriers", "Time"), "JN", 0, 14),
        Coding("a.txt", ("Barriers", "Money"), "ŠK", 15, 27),
        Coding("b.txt", ("Hope",), "JN", 0, 5),
    ),
    (("Barriers", "Time"), ("Barriers", "Money"), ("Hope",), ("Fear",)),
)
COLUMNS = {"document": "Doc", "code": "Code", "text": "Words", "coder": "Who"}
Write = Callable[[Project, Path], object]
# How each format is written, what else a study must say, and what the file tells besides codings.
FILES: dict[str, tuple[Write, dict[str, Any], set[str]]] = {
    "atlasti": (atlasti.write_xlsx, {}, set()),
    "dedoose": (lambda p, path: dedoose.write_xlsx(p, path, ["Land"]), {}, {"codes", "variables"}),
    "maxqda": (lambda p, path: maxqda.write(p, path, "en", ["Land"]), {}, {"variables"}),
    "nvivo_matrix": (nvivo.write_matrix, {}, {"documents", "codes"}),
    "nvivo_report": (lambda p, path: nvivo.write_archive(p, path, "txt"), {}, {"codes"}),
    "qualcoder_csv": (qualcoder.write_csv, {}, {"variables"}),
    "qualcoder_database": (qualcoder.write_database, {}, {"documents", "codes", "variables"}),
    "refi_qda": (refi.write, {}, {"documents", "codes", "variables"}),
    "requal_csv": (requal.write, {}, set()),
    "rqda": (rqda.write, {}, {"documents", "codes", "variables"}),
    "taguette_csv": (taguette.write_csv, {"separator": "."}, set()),
    "taguette_database": (taguette.write_database, {"separator": "."}, {"documents", "codes"}),
    "tidy": (lambda p, path: tidy.write_csv(p, path, COLUMNS), {"columns": COLUMNS}, set()),
}


def write(tool: str, folder: Path) -> tuple[Path, ExportSettings]:
    writer, settings, _ = FILES[tool]
    path = folder / "export"
    writer(STUDY, path)
    return path, ExportSettings(str(path), tool, **settings)
