#!/bin/sh
# Makes .venv/ and installs one lock file and this project into it: setup.sh LOCKFILE STAMP
set -eu
lockfile=$1
stamp=$2

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Twosource needs Python 3.11 or newer, and found none on the PATH." >&2
    echo "Install it (on Debian and Ubuntu: apt-get install python3 python3-venv), or say where it is: make PYTHON=/path/to/python3 ..." >&2
    exit 1
}

if [ ! -x .venv/bin/python ]; then
    python=$(find_python)
    echo "Making the environment .venv/ with $("$python" --version) ..."
    if ! "$python" -m venv .venv; then
        rm -rf .venv
        echo "Python could not make a virtual environment (on Debian and Ubuntu: apt-get install python3-venv)." >&2
        exit 1
    fi
fi
echo "Installing $lockfile (once; half a minute or so) ..."
# The lock file names every package, so pip need not look what they depend on, nor warn of extras renamed since.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r "$lockfile"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch "$stamp"
