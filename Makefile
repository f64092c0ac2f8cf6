# Two commands on a fresh machine with Python 3.11 or newer and make:
#   make run    sets up, loads the samples, serves on 127.0.0.1
#   make test   every check, in a few minutes
VENV ?= .venv
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := $(VENV)/bin
PORT ?= 8000
SOURCES := src tests benchmarks
# What `make test` proves on PostgreSQL too; `make thorough` every test that asks for a database.
ON_BOTH := tests/store/test_log.py tests/store/test_safety.py tests/office/keeping tests/office/operations/test_proving.py \
	tests/office/operations/test_backup.py::test_what_was_backed_up_is_restored_to_the_byte \
	tests/office/operations/test_backup.py::test_it_is_of_one_moment_while_others_write \
	tests/office/ledgers

.DEFAULT_GOAL := help
.PHONY: help run test thorough lint fix bench soak counts mutants docs release picture golden lock clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp ## set up, load the samples, serve on 127.0.0.1 (PORT=8000)
	$(BIN)/monosashi demo --port $(PORT)

test: $(VENV)/dev.stamp lint ## every check but the long ones
	$(BIN)/python -m pytest -n auto --dist worksteal
	$(BIN)/python -m tests.postgresql -m "not thorough and not browser" $(ON_BOTH)

thorough: $(VENV)/dev.stamp ## the checks that take longer than `make test` may; CI runs both
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -m "thorough or hypothesis" -n auto --dist worksteal
	$(BIN)/python -m tests.postgresql -m "" -n auto --dist worksteal

lint: $(VENV)/dev.stamp ## style, types, and the doors between the rooms
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fix: $(VENV)/dev.stamp ## put the style right
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

bench: $(VENV)/bench.stamp ## speed and memory, beside a floor measured in the same run
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.office

soak: $(VENV)/dev.stamp ## 500 kills on each database, 200 power cuts, and the laws on many more examples; takes hours
	$(BIN)/python -m tests.soak --kills 500 --cuts 200 --database both
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -m "" tests/laws tests/model tests/fuzz tests/hostile tests/variations

counts: $(VENV)/dev.stamp ## what the rules find in the published review sheets (../shared/data); writes docs/review-sheets.md
	$(BIN)/python -m tests.review_sheets docs/review-sheets.md

mutants: $(VENV)/bench.stamp ## small changes to the rules that decide: each must make a test fail
	$(BIN)/python -m tests.mutants

docs: $(VENV)/dev.stamp ## write the generated pages of docs/ again
	$(BIN)/python -m monosashi.auditing.catalogue > docs/checks.md
	$(BIN)/python -m monosashi.judging.rule_pages docs/rules
	$(BIN)/python -m monosashi.publishing.schema > docs/schema/reading.schema.json
	$(BIN)/python -m monosashi.office.samples docs/examples
	$(BIN)/python -m monosashi.web.people.who_may_page docs/people.md
	$(BIN)/python -m monosashi.registers.pages > docs/registers.md

release: $(VENV)/dev.stamp ## keep this version's export as a fixture (tests/store/releases); once, when it is released
	$(BIN)/python -m tests.store.released

picture: $(VENV)/dev.stamp ## take the README's picture again (needs Chromium)
	$(BIN)/python -m tests.docs.picture docs/images/sheet.png

golden: $(VENV)/dev.stamp ## write the golden files of tests/ again; read their diff
	GOLDEN=write $(BIN)/python -m pytest -m "" tests/corpus

# The locks carry versions and hashes for every Python and system, and no addresses.
lock: ## pin the dependencies again (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
		--constraint requirements-constraints.txt pyproject.toml requirements-build.txt -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
		--constraint requirements.lock pyproject.toml requirements-build.txt --group dev -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
		--constraint requirements-dev.lock pyproject.toml requirements-build.txt --group dev --group bench -o requirements-bench.lock

clean: ## take away what was set up
	rm -rf $(VENV) build src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var

$(VENV)/pip.stamp:
	@test -n "$(PYTHON)" || { echo "Python 3.11 以上が見つかりません / no Python 3.11 or newer was found (set PYTHON=...)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The compiled pages of packages are made at first use, so that the first page is not kept waiting.
$(VENV)/run.stamp: $(VENV)/pip.stamp requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The peers that the readers are measured beside.
$(VENV)/bench.stamp: $(VENV)/dev.stamp requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@
