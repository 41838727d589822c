# Sourced: words to the person at the terminal, the folder of the project, and a locale that can write Chinese.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *UTF-8* | *utf8* | *UTF8*) ;;
  *) export LC_ALL=C.UTF-8 ;; # else Java cannot open a file with a Chinese name
esac

say() { printf '%s\n' "$*"; }

# Ends the command with a sentence that says what to do.
fail() {
  printf 'bin/%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}
