#!/usr/bin/env bash
# Makes, once, a Python environment of pinned packages and prints the path of its bin directory.
#
#   python-env.sh <name> <requirements file>
#
#   WAMP_RIG_CACHE    where it stays          (default: ~/.cache/wamp-rig)
#   WAMP_RIG_PYTHON   the interpreter to use  (default: the first that is new enough)
# exit 3: no Python >= 3.11 with venv here
set -euo pipefail

name="$1"
requirements="$2"
cache="${WAMP_RIG_CACHE:-$HOME/.cache/wamp-rig}"

python=""
for candidate in ${WAMP_RIG_PYTHON:-/usr/bin/python3 python3 python3.13 python3.12 python3.11}; do
  if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python="$candidate"
    break
  fi
done
[ -n "$python" ] || { echo "python-env.sh: no Python >= 3.11 with venv here" >&2; exit 3; }

key="$({ "$python" -VV; cat "$requirements"; } | sha256sum | cut -c1-16)"
home="$cache/$name-$key"
if [ ! -e "$home/complete" ]; then
  mkdir -p "$cache"
  exec 9>"$cache/$name.lock"
  flock 9
  if [ ! -e "$home/complete" ]; then
    echo "python-env.sh: making $name" >&2
    rm -rf "$cache/$name"-*/
    "$python" -m venv "$home"
    "$home/bin/pip" install --quiet --disable-pip-version-check --no-deps --prefer-binary --use-pep517 -r "$requirements" >&2
    touch "$home/complete"
  fi
fi
printf '%s\n' "$home/bin"
