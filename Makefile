PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test

run: $(VENV)/installed
	@echo "Looking for data (the demo company is made if there is none yet)…"
	@$(BIN)/signals demo --if-empty
	@echo "Opening the dashboard on http://localhost:$(PORT) (stop it with Ctrl-C)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

$(VENV)/installed: pyproject.toml constraints.txt
	@echo "Installing into $(VENV) (about two minutes the first time)…"
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]"
	@touch $@
