#!/usr/bin/env bash
# A Docker daemon for the container tests, on a machine that runs none.
#
#   dockerd.sh start    0: a daemon answers (started if need be); 3: none can be had here
#   dockerd.sh status   0: a daemon answers
#   dockerd.sh stop     stops the daemon that `start` started, never another
#   dockerd.sh sweep    removes what killed test runs left behind (by the label of Testcontainers)
#   dockerd.sh env      prints the exports that the tests need
#
#   WAMP_RIG_CACHE   where the daemon keeps its images            (default: ~/.cache/wamp-rig)
#   WAMP_RIG_STATE   socket (path below 104 bytes), pid file, log (default: $TMPDIR or /tmp, /wamp-rig-<uid>)
set -euo pipefail

cache="${WAMP_RIG_CACHE:-$HOME/.cache/wamp-rig}"
state="${WAMP_RIG_STATE:-${TMPDIR:-/tmp}/wamp-rig-$(id -u)}"
socket="$state/docker.sock"
pidfile="$state/docker.pid"
log="$state/dockerd.log"
seconds=40

note() { printf 'dockerd.sh: %s\n' "$*" >&2; }

answers() { # answers <host>
  DOCKER_HOST="$1" timeout 10 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

host() { # prints the first daemon that answers: the caller's, ours, the machine's
  local candidate
  for candidate in "${DOCKER_HOST:-}" "unix://$socket" unix:///var/run/docker.sock; do
    if [ -n "$candidate" ] && answers "$candidate"; then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

our_pid() { # prints the pid of our daemon; fails when it is gone or the number now belongs to another program
  local pid
  pid="$(cat "$pidfile" 2>/dev/null)" || return 1
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && printf '%s' "$pid"
}

launch() { # launch [flags]: 0 when the new daemon answers
  # In a session of its own it outlives the calling job; published ports are bound to loopback.
  setsid nohup dockerd --host "unix://$socket" --pidfile "$pidfile" --exec-root "$state/exec" \
    --data-root "$cache/docker" --ip 127.0.0.1 --log-level warn "$@" >"$log" 2>&1 </dev/null 9>&- &
  local job=$! try
  for ((try = 0; try < seconds * 5; try++)); do
    if [ -S "$socket" ] && answers "unix://$socket"; then return 0; fi
    kill -0 "$job" 2>/dev/null || return 1
    sleep 0.2
  done
  kill "$job" 2>/dev/null || true
  wait "$job" 2>/dev/null || true
  return 1
}

start() {
  local found
  if found="$(host)"; then
    note "a daemon answers at $found"
    return
  fi
  PATH="$PATH:/usr/sbin:/sbin"
  command -v docker >/dev/null && command -v dockerd >/dev/null || { note "no Docker here (package docker.io)"; return 3; }
  [ "$(id -u)" = 0 ] || { note "no daemon answers, and only root can start one"; return 3; }
  [ "${#socket}" -lt 104 ] || { note "the path of the socket is too long: $socket (set WAMP_RIG_STATE)"; return 3; }
  mkdir -p "$state" "$cache/docker"
  # One at a time: two daemons would share the bridge.
  exec 9>"$state/start.lock"
  flock 9
  if host >/dev/null; then return; fi
  # The default storage driver does not work where the root file system is an overlay itself.
  launch || launch --storage-driver vfs || { note "dockerd does not start; the end of $log:"; tail -5 "$log" >&2; return 3; }
  note "started, pid $(our_pid)"
}

stop() {
  local pid try
  pid="$(our_pid)" || return 0
  kill "$pid"
  for ((try = 0; try < 150; try++)); do
    our_pid >/dev/null || break
    sleep 0.2
  done
  note "stopped pid $pid"
}

sweep() {
  local found
  found="$(host)" || return 0
  export DOCKER_HOST="$found"
  docker ps -aq --filter label=org.testcontainers=true | xargs -r docker rm -fv >/dev/null
  docker network ls -q --filter label=org.testcontainers=true | xargs -r docker network rm >/dev/null
}

env_lines() {
  local found
  found="$(host)" || { note "no daemon answers"; return 3; }
  printf 'export DOCKER_HOST=%q\n' "$found"
  # Without it a machine that looks like a container makes Testcontainers search the bridge with an image from afar.
  case "$found" in unix:*) echo 'export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1' ;; esac
  # Its reaper is an image too: `sweep` does that work here.
  echo 'export TESTCONTAINERS_RYUK_DISABLED=true'
  echo 'export TESTCONTAINERS_PULL_TIMEOUT=10'
}

case "${1:-}" in
  start) start ;;
  status) host >/dev/null ;;
  stop) stop ;;
  sweep) sweep ;;
  env) env_lines ;;
  *) sed -n '2,12p' "$0"; exit 2 ;;
esac
