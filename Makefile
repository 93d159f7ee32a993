# make report   the 2019 report in Chinese and English, from a fresh clone
# make test     all tests, of Python and of the front end
# make check    style, types, layers, of Python and of the front end
# make bench    benchmarks

PYTHON ?= python3
EDITION ?= editions/blockchain-parks-2019
BIN := .venv/bin
# pip reads the constraints of the build from the first variable, or from the second where it is newer than 25.2
PINS := $(CURDIR)/requirements.txt $(CURDIR)/requirements-build.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BUILD_INPUTS := pyproject.toml hatch_build.py requirements.txt requirements-build.txt src/parkindex/charts/looks.json \
	$(wildcard frontend/*.json frontend/*.ts frontend/*.py frontend/.npmrc) $(shell find frontend/src -name '*.ts')

.PHONY: report test check bench install install-development clean

report: install
	$(BIN)/parkindex publish $(EDITION)
	$(BIN)/parkindex audit $(EDITION) --out $(EDITION)/build >/dev/null || [ $$? -eq 1 ] # 1: something does not hold
	@echo
	@echo "The report lies here:"
	@for file in $(EDITION)/build/report.*.html $(EDITION)/build/report.*.pdf $(EDITION)/build/scores.json \
		$(EDITION)/build/audit.*; do \
		[ ! -e "$$file" ] || echo "  $(CURDIR)/$$file"; done

test: install-development
	$(BIN)/python hatch_build.py test
	$(BIN)/python -m pytest -n 2

check: install-development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python hatch_build.py check

bench: install-development
	$(BIN)/python -m benchmarks

install: .venv/.installed

install-development: .venv/.installed-development

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ParkIndex needs Python 3.11 or newer; say which with PYTHON=…")'
	$(PYTHON) -m venv .venv

.venv/.installed: .venv/bin/python $(BUILD_INPUTS)
	PIP_CONSTRAINT="$(PINS)" PIP_BUILD_CONSTRAINT="$(PINS)" $(BIN)/python -m pip install --quiet --editable . --requirement requirements.txt
	@touch $@

.venv/.installed-development: .venv/.installed requirements-development.txt
	$(BIN)/python -m pip install --quiet --requirement requirements.txt --requirement requirements-development.txt
	needed=$$($(BIN)/python hatch_build.py needs) && \
		[ -z "$$needed" ] || $(BIN)/python -m pip install --quiet --constraint requirements-build.txt "$$needed"
	@touch $@

clean:
	rm -rf .venv dist frontend/node_modules src/parkindex/data .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
