# Builds what changed. A stamp holds the hash of the sources that an output was made of; equal hash, nothing to do.

# hash_of PATH…: one hash over the names and contents of all files under these paths of the checkout.
hash_of() {
  (cd "$root" && find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

# is_current STAMP HASH OUTPUT: whether OUTPUT was made of sources with this hash, and by these scripts last.
is_current() {
  [[ -f $1 && -e $3 && ! $3 -nt $1 && $(<"$1") == "$2" ]]
}

# quietly NAME COMMAND…: keeps the output in a log; shows what matters of it only when the command fails.
# Compiler servers outlive their build: they must not inherit the lock (9).
quietly() {
  local log=$logs/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null 9>&- && return
  local errors
  errors=$(grep -E 'error |Error:|ERR!' "$log" | sort -u | head -n 20) || errors=$(tail -n 20 "$log")
  fail "$errors" "" "Failed: $*" "All of its output: $log"
}

# fetch_packages FOLDER: what its package-lock.json names.
fetch_packages() {
  local lock stamp=npm-${1//\//-}
  lock=$(hash_of "$1/package-lock.json")
  is_current "$stamps/$stamp" "$lock" "$root/$1/node_modules/.package-lock.json" && return
  say "Fetching the packages of $1 …"
  quietly "$stamp" npm --prefix "$root/$1" ci --no-audit --no-fund
  printf '%s\n' "$lock" >"$stamps/$stamp"
}

build_studio() {
  local studio=$root/studio index=$root/src/Kinora.Server/wwwroot/index.html
  local sources
  fetch_packages studio
  sources=$(hash_of studio docs/openapi.json)
  if ! is_current "$stamps/studio" "$sources" "$index"; then
    say "Building the studio …"
    quietly studio npm --prefix "$studio" run build
    printf '%s\n' "$sources" >"$stamps/studio"
  fi
}

# Everything of which the program is made; the tests are made of more.
program_sources() {
  printf '%s %s' "$sdk_version" "$(hash_of Directory.Build.props Directory.Build.targets Directory.Packages.props global.json BannedSymbols.txt .editorconfig src catalog)"
}

build_program() {
  local sources
  sources=$(program_sources)
  is_current "$stamps/kinora" "$sources" "$program" && return
  say "Building kinora … (the first time takes a minute or two)"
  publish_program
  printf '%s\n' "$sources" >"$stamps/kinora"
}

# Compiled beforehand, so that it starts quickly.
publish_program() {
  quietly kinora dotnet publish "$root/src/Kinora.Cli" -c Release -v quiet
}

# The studio is built beside what does not contain it.
build_everything() {
  local sources tests studio
  build_node_parts &
  studio=$!
  sources=$(program_sources)
  tests="$sources $(hash_of Kinora.slnx tests bench) ${AnalyseTests:-}"
  if is_current "$stamps/everything" "$tests" "$program"; then
    wait "$studio"
    return
  fi
  say "Building kinora and its tests … (the first time takes a minute or two)"
  compile ahead src/Kinora.Sandbox
  wait "$studio"
  compile everything Kinora.slnx
  publish_program
  printf '%s\n' "$sources" >"$stamps/kinora"
  printf '%s\n' "$tests" >"$stamps/everything"
}

# compile NAME PATH
compile() {
  # What stands compiled would not be looked at again.
  quietly "$1" dotnet build "$root/$2" -c Release -v quiet ${AnalyseTests:+--no-incremental}
}

build_node_parts() {
  build_studio
  fetch_packages tests/s3
  fetch_packages tests/openai
}

# one_at_a_time COMMAND: two scripts in one checkout build one after the other.
one_at_a_time() {
  (
    flock 9
    "$@"
  ) 9>"$stamps/lock"
}
