#!/bin/sh
# Takes the README's pictures from the built site, with Chromium from the PATH: make pictures
set -eu
PORT=${PORT:-8124}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
    echo "No Chromium found on the PATH (on Debian and Ubuntu: apt-get install chromium)." >&2
    exit 1
fi
profile=$(mktemp -d)
.venv/bin/python -m http.server "$PORT" --bind 127.0.0.1 --directory output >/dev/null 2>&1 &
server=$!
trap 'kill $server; rm -rf "$profile"' EXIT
sleep 1
mkdir -p docs/pictures

# picture NAME WIDTH HEIGHT ADDRESS
picture() {
    "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --window-size="$2,$3" \
        --screenshot="docs/pictures/$1.png" "http://127.0.0.1:$PORT$4" >/dev/null 2>&1
    echo "Wrote docs/pictures/$1.png"
}

picture home 1280 1240 /
picture story 1280 1240 /stories/us-tariffs-on-34-billion-of-chinese-goods/
