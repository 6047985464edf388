#!/bin/sh
# Takes the README's picture from the built site, with Chromium from the PATH: make pictures
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
"$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --window-size=1280,1240 \
    --screenshot=docs/pictures/story.png \
    "http://127.0.0.1:$PORT/stories/us-tariffs-on-34-billion-of-chinese-goods/" >/dev/null 2>&1
echo "Wrote docs/pictures/story.png"
