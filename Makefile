# What a person who has just cloned Tasman can do. Needs only Python 3.11 or later,
# make and git; everything else goes into .venv. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?=
WORKERS ?= 2
TESTS ?= tests

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Every file is pinned and checked against its hash; nothing is built from source
# and, in the last step, nothing is looked up.
INSTALL := $(PIP) install --quiet --require-hashes --only-binary :all:
INSTALL_TASMAN := $(PIP) install --quiet --no-deps --no-build-isolation --editable .
EXTRAS := population charts notebook dev
CASE := arrived-aged-one

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

.PHONY: demo
demo: $(VENV)/runtime.stamp ## assess an example case; print it and write it as a page
	@mkdir -p build
	@$(BIN)/tasman assess examples/$(CASE).yaml
	@$(BIN)/tasman assess examples/$(CASE).yaml --format html --out build/$(CASE).html
	@printf '\nThe same assessment as a page to open, print or send: %s\n' \
	  'build/$(CASE).html'

.PHONY: test
test: $(VENV)/all.stamp ## run every test but Spark's (TESTS=path for some, WORKERS=n)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

.PHONY: test-spark
test-spark: $(VENV)/spark.stamp ## test the cluster run (installs Spark; needs Java)
	@.ci/has-java || { \
	  echo 'The cluster tests need Java 17 or later: java, or JAVA_HOME.' >&2; \
	  echo 'On Debian or Ubuntu: apt-get install openjdk-17-jre-headless' >&2; \
	  exit 1; }
	@$(BIN)/python -m pytest -m spark tests/population

.PHONY: check
check: $(VENV)/all.stamp ## check style, types, the one-way imports and the law
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/tasman law lint

.PHONY: fix
fix: $(VENV)/all.stamp ## put right what the style checker can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: docs
docs: $(VENV)/all.stamp ## write the pages of docs/ that come from the code
	@$(BIN)/python -m tasman.cli.document

.PHONY: bench
bench: $(VENV)/all.stamp ## run every benchmark in benchmarks/
	@failed=''; \
	for file in benchmarks/bench_*.py; do \
	  echo "== $$file"; PYTHONPATH=. $(BIN)/python "$$file" || failed="$$failed $$file"; \
	done; \
	if [ -n "$$failed" ]; then \
	  echo "Failed, or missed a target it must reach:$$failed" >&2; exit 1; \
	fi

.PHONY: install
install: $(VENV)/all.stamp ## set up .venv with everything, and run nothing

.PHONY: pins
pins: ## pin every dependency anew, with hashes, from pyproject.toml
	@$(MAKE) $(BIN)/python
	$(BIN)/python -m venv build/pins
	build/pins/bin/python -m pip install --quiet uv
	build/pins/bin/uv pip compile pyproject.toml --group build --quiet --upgrade \
	  $(EXTRAS:%=--extra %) --python-version 3.11 --universal --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --output-file constraints.txt
	build/pins/bin/uv pip compile pyproject.toml --group build --quiet \
	  --constraint constraints.txt --python-version 3.11 --universal \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --output-file constraints-runtime.txt
	build/pins/bin/uv pip compile pyproject.toml --group build --quiet \
	  --extra spark --constraint constraints.txt --python-version 3.11 --universal \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --output-file constraints-spark.txt

.PHONY: clean
clean: ## remove .venv, build/ and every cache
	rm -rf $(VENV) build dist htmlcov .coverage .hypothesis .import_linter_cache \
	  .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks examples -name __pycache__ -type d -prune \
	  -exec rm -rf {} + 2>/dev/null || true

# --- The environment. A stamp is newer than the pins it was made from. ---

# The first Python found that is new enough, or a message that says what to do.
$(BIN)/python:
	@found=''; \
	for python in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python; do \
	  if [ -n "$$python" ] && command -v "$$python" >/dev/null 2>&1 \
	    && "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; \
	  then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Tasman needs Python 3.11 or later, and none was found.' >&2; \
	  echo 'Install one, or say where it is: make demo PYTHON=/path/to/python3' >&2; \
	  exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$found" --version) ..."; \
	if ! "$$found" -m venv $(VENV); then \
	  rm -rf $(VENV); \
	  echo "$$found cannot make a virtual environment." >&2; \
	  echo 'On Debian or Ubuntu: apt-get install python3-venv; then again.' >&2; \
	  exit 1; \
	fi

$(VENV)/runtime.stamp: constraints-runtime.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what one assessment needs (once) ...'
	@$(INSTALL) --requirement constraints-runtime.txt
	@$(INSTALL_TASMAN)
	@touch $@

$(VENV)/all.stamp: constraints.txt $(VENV)/runtime.stamp
	@echo 'Installing what the tests and checks need (once; a minute or two) ...'
	@$(INSTALL) --requirement constraints.txt
	@touch $@

# Big (450 MB) and only the source of a wheel, so a step of its own; pip keeps the wheel.
$(VENV)/spark.stamp: constraints-spark.txt $(VENV)/all.stamp
	@echo 'Installing Spark (once; a minute or two) ...'
	@$(INSTALL) --no-binary pyspark --no-build-isolation \
	  --requirement constraints-spark.txt
	@touch $@
