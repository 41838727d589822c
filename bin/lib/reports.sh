# Sourced by bin/test: reads the reports of surefire and failsafe.

reports() {
  find "$root" -path '*/target/*-reports/TEST-*.xml' -not -path "$root/target/*" -print0 |
    xargs -0 -r grep -h -m 1 -o '<testsuite [^>]*>'
}

# Adds the reports' counts to $passed, $failed and $skipped.
count_reports() {
  local counts
  counts=$(reports | awk '
    function number(name,  part) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += number("tests"); bad += number("failures") + number("errors"); out += number("skipped") }
    END { print tests - bad - out + 0, bad + 0, out + 0 }')
  # shellcheck disable=SC2086
  set -- $counts
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
  say "  Java: $1 passed, $2 failed, $3 skipped"
}

slowest_classes() {
  reports | sed 's/.* name="\([^"]*\)".* time="\([^"]*\)".*/\2 \1/' | tr -d , | sort -rn | head -n 20 |
    awk '{ printf "  %7.1f s  %s\n", $1, $2 }'
}

# What the tests that failed said, by their reports: of each the beginning, which Maven cuts to a line.
failed_messages() {
  find "$root" -path '*/target/*-reports/TEST-*.xml' -not -path "$root/target/*" -print0 |
    xargs -0 -r grep -l -E '<(failure|error)[ >]' |
    while IFS= read -r report; do failed_messages_of "$report"; done
}

failed_messages_of() {
  awk -v most=25 '
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text)
      gsub(/&amp;/, "\\&", text)
      return text
    }
    function value(line, name) { return match(line, " " name "=\"[^\"]*") ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : "" }
    /<testcase / { test = value($0, "classname") "." value($0, "name") }
    /<(failure|error)[ >]/ { print "  " plain(test); left = most; sub(/.*<(failure|error)[^>]*>/, ""); sub(/<!\[CDATA\[/, "") }
    left > 0 {
      last = sub(/(\]\]>)?<\/(failure|error)>.*/, "")
      if ($0 != "") { print "    " plain($0); left-- }
      if (last) left = 0
    }' "$1"
}

# Tests of pages and programs that failed once and passed when they were run again: told each time, and too many fail.
second_tries() {
  local tries
  tries=$(find "$root" -path '*/target/failsafe-reports/TEST-*.xml' -not -path "$root/target/*" -print0 |
    xargs -0 -r awk '
      function value(line, name) { return match(line, " " name "=\"[^\"]*") ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : "" }
      /<testcase / { test = value($0, "classname") "." value($0, "name"); told = "" }
      /<flaky(Failure|Error)[ >]/ && test != told { print "  " test ": " substr(value($0, "message"), 1, 200); told = test }')
  [ -n "$tries" ] || return 0
  say "  Passed only at the second try:"
  say "$tries"
  [ "$(printf '%s\n' "$tries" | wc -l)" -le "$most_second_tries" ] ||
    record_failure "more than $most_second_tries tests passed only at their second try (see above)"
}
