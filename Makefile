# Sets itself up from the hashed lock in .venv: no root, and nothing outside this folder but pip's own cache.
#   make report ARGS="my.txt -o my-report"     make test ARGS="-k themes"     make report PYTHON=python3.12

VENV := .venv
PY   := $(VENV)/bin/python
ARGS ?=
# Where to look for Python when none is named with PYTHON=...
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help report test test-pages lab strip bench gold fuzz generated check lock clean distclean FORCE

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

report: $(VENV)/runtime ## execute every notebook and write report/index.html
	@$(PY) -P -m analysis report $(ARGS)

# Settings and layout lie here, so that nothing of a person's own JupyterLab is changed.
lab: $(VENV)/runtime ## open JupyterLab on the page that says where to begin
	@$(PY) -m jupyterlab --LabApp.default_url=/lab/tree/notebooks/START.md \
	  --LabApp.app_settings_dir=.lab --LabApp.workspaces_dir=$(VENV)/workspaces $(ARGS)

strip: $(VENV)/runtime ## take outputs out of the notebooks, so that git sees only what was written
	@$(PY) -m nbconvert --log-level=WARN --inplace --clear-output --ClearMetadataPreprocessor.enabled=True \
	  --ClearMetadataPreprocessor.preserve_cell_metadata_mask="{('tags',)}" \
	  --ClearMetadataPreprocessor.preserve_nb_metadata_mask="{('kernelspec',), ('language_info', 'name'), ('theme',), ('serves',), ('needs',)}" \
	  notebooks/*.ipynb $(ARGS)

test: $(VENV)/dev ## run the tests but the slow ones and those of the pages (ARGS="-m 'not pages'" for the slow)
	@$(PY) -m pytest -n logical --maxprocesses 8 --dist loadfile --no-loadscope-reorder $(ARGS)

test-pages: $(VENV)/dev ## open whole reports in Chromium (skipped where there is none)
	@$(PY) -m pytest -m pages tests/pages $(ARGS)

check: $(VENV)/dev ## ruff and strict mypy
	@$(PY) -m ruff check . && $(PY) -m mypy $(ARGS)

bench: $(VENV)/dev ## measure the speed (a figure, never a test)
	@$(PY) -m tests.benchmarks $(ARGS)

gold: $(VENV)/dev ## measure the judgements against the gold
	@$(PY) -m tests.gold $(ARGS)

fuzz: $(VENV)/dev ## run generated texts through every command (ARGS="--texts 10000 --seconds 3600")
	@$(PY) -m tests.fuzz $(ARGS)

generated: $(VENV)/dev ## make anew what follows from the register (study_tables, docs/tables.md, README's table)
	@$(PY) -m tests.generated

COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet
lock: ## make both locks anew, with uv (ARGS=--upgrade for the newest versions)
	@command -v uv >/dev/null || { echo "make lock needs uv, which is not on PATH (nothing else needs it)" >&2; exit 2; }
	$(COMPILE) --group build -o requirements.lock $(ARGS)
	$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock $(ARGS)

clean: ## remove what was made, but not the environment
	rm -rf report build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find analysis notebooks tests \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +

distclean: clean ## remove the environment too
	rm -rf $(VENV)

# --- the environment -------------------------------------------------------------------------------------
# $(VENV)/folder holds where the environment was made, and is set aside while something is being installed:
# after an interruption, without its interpreter or in another place, the environment is made again.

SUITABLE = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
BASE     = import sys; print(sys.base_prefix)
MISSING  = $(if $(PYTHON),$(PYTHON) is not,There is no) Python 3.11 or newer with its venv module. Install one \
           (Debian, Ubuntu: python3 and python3-venv), or name one: make PYTHON=/path/to/python3

$(VENV)/folder: FORCE
	@if [ "$$(cat $@ 2>/dev/null)" = "$$(pwd -P)" ] && base=$$($(PY) -c '$(BASE)' 2>/dev/null); then \
	  if [ -z "$(PYTHON)" ] || [ "$$("$(PYTHON)" -c '$(BASE)' 2>/dev/null)" = "$$base" ]; then exit 0; fi; \
	fi; \
	for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)) ""; do \
	  if "$$python" -c '$(SUITABLE)' >/dev/null 2>&1; then break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "$(MISSING)" >&2; exit 2; fi; \
	echo "Making $(VENV) with $$("$$python" --version): some seconds"; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV) && pwd -P >$@

# uv is quicker, but does not read pip's settings: whoever has set a mirror for pip gets pip.
define install
	@echo "Installing $(1): one to three minutes the first time"
	@mv $(VENV)/folder $(VENV)/unfinished
	@if command -v uv >/dev/null && ! $(PY) -m pip config list | grep -Eq 'index|links|proxy|cert'; \
	then install="uv pip install --compile-bytecode --python $(PY)"; \
	else install="$(PY) -m pip install --disable-pip-version-check"; fi; \
	$$install --require-hashes -r $(1) && $$install --quiet --no-deps --no-build-isolation -e .
	@mv $(VENV)/unfinished $(VENV)/folder
endef

$(VENV)/runtime: $(VENV)/folder requirements.lock pyproject.toml
	$(call install,requirements.lock)
	@touch $@

$(VENV)/dev: $(VENV)/folder requirements-dev.lock requirements.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch $(VENV)/runtime $@
