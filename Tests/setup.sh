#!/bin/sh
# Installs the C libraries that Package.swift names, where they are missing.
set -eu

missing=""
for library in libxml-2.0:libxml2-dev sqlite3:libsqlite3-dev libmd:libmd-dev; do
  module=${library%%:*}
  package=${library#*:}
  if ! command -v pkg-config >/dev/null 2>&1 || ! pkg-config --exists "$module"; then
    missing="$missing $package"
  fi
done
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
[ -n "$missing" ] || exit 0

if [ "$(uname -s)" = Darwin ]; then
  # macOS brings libxml2 and SQLite along; only pkg-config has to tell where they are.
  echo "some libraries are missing: run  brew install pkg-config libxml2 sqlite libmd  and try again" >&2
  exit 2
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "these libraries are missing; install them with your system's package manager:$missing" >&2
  exit 2
fi
run=""
if [ "$(id -u)" -ne 0 ]; then
  run="sudo"
  command -v sudo >/dev/null 2>&1 || { echo "run as root:  apt-get install$missing" >&2; exit 2; }
fi
echo "installing$missing"
$run apt-get update -qq
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq $missing >/dev/null
