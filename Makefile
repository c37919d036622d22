# sesbank: every target works on a fresh machine with Python 3.11 or later, pip, venv and make.

PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin
# Tests spread over two processes, a file at a time so that what a file builds is built once;
# WORKERS=0 runs them in one process, which is kinder to a debugger.
WORKERS ?= 2

# How often `make faults` crashes at each file call, and how many programs it kills.
SEEDS ?= 20
KILLS ?= 100

.PHONY: help demo test lint bench faults hostile pictures gallery office clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /' | sort

demo: $(VENV)/.installed ## set everything up and see the main job on invented examples
	@$(RUN)/sesbank demo --out demo-out

test: $(VENV)/.developing office lint ## set everything up, then lint, type-check and test
	@$(RUN)/python -m pytest -n $(WORKERS) --dist loadfile

lint: $(VENV)/.developing ## check style, format and types
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy

bench: $(VENV)/.developing ## measure quality and speed
	@$(RUN)/python -m benchmarks

gallery: $(VENV)/.developing ## draw every screen in every theme into the folder gallery, to be looked at
	@$(RUN)/python docs/make_gallery.py

pictures: $(VENV)/.developing ## make the pictures of the README anew
	@$(RUN)/python docs/make_pictures.py

faults: $(VENV)/.developing ## crash, cut, fill and kill for some minutes; SEEDS and KILLS say how often
	@counts=$$(mktemp) && \
	FAULT_COUNTS=$$counts FAULT_SEEDS=$(SEEDS) FAULT_KILLS=$(KILLS) \
		$(RUN)/python -m pytest tests/storage -n $(WORKERS) --dist load && \
	$(RUN)/python tests/storage/faults/fault_counts.py $$counts && rm -f $$counts

hostile: $(VENV)/.developing ## try each hostile text alone on every screen at every size; takes some hours
	@HOSTILE_EACH=1 $(RUN)/python -m pytest -n $(WORKERS) -k reaches_the_terminal_raw \
		tests/tui/test_tui_terminal.py

# LibreOffice and poppler draw the sheet for the tests that look at the page. Only a build server
# gets them installed by itself; elsewhere those tests are skipped, with the reason.
office:
	@if [ -n "$${CI:-}" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		./.ci/office; \
	fi

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sesbank needs Python 3.11 or later")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# The development tools stand in pyproject.toml as a dependency group, which pip knows since 25.1.
$(VENV)/.developing: $(VENV)/.installed
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

clean: ## take away everything that was made
	rm -rf $(VENV) build dist demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
