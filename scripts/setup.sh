# What `demo` and `test` share: checks the toolchain and installs the Debian packages that are missing.
# Sourced, not run.

PACKAGES=(libicu-dev libcld2-dev libxml2-dev libsqlite3-dev libmd-dev zlib1g-dev pkg-config)

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
  local package
  for package in "${PACKAGES[@]}"; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
  done
}

# Runs a command as root: directly, or through sudo where that works without a password or on a terminal.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    sudo "$@"
  else
    return 126
  fi
}

install_missing() {
  command -v dpkg-query >/dev/null || { say "error: this is no Debian system; install: ${PACKAGES[*]}"; exit 2; }
  local missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" = 0 ] && return
  say "installing: ${missing[*]}"
  local status=0
  as_root apt-get update -q >&2 && as_root apt-get install -y -q --no-install-recommends "${missing[@]}" >&2 || status=$?
  if [ "$status" != 0 ]; then
    say "error: could not install ${missing[*]} (apt-get ended with $status)"
    say "hint: as root, run 'apt-get update && apt-get install ${missing[*]}', then run this again"
    exit 2
  fi
}

need_swift() {
  command -v swift >/dev/null && return
  say "error: no 'swift' on the PATH"
  say "hint: install the Swift 6.3 toolchain for Debian 12 and add its usr/bin to PATH"
  exit 2
}

need_swift
install_missing
