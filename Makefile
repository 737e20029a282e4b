# Everything runs in .venv, which the first target that needs it sets up from requirements.lock.
SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# the newest Python that the project supports; `make PYTHON=/path/to/python test` names another
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null 2>&1 && \
  $$p -c 'import sys, venv, ensurepip; raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && \
  echo $$p && break; done)
UV ?= uv
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: help setup demo test lint types contracts gate schema docs check frontend lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## set up .venv with the locked requirements; .venv/bin/dragoman is then the command

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11, 3.12 or 3.13 with the venv module (Debian: apt-get install python3-venv)."; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (once; takes a minute or two) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --require-hashes --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the examples, print records, write demo-out/record.html
	@mkdir -p demo-out
	@$(BIN)/python -m examples.demo demo-out

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest

lint: $(READY) ## check style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY) ## check types
	@$(BIN)/mypy

contracts: $(READY) ## check that each room imports only what it may
	@$(BIN)/lint-imports

gate: $(READY) ## check that accuracy did not fall
	@$(BIN)/python -m evaluation.gate

schema: $(READY) ## write the JSON schema of the record
	@$(BIN)/python -m dragoman.model.schema docs/schema/reading-1.json

docs: $(READY) schema ## write the generated parts of the documentation
	@$(BIN)/python -m docs.generate

check: lint types contracts test ## lint, types, contracts, tests, and that the documentation is fresh
	@$(BIN)/python -m docs.generate --check

frontend: ## build the front-end libraries of the pages from npm packages (needs Node.js)
	@cd frontend && npm ci --silent --no-audit --no-fund && node build.mjs && rm -rf node_modules

lock: ## write requirements.lock anew (needs uv)
	@$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
	  --custom-compile-command "make lock" --extra reader --extra intake --extra postgres --extra server --extra dev pyproject.toml -o requirements.lock

clean: ## remove .venv and everything made
	@rm -rf $(VENV) build dist demo-out site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
