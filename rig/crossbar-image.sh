#!/usr/bin/env bash
# Builds the image crossbario/crossbar:latest for the local Docker daemon, without an image registry: Debian's python3,
# a virtual environment of pinned packages, and the same node directory, user and entry point as the official image.
# A second call takes less than a second.
#
#   WAMP_RIG_CACHE          where the built archive stays  (default: ~/.cache/wamp-rig)
#   DEBIAN_MIRROR, DEBIAN_SECURITY_MIRROR   default: the archives that this machine's apt uses
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="${WAMP_RIG_CACHE:-$HOME/.cache/wamp-rig}"
tag=crossbario/crossbar:latest
suite=bookworm

note() { printf 'crossbar-image.sh: %s\n' "$*" >&2; }

apt_site() { # apt_site <end of the address>: this machine's archive of that kind
  apt-get indextargets --format '$(SITE)' 2>/dev/null | sed 's,/*$,,' | grep -E "$1\$" | sort -u | head -1
}

key() { # changes with everything that goes into the image
  cat "$here/crossbar-image.sh" "$here/crossbar/requirements.txt" "$here/crossbar/image-node.json" | sha256sum | cut -c1-16
}

unpack_debian() { # unpack_debian <root>: no maintainer script runs, so what they would make is made here
  local mirror security lines
  mirror="${DEBIAN_MIRROR:-$(apt_site /debian || true)}"
  security="${DEBIAN_SECURITY_MIRROR:-$(apt_site /debian-security || true)}"
  [ -n "$mirror" ] || { note "no Debian archive known: set DEBIAN_MIRROR"; return 3; }
  lines=("deb $mirror $suite main")
  [ -z "$security" ] || lines+=("deb $security $suite-security main")
  mmdebstrap --quiet --mode=root --variant=extract \
    --include=python3-minimal,python3-venv,libpython3-stdlib,base-files,netbase,tzdata,ca-certificates \
    --include=dash,coreutils,grep,sed,libc-bin,libgcc-s1,libstdc++6 \
    "$suite" "$1" "${lines[@]}"
  printf '%s\n' root:x:0:0:root:/root:/bin/sh nobody:x:65534:65534:nobody:/nonexistent:/bin/false \
    crossbar:x:242:242:Crossbar.io:/node:/bin/sh >"$1/etc/passwd"
  printf '%s\n' root:x:0: nogroup:x:65534: crossbar:x:242: >"$1/etc/group"
  [ -e "$1/bin/sh" ] || ln -s dash "$1/bin/sh"
  [ -e "$1/usr/bin/python3" ] || ln -s "$(cd "$1/usr/bin" && ls python3.?? | head -1)" "$1/usr/bin/python3"
}

install_crossbar() { # install_crossbar <root>: pip inside uses this machine's resolver, CA bundle and index
  local root="$1" work="$1/tmp/build" inside
  mkdir -p "$work"
  rm -f "$root/etc/resolv.conf"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  cp "$here/crossbar/requirements.txt" "$work/"
  inside=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LANG=C.UTF-8
    PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore)
  [ -z "${PIP_INDEX_URL:-}" ] || inside+=("PIP_INDEX_URL=$PIP_INDEX_URL")
  local bundle="${PIP_CERT:-/etc/ssl/certs/ca-certificates.crt}"
  if [ -s "$bundle" ]; then
    cp "$bundle" "$work/ca.crt"
    inside+=(PIP_CERT=/tmp/build/ca.crt)
  fi
  inside+=(chroot "$root")
  "${inside[@]}" python3 -m venv /opt/crossbar
  "${inside[@]}" /opt/crossbar/bin/pip install --quiet --no-compile --no-deps --prefer-binary --use-pep517 -r /tmp/build/requirements.txt
  # The service's user cannot write byte code later; hashes, since file times do not survive the import.
  "${inside[@]}" /opt/crossbar/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash \
    /opt/crossbar/lib /usr/lib/python3 >/dev/null 2>&1 || true # some packages ship templates that are no Python
  "${inside[@]}" /opt/crossbar/bin/python -c 'import crossbar.worker.router, crossbar.node.main'
  ln -s /opt/crossbar/bin/crossbar "$root/usr/bin/crossbar"
  rm -rf "$work" "$root/etc/resolv.conf"
}

make_node() { # make_node <root>
  mkdir -p "$1/node/.crossbar" "$1/node/web"
  cp "$here/crossbar/image-node.json" "$1/node/.crossbar/config.json"
  echo '<!doctype html><title>Crossbar.io</title><p>Test router' >"$1/node/web/index.html"
  chown -R 242:242 "$1/node"
}

build() ( # build <archive>
  [ "$(id -u)" = 0 ] || { note "only root can build the image"; exit 3; }
  mkdir -p "$(dirname "$1")"
  work="$(mktemp -d "$cache/work.XXXXXX")"
  trap 'rm -rf --one-file-system "$work"' EXIT
  root="$work/root"
  unpack_debian "$root"
  install_crossbar "$root"
  make_node "$root"
  rm -rf "$root"/var/lib/apt "$root"/var/cache/apt "$root"/var/lib/dpkg/info "$root"/usr/share/{doc,man,locale,i18n,python-wheels} \
    "$root"/opt/crossbar/lib/python3.*/site-packages/{pip,numpy/tests,numpy/*/tests}
  tar -C "$root" --numeric-owner --sort=name --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -cf - . | gzip -1 >"$1.part"
  mv "$1.part" "$1"
)

[ -n "${DOCKER_HOST:-}" ] || eval "$("$here/dockerd.sh" env)"
mkdir -p "$cache"
exec 9>"$cache/image.lock"
flock 9
wanted="$(key)"
if [ "$(docker image inspect --format '{{index .Config.Labels "wamp-rig.key"}}' "$tag" 2>/dev/null || true)" != "$wanted" ]; then
  archive="$cache/images/crossbar-$wanted.tar.gz"
  if [ ! -s "$archive" ]; then
    note "building $tag"
    build "$archive" >&2
    find "$cache/images" -name 'crossbar-*.tar.gz' ! -path "$archive" -delete
  fi
  docker import \
    --change 'ENV PATH=/opt/crossbar/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'ENV HOME=/node' --change 'ENV PYTHONUNBUFFERED=1' --change 'ENV LANG=C.UTF-8' \
    --change 'VOLUME /node' --change 'WORKDIR /node' --change 'USER crossbar' --change 'EXPOSE 8080 8000' \
    --change 'ENTRYPOINT ["crossbar","start","--cbdir","/node/.crossbar"]' \
    --change "LABEL wamp-rig.key=$wanted" "$archive" "$tag" >/dev/null
fi
# A daemon may answer and yet be unable to run anything.
docker run --rm --network none --entrypoint /bin/true "$tag"
note "$tag is ready ($wanted)"
