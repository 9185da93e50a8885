# make serve   the site built, served and rebuilt on change      make check   every file checked
# make test    all tests, style and types                        make site    the site, into site/
# make bench   timings as ratios                                 make lock    pin dependencies anew
# make audit   known faults of what is pinned
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.test-ready

.PHONY: serve test check site bench lock audit clean
serve: $(READY)
	$(RUN) -m scripts serve

site: $(READY)
	$(RUN) -m scripts site

check: $(READY)
	$(RUN) -m scripts check

test: $(TEST_READY)
	$(VENV)/bin/ruff check scripts tests
	$(VENV)/bin/mypy
	$(RUN) -m pytest --cov=scripts --cov-branch --cov-fail-under=95 --cov-report=term:skip-covered

bench: $(TEST_READY)
	$(RUN) -m tests.bench

$(READY): requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(TEST_READY): $(READY) requirements-dev.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

lock:
	uv pip compile --universal --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	uv pip compile --universal --generate-hashes --no-header --group audit -c requirements-dev.lock -o requirements-audit.lock

# Known faults of what is pinned; needs the network. .github/workflows/audit.yml does it every week.
audit: $(READY) requirements-audit.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	$(RUN) -m pip_audit --strict --require-hashes --disable-pip -r requirements.lock -r requirements-dev.lock

clean:
	rm -rf .build site $(VENV)
