#!/bin/sh
# Writes requirements/*.txt from pyproject.toml: every version pinned, every file hashed, no index named.
set -eu
compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links --no-annotate --upgrade "$@"
}
compile pyproject.toml requirements/build.in --extra lock --extra search --output-file requirements/site.txt
compile pyproject.toml requirements/build.in --extra lock --extra search --extra lsp --group dev --constraint requirements/site.txt --output-file requirements/dev.txt
compile --group pyproject.toml:bench --output-file requirements/bench.txt
compile --group pyproject.toml:fuzz --output-file requirements/fuzz.txt
