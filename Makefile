# Everything is installed into .venv; nothing outside this folder is touched.
PYTHON ?= python3
RAW ?= raw
OUTPUT ?= output

BIN := .venv/bin
# --no-deps: the requirements are complete, and pip 23 cannot match a pin such as sqlalchemy== with
# a dependency such as sqlalchemy[asyncio] when it checks hashes. A test runs `pip check`.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install --no-deps
INSTALLED := .venv/.installed
INSTALLED_DEV := .venv/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help install release test lint bench codebook clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

install: $(INSTALLED) ## Make .venv with the pinned dependencies and the command .venv/bin/parley

release: $(INSTALLED) ## Publish what the texts in raw/ say, into output/
	@$(BIN)/parley release "$(RAW)" --output "$(OUTPUT)"

test: $(INSTALLED_DEV) ## Run all tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(INSTALLED_DEV) ## Check style, types, and that imports run one way
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(INSTALLED) ## Measure speed against bzcat on a generated dump (about five minutes)
	@$(BIN)/python benchmarks/run.py

codebook: $(INSTALLED) ## Write docs/codebook.md anew from the schemas
	@$(BIN)/python -m pipeline.release.codebook > docs/codebook.md

clean: ## Remove what install, test and lint made; output/ stays
	rm -rf .venv dist .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find src schemas flows tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Parley needs Python 3.11 or later; '$(PYTHON)' is none." >&2; \
		echo "Install one and name it: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

$(INSTALLED): requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing the pinned dependencies (about a minute)"
	@$(PIP) --require-hashes --requirement requirements.txt
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Installing what tests and lint need"
	@$(PIP) --require-hashes --requirement requirements-dev.txt
	@touch $@
