# Twosource. Every target sets itself up: the environment goes to .venv/, the site to output/.
.DEFAULT_GOAL := help
.PHONY: help site serve test judge lighthouse lint fuzz bench accuracy pictures styleguide evidence lock clean

BIN := .venv/bin
PORT ?= 8000
N ?= 1000
ROUNDS ?= 3
GROWTH ?=
JUDGE ?=
SECONDS ?= 60
JUDGES := tests/judges/node_modules/.installed
LIGHTHOUSE := tests/judges/lighthouse/node_modules/.installed

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: .venv/.site  ## Build the site into output/
	@$(BIN)/pelican
	@echo "To view it: make serve, then open http://127.0.0.1:$(PORT)/"

serve: site  ## Build the site and serve it on this machine
	@$(BIN)/python tools/serve.py output $(PORT)

test: .venv/.dev $(JUDGES)  ## Run every test, the judges of the printed site among them
	@$(BIN)/python -m pytest -n auto --dist loadfile

judge: .venv/.dev $(JUDGES) site  ## Ask the judges about output/ (JUDGE="axe links" for some of them)
	@$(BIN)/python -m tests.judges output $(JUDGE)

lighthouse: site $(LIGHTHOUSE)  ## Ask Lighthouse about the key pages of output/: 100 in all four, on a phone
	@node tests/judges/lighthouse/lighthouse.mjs output

lint: .venv/.dev  ## Check types, style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

fuzz: .venv/.dev .venv/.fuzz  ## Look for bytes that make the checks raise, led by the code they reach (SECONDS=60)
	@$(BIN)/python -m tests.fuzz $(SECONDS)

bench: .venv/.dev  ## Measure speed beside Hugo, Eleventy and Pelican (N=stories, ROUNDS=rounds; GROWTH=1: how it grows) into bench/results/
	@$(BIN)/python bench/pairs.py
	@$(BIN)/python bench/run.py $(N) --rounds $(ROUNDS)
	@$(if $(GROWTH),$(BIN)/python bench/growth.py)

accuracy: .venv/.dev  ## Measure how well copies, origins and figures are told, on labelled articles in ../shared
	@$(BIN)/python bench/accuracy.py
	@$(BIN)/python bench/accuracy_figures.py

pictures: site  ## Take the pictures of the README from the built site (needs Chromium)
	@sh tools/pictures.sh

styleguide: .venv/.site  ## Print every component with its examples, light and dark, into styleguide/
	@$(BIN)/python tools/styleguide.py

evidence: .venv/.dev  ## Try what must always hold on random stories, and note the result that the methodology prints (EXAMPLES=1000)
	@$(BIN)/python tools/evidence.py

lock: .venv/.dev  ## Pin the newest dependencies, with hashes and without index addresses
	@sh tools/lock.sh

clean:  ## Remove what the other targets made, saved texts in .store/ excepted
	rm -rf .venv .cache output output.staging styleguide .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		tests/judges/node_modules tests/judges/lighthouse/node_modules

.venv/.site: requirements/site.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh requirements/site.txt .venv/.site

.venv/.dev: .venv/.site requirements/dev.txt
	@sh tools/setup.sh requirements/dev.txt .venv/.dev

.venv/.fuzz: .venv/.dev requirements/fuzz.txt
	@sh tools/setup.sh requirements/fuzz.txt .venv/.fuzz

$(JUDGES): tests/judges/package-lock.json tools/judges.sh .venv/.dev
	@sh tools/judges.sh tests/judges

$(LIGHTHOUSE): tests/judges/lighthouse/package-lock.json tools/judges.sh .venv/.dev
	@sh tools/judges.sh tests/judges/lighthouse
