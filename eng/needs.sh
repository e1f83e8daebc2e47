# What a machine must have: the .NET 10 SDK and Node 20 are the reader's to install, the rest is fetched where that is allowed.

need_sdk() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
  sdk_version=$(cd "$root" && dotnet --version 2>/dev/null) ||
    fail "The .NET 10 SDK is needed (global.json); this machine has:" "$(dotnet --list-sdks 2>/dev/null)" \
      "Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node 20 or later, with npm, is missing: https://nodejs.org"
  local version
  version=$(node --version)
  local major=${version#v}
  ((${major%%.*} >= 20)) || fail "Node 20 or later is needed; this machine has $version. Get it from https://nodejs.org"
}

# need_program PROGRAM PACKAGE: installs Debian's PACKAGE when PROGRAM is not there.
need_program() {
  need_package "$1" "$2" command -v "$1"
}

# The browser without its windows takes a fraction of the processor; where it cannot be had, the whole one does as well.
need_browser() {
  (need_program chromium-headless-shell chromium-headless-shell) || need_program chromium chromium
}

# Debian keeps the server's programs off the PATH.
need_postgres() {
  need_package PostgreSQL postgresql has_postgres
}

has_postgres() { compgen -G "/usr/lib/postgresql/*/bin/initdb" || command -v initdb; }

# need_package NAME PACKAGE CHECK…: installs Debian's PACKAGE when CHECK fails.
need_package() {
  local name=$1 package=$2
  shift 2
  "$@" >/dev/null && return
  local please="$name is missing. Install the package $package (Debian and Ubuntu: sudo apt-get install $package), then try again."
  command -v apt-get >/dev/null || fail "$please"
  local as=()
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || fail "$please"
    as=(sudo -n)
  fi
  say "Installing $package …"
  { apt_install "$package" || { "${as[@]}" apt-get update && apt_install "$package"; }; } >"$logs/apt.log" 2>&1 ||
    fail "$(tail -n 5 "$logs/apt.log")" "$please"
  "$@" >/dev/null || fail "$please"
}

# As root or, when its caller has set $as, through sudo.
apt_install() { "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; }
