#!/bin/sh
# Installs what the judges of the printed site need besides Python, or says exactly what is missing and fails:
# judges.sh [FOLDER ...] with the folders of package-lock.json files, tests/judges by default. See tests/judges/.
set -eu
missing=""

has() {
    command -v "$1" >/dev/null 2>&1
}

by_apt() {
    # Only where nobody is asked for a password and the system is one that apt manages.
    [ "$(id -u)" = 0 ] && has apt-get || return 1
    echo "Installing $* with apt-get (once) ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
}

lacks() {
    missing="$missing
  - $1"
}

new_enough() {
    has node && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 12) ? 0 : 1)'
}

browser() {
    [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome || has google-chrome-stable
}

if ! new_enough || ! has npm; then
    by_apt nodejs npm || true
    new_enough && has npm || lacks "Node.js 18.12 or newer with npm (on Debian and Ubuntu: apt-get install nodejs npm)"
fi
has java || by_apt default-jre-headless || lacks "Java 11 or newer (on Debian and Ubuntu: apt-get install default-jre-headless)"
if ! browser && ! by_apt chromium && ! .venv/bin/python -m playwright install chromium; then
    lacks "Chromium: put it on the PATH, or name it: CHROMIUM=/path/to/chromium make test"
fi
if [ -n "$missing" ]; then
    echo "The judges of the printed site (tests/judges) need what is not there:$missing" >&2
    echo "Install it and run this again. Without it the tests cannot say whether the site keeps its bars." >&2
    exit 1
fi
for folder in "${@:-tests/judges}"; do
    echo "Installing $folder/package-lock.json (once; some seconds) ..."
    (cd "$folder" && npm ci --ignore-scripts --no-fund --no-audit --loglevel=error >/dev/null)
    touch "$folder/node_modules/.installed"
done
