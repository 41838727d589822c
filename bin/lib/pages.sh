# Sourced by bin/test: the checks of the pages. They need Node; the pages themselves do not.

web=$root/web-static

check_pages() {
  if ! has_node >/dev/null 2>&1; then
    say "Skipped: there is no Node of at least 20.19 here."
    return
  fi
  fetch_checkers || return
  page_tests
  check "types of the pages (tsc)" in_web node_modules/.bin/tsc -p .
  check "style of the pages (eslint)" in_web node_modules/.bin/eslint src
  check "control: tsc refuses a wrong type" refused untyped.js TS2345 node_modules/.bin/tsc -p .
  check "control: eslint refuses unescaped text" refused unsafe.js 'Text goes through' node_modules/.bin/eslint src
}

in_web() { (cd "$web" && "$@"); }

# Installs the pinned checkers once for each lock file.
fetch_checkers() {
  local started=$SECONDS stamp=$web/node_modules/.wangge-lock
  cmp -s "$web/package-lock.json" "$stamp" && return
  if ! in_web npm ci --ignore-scripts --no-audit --no-fund >"$root/target/npm.log" 2>&1; then
    tail -n 8 "$root/target/npm.log"
    record_failure "the pages' checkers could not be installed (npm ci; whole log: $root/target/npm.log)"
    return 1
  fi
  cp "$web/package-lock.json" "$stamp"
  fetching=$((fetching + SECONDS - started))
}

page_tests() {
  local log=$root/target/pages.log good bad out
  in_web node --test --test-reporter=tap src >"$log" 2>&1
  good=$(tally pass "$log") bad=$(tally fail "$log")
  out=$(($(tally skipped "$log") + $(tally todo "$log")))
  say "  pages: $good passed, $bad failed, $out skipped"
  passed=$((passed + good)) skipped=$((skipped + out)) failed=$((failed + bad))
  if [ "$good" -eq 0 ] || [ "$bad" -gt 0 ]; then
    [ "$bad" -gt 0 ] || failed=$((failed + 1))
    grep -E '^ *not ok' "$log" | head -n 20
    failures="$failures
  tests of the pages (whole log: $log)"
  fi
}

tally() { sed -n "s/^# $1 \([0-9]*\)$/\1/p" "$2" | tail -n 1 | grep . || echo 0; }

# refused FILE WORDS CHECKER…: whether the checker fails, with these words, on a copy of the pages plus a planted fault.
refused() {
  local file=$1 words=$2 copy=$root/target/pages output
  shift 2
  rm -rf "$copy"
  mkdir -p "$copy"
  (cd "$web" && cp -R src types ./*.json ./*.js "$copy") && ln -s "$web/node_modules" "$copy/node_modules"
  cp "$root/config/controls/pages/$file" "$copy/src/planted-fault.js"
  output=$(cd "$copy" && "$@" 2>&1)
  case $output in *"$words"*) say "  ok: $file is refused ($words)"; return 0 ;; esac
  say "  NOT OK: $file was not refused with '$words'"
  return 1
}
