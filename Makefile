# `make demo` and `make test` set everything up themselves: python3 (3.11 to 3.13) and make are all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-train test-scale check docs wheel clean

demo: $(VENV)/base
	$(BIN)/depesche run corpora/gold/*.txt -o events.duckdb
	$(BIN)/depesche show events.duckdb

test: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-train: $(VENV)/train
	$(BIN)/python -m pytest tests/train tests/test_hugging_face.py tests/labelstudio

test-scale: $(VENV)/scale
	$(BIN)/python -m pytest tests/run tests/test_remote.py

check: $(VENV)/dev
	$(BIN)/ruff check pipeline tests docs notebooks
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/dev
	$(BIN)/python docs/render.py

wheel: $(VENV)/dev
	$(BIN)/python -m build --wheel --outdir dist

$(VENV)/base: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "depesche needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: $(VENV)/base
	$(BIN)/python -m pip install --quiet --editable '.[fast]' --group dev
	-$(BIN)/python -m pip install --quiet --group ftm
	@touch $@

$(VENV)/train: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	-$(BIN)/python -m pip install --quiet --group labelstudio
	@touch $@

$(VENV)/scale: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --editable '.[scale]' --group scale
	@touch $@

clean:
	rm -rf $(VENV) dist events.duckdb events.duckdb.work events.duckdb.parts .events.duckdb.lock
