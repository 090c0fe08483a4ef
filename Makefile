# Two commands on a fresh Debian with python3, venv, pip, make and git: `make site`, `make test`.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
PORT ?= 8000
STORIES ?= 1472
# Exit status 3: done, and what was left out was said. The site is there.
DONE := test $$? -eq 3
# The HTML checker of test-slow, as npm has it; its digest is of the package, so that a changed one is not used.
VNU_VERSION := 26.9.27
VNU_SHA512 := 4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428
VNU := $(CURDIR)/$(VENV)/vnu-$(VNU_VERSION).jar

.DEFAULT_GOAL := help
.PHONY: help site public release serve check test test-slow lint chromium nginx vnu bench-search lowest try lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 16

site: $(VENV)/site.stamp ## check the stories and build the preview edition into site/
	$(PY) -m scripts build --out site || $(DONE)

public: $(VENV)/site.stamp ## the same for the public edition: approved stories only
	$(PY) -m scripts build --edition public --out site || $(DONE)

release: $(VENV)/site.stamp ## publish: the public edition into public/current (SITE_URL=https://.../)
	$(PY) -m scripts release --out public $(if $(SITE_URL),--site-url '$(SITE_URL)') || $(DONE)

serve: $(VENV)/site.stamp ## show site/ on http://127.0.0.1:8000 (PORT=...)
	@test -f site/index.html || $(MAKE) site
	@echo "http://127.0.0.1:$(PORT)  (Ctrl+C: dừng)"
	@$(PY) -m http.server --bind 127.0.0.1 --directory site $(PORT)

check: $(VENV)/site.stamp ## report every problem in content/
	$(PY) -m scripts check

test: $(VENV)/test.stamp chromium nginx lint lowest ## everything: lint, types, tests, browser, web server
	$(PY) -m pytest -n 2 --dist worksteal

test-slow: $(VENV)/test.stamp chromium nginx vnu ## what takes long and seldom fails: before a change of any size is called done
	VNU='$(VNU)' $(PY) -m pytest -n 2 --dist worksteal -m slow
	$(PY) -m pytest -n 2 --dist worksteal -m hypothesis --hypothesis-profile=thorough

lint: $(VENV)/test.stamp ## ruff and mypy
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

chromium: ## find a browser, or install Debian's where that is allowed
	@sh tests/install.sh chromium chromium chromium-browser google-chrome google-chrome-stable

nginx: ## the same for the web server that deploy/ is tested with
	@sh tests/install.sh nginx nginx

vnu: ## fetch the HTML checker of test-slow, once
	@sh tests/vnu.sh $(VNU_VERSION) $(VNU_SHA512) '$(VNU)'

bench-search: $(VENV)/bench.stamp chromium ## our search beside stock Material's and Pagefind's (STORIES=...)
	$(PY) bench/search_quality.py --stories $(STORIES) --seed 1 2 3
	$(PY) bench/search.py --stories $(STORIES)

lowest: ## build, and read aloud, with the lowest Python of pyproject.toml where it is there
	@if python=$$(sh tests/lowest.sh); then $(MAKE) VENV=$(VENV)-lowest PYTHON=$$python try; fi

try: $(VENV)/test.stamp
	rm -rf $(VENV)/try-content
	$(PY) -m tests.made_up $(VENV)/try-content
	$(PY) -m scripts --content $(VENV)/try-content build --build $(VENV)/try --out $(VENV)/try-site
	$(PY) -m pytest -n 2 tests/render/spoken

# What is resolved for a Python holds for that one and later ones: so for the lowest that we name.
lock: ## renew requirements*.txt from pyproject.toml (hashes, no index addresses)
	python=$$(sh tests/lowest.sh) && $$python -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet 'pip-tools ~= 7.6'
	$(VENV)-lock/bin/pip-compile $(LOCK) --output-file requirements.txt pyproject.toml
	$(VENV)-lock/bin/pip-compile $(LOCK) --extra test --output-file requirements-test.txt pyproject.toml
	$(VENV)-lock/bin/pip-compile $(LOCK) --extra bench --output-file requirements-bench.txt pyproject.toml

LOCK := --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --no-header --no-annotate

clean: ## remove everything that was made
	rm -rf build site $(VENV) $(VENV)-lock $(VENV)-lowest .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(PY):
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.txt | $(PY)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-test.txt | $(PY)
	$(PIP) -r requirements-test.txt
	@touch $@ $(VENV)/site.stamp

$(VENV)/bench.stamp: requirements-bench.txt | $(PY)
	$(PIP) -r requirements-bench.txt
	@touch $@ $(VENV)/site.stamp
