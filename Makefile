# Porchlight. The commands people need: make run, make test, make check.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export PORT ?= 8000
export DATA_DIR ?= var
# Python 3.11 or newer: a named one, else the first that starts.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: help setup tools run test check format evaluate bench load encoder lock screenshots clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## both environments, the index, the trained bot
	@test -n "$(PYTHON)" || { echo "Porchlight needs Python 3.11 or newer: install it, or set PYTHON=…" >&2; exit 2; }
	@$(PYTHON) porchlight/bootstrap.py
	@$(BIN)/porchlight setup

tools: ## what the tests need besides: a browser, Redis
	@$(PYTHON) porchlight/bootstrap.py --tools

run: setup ## start everything and print the addresses
	@exec $(BIN)/porchlight run

test: tools setup ## every test
	$(BIN)/python -m pytest

check: ## lint, formatting, types, import contracts
	@test -n "$(PYTHON)" || { echo "Porchlight needs Python 3.11 or newer: install it, or set PYTHON=…" >&2; exit 2; }
	@$(PYTHON) porchlight/bootstrap.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: setup ## how well it understands, finds and keeps people safe
	$(BIN)/porchlight evaluate
	$(BIN)/python -m tools.stock_pipeline --keep $${DATA_DIR:-var}/baseline

bench: setup ## how fast it is, beside the stock stack
	$(BIN)/porchlight bench

encoder: setup ## train the sentence encoder again from the examples (long)
	$(BIN)/porchlight encoder train

screenshots: tools ## the pictures in the README, while `make run` runs elsewhere
	$(BIN)/python tools/screenshots.py http://127.0.0.1:$(PORT)

lock: ## write both lock files again
	$(BIN)/python tools/lock.py

clean: ## remove what was built, not what people entered
	rm -rf $(DATA_DIR)/models $(DATA_DIR)/index $(DATA_DIR)/safety $(DATA_DIR)/needs
