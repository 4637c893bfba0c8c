# Every target sets itself up in .venv; nothing outside this folder is touched.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test lint fuzz faults soak bench package setup clean

run: setup
	$(PY) main.py

test: setup
	QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 $(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m ty check --python $(VENV) .

fuzz: setup
	$(PY) -m tests.fuzz

faults: setup
	$(PY) -m tests.faults

soak: setup
	$(PY) -m tests.soak

bench: setup
	$(PY) -m tests.bench

package: setup
	$(PY) -m pip install --quiet "pyinstaller>=6.11"
	$(PY) -m PyInstaller --noconfirm package/kpvp.spec
	KPVP_PACKAGE=dist/kpvp $(PY) -m pytest tests/package

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
