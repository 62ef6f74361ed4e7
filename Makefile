# `make demo` and `make test` do everything, set-up included; Python 3.11+, make and a package index are all they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test corpus splices edits mutants bench peers lint generate clean

$(READY): pyproject.toml constraints.txt
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "specwright needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --group dev --editable .
	@touch $@

demo: $(READY)
	@echo "1/3 validate"
	@$(BIN)/specwright validate spec/langsmith-control-plane.yaml --overlay spec/langsmith-control-plane.overlay.yaml
	@echo "2/3 generate"
	@$(BIN)/specwright generate
	@echo "3/3 prove"
	@$(BIN)/specwright verify

test: $(READY)
	@$(BIN)/python -m pytest

# Real documents; variables such as SEED, N, ALL and PROVE are told by tests/corpus/__main__.py.
corpus: $(READY)
	@$(BIN)/python -m tests.corpus

# An operation put into real documents in many styles; variables are told by tests/corpus/splices.py.
splices: $(READY)
	@$(BIN)/python -m tests.corpus.splices

# Edits of real documents, each generated as an edit and as a whole; variables are told by tests/corpus/edits.py.
edits: $(READY)
	@$(BIN)/python -m tests.corpus.edits

# Speed beside peers; QUICK=1, PEERS=0 and ONLY are told by tests/bench/__main__.py.
bench: $(READY)
	@$(BIN)/python -m tests.bench

# What other generators make of real documents; variables are told by tests/peers/__main__.py.
peers: $(READY)
	@$(BIN)/python -m tests.peers

# Bugs that the proof must notice; variables such as ONLY and JOBS are told by tests/mutants/__main__.py.
mutants: $(READY)
	@$(BIN)/python -m tests.mutants

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check generator templates/runtime tests
	@$(BIN)/mypy generator templates/runtime
	@$(BIN)/pyright

generate: $(READY)
	@$(BIN)/specwright generate

clean:
	rm -rf $(VENV) .corpus .bench
