# Each verb does its own set-up into .venv, and nothing twice.
PYTHON ?= python3
BIN := .venv/bin
FOR_USE := .venv/.for-use
FOR_WORK := .venv/.for-work

.PHONY: run test check evals bench

run: $(FOR_USE)  ## set up, build the index if it is due, open the chat
	@$(BIN)/r2p chat

test: $(FOR_WORK)  ## set up, run the whole suite
	$(BIN)/pytest

check: $(FOR_WORK)  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: $(FOR_WORK)  ## ask every case and print how well the assistant answers
	$(BIN)/python -m evals

bench: $(FOR_WORK)  ## how long things take, as ratios within one run
	$(BIN)/python -m benchmarks

$(FOR_USE): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make run PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing (the first time takes some minutes) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[documents]'
	@touch $@

$(FOR_WORK): $(FOR_USE)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
