# Sourced after say.sh and java.sh: builds the program where it is absent or older than its sources.

jar=$root/server/target/wangge.jar
built=$root/server/target/built # its time is that of the start of the last good build
build_log=$root/target/build.log

# Sets $java to what runs the program, after building it if that is needed.
ready_program() {
  if needs_build; then
    build_program
  else
    find_java
  fi
}

needs_build() {
  [ -f "$jar" ] && [ -f "$built" ] || return 0
  # Folders count too: a deleted file shows only in the time of its folder.
  [ -n "$(cd "$root" && find pom.xml ./*/pom.xml gis-core/geotools-slim/pom.xml ./*/src/main web-static/src \
    -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

build_program() {
  refuse_foreign_targets
  find_maven
  mkdir -p "$root/target"
  build_alone
  say "Building Wangge with $("$java" -version 2>&1 | head -n 1). The first time this fetches about 130 MB and takes some minutes."
  mkdir -p "${built%/*}"
  : >"$built.started"
  run_maven
  mv "$built.started" "$built"
  say "Built in $((SECONDS - build_start)) s$(downloaded)."
}

# What another user built cannot be written over: say so before Maven drowns it.
refuse_foreign_targets() {
  local folder
  [ -w "$root" ] || fail "$root belongs to another user, so nothing can be built there. Build as that user, or clone it anew."
  for folder in "$root"/target "$root"/*/target "$root"/gis-core/geotools-slim/target "$root"/*/target/classes; do
    if [ -e "$folder" ] && [ ! -w "$folder" ]; then
      fail "$folder belongs to another user ($(stat -c %U "$folder" 2>/dev/null || echo '?'))." \
        "Delete the target folders as that user ('rm -rf target */target gis-core/*/target'), then start again."
    fi
  done
}

# Two builds in one tree would spoil each other: the second waits.
build_alone() {
  command -v flock >/dev/null || return 0
  exec 9>"$root/target/build.lock"
  flock -n 9 && return
  say "Another build of this folder is going on: waiting for it."
  flock 9
}

run_maven() {
  local arguments=(-B -f "$root/pom.xml" -Dgates=off -Dmaven.test.skip=true -Dstyle.color=never package)
  build_start=$SECONDS
  "$maven" "${arguments[@]}" >"$build_log" 2>&1 9>&- &
  local pid=$!
  # shellcheck disable=SC2064
  trap "kill $pid 2>/dev/null; exit 130" INT TERM HUP
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    [ $(((SECONDS - build_start) % 8)) -eq 7 ] && say "  $((SECONDS - build_start)) s: $(now_building)$(downloaded)"
  done
  trap - INT TERM HUP
  wait "$pid" || explain_failure
}

now_building() {
  local module
  module=$(sed -n 's/^\[INFO\] Building \(Wangge[^0-9]*\) [0-9].*/\1/p' "$build_log" | tail -n 1)
  printf '%s' "${module:-starting}"
}

# "; 312 files, 84.1 MB fetched", or nothing.
downloaded() {
  awk '/^(\[INFO\] )?Downloaded from/ {
         n++
         if (match($0, /\([0-9.]+ [kMG]?B/)) {
           split(substr($0, RSTART + 1, RLENGTH - 1), size, " ")
           sum += size[1] * (size[2] == "MB" ? 1e6 : size[2] == "kB" ? 1e3 : size[2] == "GB" ? 1e9 : 1)
         }
       }
       END { if (n) printf "; %d files, %.1f MB fetched", n, sum / 1e6 }' "$build_log"
}

explain_failure() {
  if grep -qiE 'Unknown host|Could not transfer|Connection (refused|reset|timed out)|Network is unreachable|No route to host|Temporary failure in name' "$build_log"; then
    grep '^\[ERROR\]' "$build_log" | grep -i -m 1 -oE '(Could not transfer|Unknown host).*' >&2
    fail "Maven could not fetch what the build needs. The first build needs Maven Central: check the network, or name" \
      "your mirror or proxy in ~/.m2/settings.xml, then start again: what came already is kept. Whole log: $build_log"
  fi
  if grep -q 'No space left on device' "$build_log"; then
    fail "The disk is full. Free about 500 MB, then start again."
  fi
  grep '^\[ERROR\]' "$build_log" | head -n 12 >&2
  fail "The build failed (see above; whole log: $build_log)."
}
