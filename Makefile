# make          set up .venv from the lock and rebuild the study
# make test     set up what the tests need and run them
# make check    formats, lint, types
# make codebook FROM=path   import the codebook of another tool (INTO, DOMAIN, ROOTS, SEPARATOR, FORCE: config/README.md)
# make compare OLD=path NEW=path   tell what became of the codes of one codebook in another (SEPARATOR, CSV)
# make reproduce   build twice in fresh copies and compare every result (STUDY=path, REWRITE=1)
# make trace CELL=domain/code/country   print where a cell of a table comes from (or sample/variable/category)
# make rotate-key    give the study a new key, and so new pseudonyms (STUDY)
# make destroy-key   destroy the key and the logs of replacements, for good (STUDY)
# make verify PACKAGE=path   check a package that a study has handed over, and count its tables again
# make evaluate-anonymisation   score the detectors on marked sentences, and write docs/anonymisation-evaluation.md
# make lock     compile the locks anew from pyproject.toml (needs a network)

CORES ?= 4
PYTHON ?= python3
STUDY ?= .
INTO ?= config/codebook.csv
PACKAGE ?= results/provenance/crate.zip
BIN := .venv/bin

.PHONY: study test check codebook compare reproduce trace verify rotate-key destroy-key evaluate-anonymisation lock clean

study: .venv/study
	$(BIN)/snakemake --cores $(CORES)

test: .venv/tests
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(TESTS)

check: .venv/tests
	$(BIN)/snakefmt --check Snakefile workflow
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/snakemake --lint

codebook: .venv/study
	@$(BIN)/python scripts/adopt_codebook.py "$(FROM)" --into "$(INTO)" $(if $(DOMAIN),--domain "$(DOMAIN)") \
	    $(if $(ROOTS),--roots "$(ROOTS)") $(if $(SEPARATOR),--separator "$(SEPARATOR)") $(if $(FORCE),--replace)

compare: .venv/study
	@$(BIN)/python scripts/compare_codebooks.py "$(OLD)" "$(NEW)" $(if $(SEPARATOR),--separator "$(SEPARATOR)") \
	    $(if $(CSV),--csv "$(CSV)")

reproduce: .venv/study
	@$(BIN)/python scripts/reproduce_study.py --study "$(STUDY)" $(if $(REWRITE),--rewrite)

trace: .venv/study
	@$(BIN)/python scripts/trace_cell.py "$(CELL)"

rotate-key: .venv/study
	@$(BIN)/python scripts/rotate_key.py --study "$(STUDY)"

destroy-key: .venv/study
	@$(BIN)/python scripts/destroy_key.py --study "$(STUDY)"

verify: .venv/study
	@$(BIN)/python scripts/verify_package.py "$(PACKAGE)"

evaluate-anonymisation: .venv/tests
	@PYTHONPATH=scripts $(BIN)/python -m tests.evaluation docs/anonymisation-evaluation.md

# Two stamps: what a study needs, and what the tests need on top of it.
.venv/study: envs/requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv/tests: envs/requirements-dev.txt .venv/study
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

lock: .venv/tests
	$(BIN)/pip install --quiet uv
	$(COMPILE) --output-file envs/requirements.txt
	$(COMPILE) --group dev --constraint envs/requirements.txt --output-file envs/requirements-dev.txt
	$(BIN)/python envs/write_conda.py

clean:
	rm -rf data/processed results logs .snakemake .rebuilds
