# Every target sets itself up in .venv; nothing outside this folder is touched.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test lint fuzz faults soak bench package translations setup clean

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

# Texts that are new in the sources into resources/languages/*.ts, and what translators wrote into *.qm. English has
# singulars alone.
LANGUAGES := resources/languages
FIND_TEXTS := $(VENV)/bin/pyside6-lupdate -no-obsolete -locations none -tr-function-alias QT_TR_NOOP+=marked

translations: setup
	mkdir -p build
	$(PY) -m kpvp_gui.texts_of_training > build/texts_of_training.py
	$(PY) -m kpvp_gui.texts_of_sentences > build/texts_of_sentences.py
	$(FIND_TEXTS) -pluralonly $$(find kpvp_gui -name '*.py' | sort) -ts $(LANGUAGES)/en.ts
	$(FIND_TEXTS) $$(find kpvp_gui -name '*.py' | sort) build/texts_of_training.py build/texts_of_sentences.py \
	    -ts $(LANGUAGES)/de.ts $(LANGUAGES)/zh_CN.ts
	$(VENV)/bin/pyside6-lrelease $(LANGUAGES)/*.ts

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
