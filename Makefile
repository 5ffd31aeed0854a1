# make          set up .venv from the lock, install the project into it, and rebuild the study (STUDY=path, CORES=4)
# make test     set up what the tests need and run them (TESTS=path or options of pytest)
# make check    formats, lint, types
# make reproduce   build twice in fresh copies and compare every result (STUDY=path, REWRITE=1)
# make evaluate-anonymisation   score the detectors on marked sentences, and write docs/anonymisation-evaluation.md
# make lock     compile the locks anew from pyproject.toml (needs a network)
# make clean    delete what a build of the bundled study has made
#
# Everything else is a verb of the command that `make` installs: .venv/bin/crosscase --help

CORES ?= 4
PYTHON ?= python3
STUDY ?= .
BIN := .venv/bin

ifneq ($(STUDY),.)
ifneq ($(filter test check evaluate-anonymisation lock clean,$(MAKECMDGOALS)),)
$(error STUDY has no meaning for `make $(MAKECMDGOALS)`, which works on this clone alone. Leave it out)
endif
endif

.PHONY: study test check reproduce evaluate-anonymisation lock clean

study: .venv/study
	@$(BIN)/crosscase build --cores $(CORES) --study "$(STUDY)"

test: .venv/tests
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(TESTS)

check: .venv/tests
	$(BIN)/snakefmt --check Snakefile workflow
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/snakemake --lint
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/checks.yml
	$(BIN)/reuse lint

reproduce: .venv/study
	@$(BIN)/crosscase reproduce --study "$(STUDY)" $(if $(REWRITE),--rewrite)

evaluate-anonymisation: .venv/tests
	@PYTHONPATH=scripts $(BIN)/python -m tests.evaluation docs/anonymisation-evaluation.md

# Stamps: the locked libraries; with them the project, built without a network; what the tests need on top of it.
PIP := $(BIN)/pip --quiet --disable-pip-version-check

.venv/libraries: envs/requirements.txt
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r $<
	touch $@

.venv/study: pyproject.toml .venv/libraries
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	touch $@

.venv/tests: envs/requirements-dev.txt .venv/study
	$(PIP) install --require-hashes -r $<
	touch $@

COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --group build

lock: .venv/tests
	$(BIN)/pip install --quiet uv
	$(COMPILE) --output-file envs/requirements.txt
	$(COMPILE) --group dev --constraint envs/requirements.txt --output-file envs/requirements-dev.txt
	$(BIN)/python envs/write_conda.py

clean:
	rm -rf data/processed results logs .snakemake .rebuilds
