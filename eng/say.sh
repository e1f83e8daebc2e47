# What the scripts say goes to stderr; stdout belongs to the program that they start.

# say LINE…
say() { printf '%s\n' "$@" >&2; }

fail() {
  say "$@"
  exit 1
}
