#!/usr/bin/env bash
# Installs, once, the npm packages that a directory's package-lock.json pins, and prints the path of node_modules.
#
#   node-modules.sh <directory>
#
#   WAMP_RIG_CACHE   where they stay  (default: ~/.cache/wamp-rig)
# exit 3: no node or npm here
set -euo pipefail

source="$(cd "$1" && pwd)"
name="$(basename "$source")"
cache="${WAMP_RIG_CACHE:-$HOME/.cache/wamp-rig}"
command -v node >/dev/null && command -v npm >/dev/null || { echo "node-modules.sh: no node and npm here" >&2; exit 3; }

key="$({ node -p 'process.version + process.arch'; cat "$source/package.json" "$source/package-lock.json"; } | sha256sum | cut -c1-16)"
home="$cache/$name-$key"
if [ ! -e "$home/complete" ]; then
  mkdir -p "$cache"
  exec 9>"$cache/$name.lock"
  flock 9
  if [ ! -e "$home/complete" ]; then
    echo "node-modules.sh: making $name" >&2
    rm -rf "$cache/$name"-*/
    mkdir -p "$home"
    cp "$source/package.json" "$source/package-lock.json" "$home/"
    # The native parts of the optional packages come built; nothing is compiled, no install script runs.
    (cd "$home" && npm ci --ignore-scripts --no-audit --no-fund --loglevel error >&2)
    touch "$home/complete"
  fi
fi
printf '%s\n' "$home/node_modules"
