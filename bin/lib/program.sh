# Sourced by the commands that start the program: say.sh, java.sh, build.sh and how the program is started.

lib=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=bin/lib/say.sh
. "$lib/say.sh"
# shellcheck source=bin/lib/java.sh
. "$lib/java.sh"
# shellcheck source=bin/lib/build.sh
. "$lib/build.sh"

# The value of an option ("--data DIR" or "--data=DIR") among arguments, or a default.
option() {
  local name=$1 value=$2
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      "$name") value=${2:-} ;;
      "$name"=*) value=${1#*=} ;;
    esac
    shift
  done
  printf '%s' "$value"
}

# Sets $java_options: text is UTF-8 everywhere, and what the program unpacks stays in the data folder.
program_options() {
  local data=$1
  java_options=(
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8
    -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError
    "-Dwangge.data=$root/data" "-Dwangge.root=$root"
  )
  if [ -w "$data/cache/tmp" ]; then
    java_options+=("-Djava.io.tmpdir=$data/cache/tmp" "-DEPSG-HSQL.directory=$data/cache/epsg")
  fi
}

# Adds what halves the time of a start: the classes as the last run had parsed them, kept in the data folder. The first
# run after a build leaves them behind when it stops. If it was killed while doing so the file is torn, and a torn file
# ends the JVM (SIGBUS); so the next run tries it on something small before it trusts it.
remember_classes() {
  local archive=$1/cache/classes-$(java_release "$java").jsa
  java_options+=(-Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:class+path=off)
  if [ -f "$archive.new" ]; then
    is_sound "$archive.new" 2>/dev/null && mv -f "$archive.new" "$archive" || rm -f "$archive.new" || true
  fi
  if [ "$archive" -nt "$built" ]; then
    java_options+=("-XX:SharedArchiveFile=$archive")
  else
    java_options+=("-XX:ArchiveClassesAtExit=$archive.new")
  fi
}

is_sound() {
  [ "$1" -nt "$built" ] &&
    ("$java" "${java_options[@]}" "-XX:SharedArchiveFile=$1" -XX:+VerifySharedSpaces -XX:ErrorFile=/dev/null \
      -jar "$jar" --version) >/dev/null 2>&1
}
