# make run    open the dashboard: sets up .venv on the first start, nothing but the start after that
# make test   every check there is, stopping at the first that fails
# make screenshots   the pictures in docs/screenshots, taken anew
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALL_SELF := --no-deps --no-build-isolation --editable .

.PHONY: run test browser screenshots constraints clean

run: .venv/.stamp-run
	@exec $(BIN)/horizons

test: .venv/.stamp-test browser
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --processes 0 queries
	$(BIN)/pytest -n 3 --dist loadfile

.venv/.stamp-run: $(BIN)/python constraints.txt pyproject.toml
	@echo "Installing what the dashboard needs into .venv (once; about a minute) ..."
	@$(PIP) --require-hashes --requirement constraints.txt
	@$(PIP) $(INSTALL_SELF)
	@touch $@

.venv/.stamp-test: .venv/.stamp-run constraints-test.txt
	@echo "Installing what the tests need into .venv (once) ..."
	@$(PIP) --require-hashes --requirement constraints-test.txt
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "$(PYTHON) was not found. Install Python 3.11 or newer, or name yours: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "This needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; \
	  else \
	    echo "$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
	  fi; }
	@$(PYTHON) -m venv --clear .venv

screenshots: .venv/.stamp-test browser
	$(BIN)/python docs/take_screenshots.py

# The browser tests drive an installed Chrome or Chromium. Nothing is downloaded but by the system's own package manager.
browser:
	@for name in chromium chromium-browser google-chrome google-chrome-stable \
	    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
	    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do \
	  command -v "$$name" >/dev/null && exit 0; done; \
	if ! command -v apt-get >/dev/null; then \
	  echo "The browser tests need Chrome or Chromium: install one, then run make test again." >&2; exit 1; \
	elif [ "$$(id -u)" != 0 ]; then \
	  echo "The browser tests need a browser. Run this, then make test again:  sudo apt-get install chromium" >&2; exit 1; \
	fi; \
	echo "Installing Chromium for the browser tests ..."; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium

# Every platform and Python from 3.11 in one file each, with hashes. Needs uv; takes newer versions with UPGRADE=--upgrade.
UV ?= uv
PIN := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
  --no-annotate --fork-strategy fewest $(UPGRADE) --group build
constraints:
	$(PIN) pyproject.toml --output-file constraints.txt
	$(PIN) --extra test --constraint constraints.txt pyproject.toml --output-file constraints-test.txt
	@for file in constraints.txt constraints-test.txt; do \
	  { echo "# Made by: make constraints   (do not edit)"; cat $$file; } > $$file.new && mv $$file.new $$file; done

clean:
	rm -rf .venv
