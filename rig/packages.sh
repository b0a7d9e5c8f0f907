#!/usr/bin/env bash
# Installs the Debian packages that the tests with foreign peers need and this machine lacks. A JDK and Maven are the
# only things that must be there before.
set -euo pipefail

declare -A package_of=(
  [dockerd]=docker.io [docker]=docker.io [mmdebstrap]=mmdebstrap [iptables]=iptables
  [chromium]=chromium [chromedriver]=chromium-driver [node]=nodejs [npm]=npm [python3]=python3
  [flock]=util-linux [setsid]=util-linux
)
missing=()
for command in "${!package_of[@]}"; do
  command -v "$command" >/dev/null || [ -x "/usr/sbin/$command" ] || missing+=("${package_of[$command]}")
done
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)

if [ "${#missing[@]}" = 0 ]; then
  echo "nothing is missing"
  exit 0
fi
mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
if [ "$(id -u)" != 0 ]; then
  echo "missing, and only root can install them: ${missing[*]}" >&2
  exit 3
fi
echo "installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
