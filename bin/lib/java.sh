# Sourced after say.sh: finds a JDK of at least 17 and a Maven of at least 3.8, and takes nothing for granted.

readonly least_java=17

# The feature release of a java program (17, 21, …), or 0.
java_release() {
  local text
  text=$("$1" -version 2>&1) || { echo 0; return; }
  text=${text#*version \"}
  text=${text%%[!0-9]*}
  echo "${text:-0}" # "1.8.0" gives 1, which is old enough to be refused
}

# Every place where a java may be, the likeliest first.
java_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME/bin/java"
  command -v java || true
  [ -x /usr/libexec/java_home ] && printf '%s\n' "$(/usr/libexec/java_home -v "$least_java+" 2>/dev/null)/bin/java"
  ls -d /usr/lib/jvm/*/bin/java 2>/dev/null
}

# Sets $java. With "jdk" as argument it must be able to compile as well.
find_java() {
  local wanted=${1:-} candidate release seen=''
  while IFS= read -r candidate; do
    [ -x "$candidate" ] || continue
    release=$(java_release "$candidate")
    if [ "$release" -lt "$least_java" ]; then
      seen="Java $release at $candidate is too old"
      continue
    fi
    candidate=$(readlink -f "$candidate" 2>/dev/null || printf '%s' "$candidate")
    if [ "$wanted" = jdk ] && [ ! -x "${candidate%/*}/javac" ]; then
      seen="Java $release at $candidate has no compiler (it is a JRE)"
      continue
    fi
    java=$candidate
    return
  done < <(java_candidates)
  fail "${seen:-No Java was found}. Wangge needs a JDK of release $least_java or later: on Debian and Ubuntu" \
    "'apt install openjdk-17-jdk-headless'; elsewhere https://adoptium.net. Then start again, or set JAVA_HOME to it."
}

# Sets $maven, and JAVA_HOME for it.
find_maven() {
  find_java jdk
  export JAVA_HOME=${java%/bin/java}
  maven=$(command -v mvn || true)
  if [ -n "$maven" ] && maven_is_new_enough; then
    return
  fi
  say "No Maven of at least 3.8 here: using the wrapper's own."
  maven=$("$java" "$root/.mvn/wrapper/FetchMaven.java" "$root/.mvn/wrapper/maven-wrapper.properties") ||
    fail "Maven could not be fetched (see above). The first build needs the network; or install Maven 3.8 or later."
}

maven_is_new_enough() {
  local version
  version=$(cd "$root" && "$maven" -B --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  [ -n "$version" ] || return 1
  # shellcheck disable=SC2086
  set -- $version
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 8 ]; }
}
