#!/usr/bin/env bash
# Brings up the foreign peers that this machine can have and prints the exports by which the tests find them:
#
#   eval "$(rig/rig-env.sh)"
#
# A peer that cannot be had is named on stderr, and its tests are skipped. With WAMP_RIG_WANT=all it is an error.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
peers="$here/../integration-tests/peers"
lacking=0

export_line() { printf 'export %s=%q\n' "$1" "$2"; }
lacks() {
  echo "rig-env.sh: no $1: $2" >&2
  lacking=1
}

if "$here/dockerd.sh" start >&2 && docker_env="$("$here/dockerd.sh" env)"; then
  eval "$docker_env"
  printf '%s\n' "$docker_env"
  if "$here/crossbar-image.sh" >&2; then
    export_line WAMP_RIG_CROSSBAR_IMAGE crossbario/crossbar:latest
  else
    lacks crossbar-container "the image cannot be built or run here"
  fi
else
  lacks crossbar-container "no Docker daemon"
fi

if bin="$("$here/python-env.sh" crossbar "$here/crossbar/requirements.txt")"; then
  export_line WAMP_RIG_CROSSBAR "$bin/crossbar"
else
  lacks crossbar-process "its Python environment cannot be made"
fi

if bin="$("$here/python-env.sh" autobahn-python "$peers/autobahn-python/requirements.txt")"; then
  export_line WAMP_RIG_AUTOBAHN_PYTHON "$bin/python"
else
  lacks autobahn-python "its Python environment cannot be made"
fi

if modules="$("$here/node-modules.sh" "$peers/autobahn-js")"; then
  export_line WAMP_RIG_AUTOBAHN_JS "$modules"
else
  lacks autobahn-js "its packages cannot be installed"
fi

if chromium="$(command -v chromium)" && driver="$(command -v chromedriver)"; then
  export_line WAMP_RIG_CHROMIUM "$chromium"
  export_line WAMP_RIG_CHROMEDRIVER "$driver"
else
  lacks chromium "packages chromium and chromium-driver are not installed"
fi

if [ "${WAMP_RIG_WANT:-}" = all ] && [ "$lacking" = 1 ]; then exit 4; fi
