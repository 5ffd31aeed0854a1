"""The wheel: built and installed without a network, it builds a study outside any clone, with the code of the clone."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from crosscase.provenance import result_digests, software
from tests.builders.projects import ROOT, Study
from tests.builders.small_study import write_small_study

NOT_IN_THE_WHEEL = ("__pycache__", ".*")


def run(*command: object, where: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, as from a terminal in which nothing of this clone is set."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, command)], cwd=where, env=clean | variables, text=True, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def pip_of(environment: Path) -> tuple[object, ...]:
    """The pip of these tests, at work in another environment, which needs none of its own."""
    return (sys.executable, "-m", "pip", "--python", environment / "bin/python")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the project as a clone would hold it, built with the locked hatchling."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(
        ROOT, folder / "clone", ignore=shutil.ignore_patterns(*NOT_IN_THE_WHEEL, "results", "data", "tests")
    )
    options = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", "wheel", *options, folder / "clone", where=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel, which sees the libraries of these tests."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment, where=environment)
    (libraries,) = environment.glob("lib/python*/site-packages")
    (seen,) = Path(sys.prefix, "lib").glob("python*/site-packages")
    (libraries / "libraries_of_the_tests.pth").write_text(f"{seen}\n")
    options = ("--quiet", "--no-deps", "--no-index", "--ignore-installed")
    run(*pip_of(environment), "install", *options, wheel, where=environment)
    return environment / "bin"


def test_the_wheel_holds_the_pipeline_as_a_clone_does_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        held = {name: archive.read(name) for name in names}
    assert held.pop("crosscase.pth") == b"crosscase_pipeline/scripts\n"
    files = [path.relative_to(ROOT).as_posix() for path in software.files_of(ROOT)]
    files += [software.LOCK, software.ENVIRONMENT, software.PROJECT, "LICENSE", "profiles/default/config.yaml"]
    assert held == {f"crosscase_pipeline/{file}": (ROOT / file).read_bytes() for file in files}


@pytest.fixture(scope="module")
def study(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A study that the command of the wheel has built."""
    place = tmp_path_factory.mktemp("elsewhere")
    study = write_small_study(place / "a study")
    run(programs / "crosscase", "build", "--cores", "2", "--study", study.folder, where=place)
    return study


@pytest.mark.exhaustive
def test_a_study_is_built_with_the_wheel_alone(programs: Path, study: Study) -> None:
    steps = json.loads(study.text("results/provenance/steps.json"))
    assert steps["code_sha256"] == software.code_sha256(ROOT)
    assert json.loads(study.text("results/provenance/checkout.json")) == {"commit": None, "clean": None}
    traced = run(programs / "crosscase", "trace", "barriers/time/IE", where=study.folder / "data").stdout
    assert "the code is the same as in the build" in " ".join(traced.split())
    for path in study.folder.rglob("*"):
        if path.is_file() and ".snakemake" not in path.parts:
            assert str(programs.parent).encode() not in path.read_bytes(), path


@pytest.mark.exhaustive
def test_the_wheel_and_a_clone_write_the_same_bytes(study: Study, built_small: Study) -> None:
    """Of everything that readers read: only the records say which code has made it."""
    for folder in ("data/processed", "results/tables", "results/figures", "results/cells"):
        ours, theirs = (result_digests.digests(place.folder / folder) for place in (study, built_small))
        assert ours == theirs != {}, folder


def test_the_command_knows_its_version_and_python_its_modules(programs: Path, tmp_path: Path) -> None:
    assert run(programs / "crosscase", "--version", where=tmp_path).stdout.startswith("crosscase ")
    code = "import crosscase, verifier, snakemake_logger_plugin_crosscase; print(crosscase.__file__)"
    found = run(programs / "python", "-c", code, where=tmp_path).stdout
    assert f"{programs.parent}/lib" in found


@pytest.mark.exhaustive
def test_a_source_distribution_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    code = "import sys; from hatchling.build import build_sdist; print(build_sdist(sys.argv[1]))"
    name = run(sys.executable, "-c", code, tmp_path, where=wheel.parent / "clone").stdout.split()[-1]
    with tarfile.open(tmp_path / name) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    options = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", tmp_path / "again")
    run(sys.executable, "-m", "pip", "wheel", *options, source, where=tmp_path)
    assert (tmp_path / "again" / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.exhaustive
def test_a_link_to_the_clone_is_installed_as_make_does(tmp_path: Path) -> None:
    """Editable: an edit of the clone is at once that of the command."""
    clone = tmp_path / "clone"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(*NOT_IN_THE_WHEEL, "results", "data", "tests"))
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "environment", where=tmp_path)
    (libraries,) = (tmp_path / "environment").glob("lib/python*/site-packages")
    (seen,) = Path(sys.prefix, "lib").glob("python*/site-packages")
    (libraries / "zz_libraries_of_the_tests.pth").write_text(f"{seen}\n")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed", "--editable")
    run(*pip_of(tmp_path / "environment"), "install", "--quiet", *options, clone, where=tmp_path)
    module = clone / "scripts/crosscase/commands/trace.py"
    module.write_text(module.read_text(encoding="utf-8").replace('"""Print where', '"""Edited: print where', 1))
    assert "Edited: print where" in run(tmp_path / "environment/bin/crosscase", "--help", where=tmp_path).stdout
    study = Study(tmp_path, clone / "Snakefile")
    assert study.snakefile.exists()
