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
  command -v "$1" >/dev/null && return
  local please="$1 is missing. Install the package $2 (Debian and Ubuntu: sudo apt-get install $2), then try again."
  command -v apt-get >/dev/null || fail "$please"
  local as=()
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || fail "$please"
    as=(sudo -n)
  fi
  say "Installing $2 …"
  { apt_install "$2" || { "${as[@]}" apt-get update && apt_install "$2"; }; } >"$logs/apt.log" 2>&1 ||
    fail "$(tail -n 5 "$logs/apt.log")" "$please"
  command -v "$1" >/dev/null || fail "$please"
}

# As root or, when its caller has set $as, through sudo.
apt_install() { "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; }
