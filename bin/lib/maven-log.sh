# Sourced by bin/test: reads Maven's output as it comes. Keeps all of it in a file, shows the person only what matters,
# and adds up the time spent on downloads, which the limit on bin/test leaves out.

downloads=0 # seconds

# follow_maven LOG: filters standard input.
follow_maven() {
  local log=$1 line last=$SECONDS waiting=0 seconds=0
  : >"$log"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case $line in
      *'Downloaded from '*)
        seconds=$((seconds + SECONDS - last))
        waiting=$((waiting + 1))
        [ $((waiting % 100)) -eq 0 ] && say "  $waiting files fetched"
        ;;
      *'] Building Wangge'*) say "  ${line#*Building }" ;;
      *'Tests run:'*' -- in '*) show_class "$line" ;;
      '[ERROR] -> [Help'* | '[ERROR] [Help'* | '[ERROR] To see the full'* | '[ERROR] Re-run Maven'* | '[ERROR] For more information'* | \
        '[ERROR] After correcting'* | '[ERROR]   mvn <args>'*) ;; # Maven's advice on Maven
      '[ERROR] '?* | '[WARNING] Rule violated'* | '[WARNING] /'*'.java:'*) say "  $line" ;; # a warning of the compiler is an error too
    esac
    last=$SECONDS
  done
  printf '%s\n' "$seconds" >"$log.downloads"
}

# "[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 2.1 s -- in org.wangge.grid.AreaAtlasTest"
show_class() {
  local name=${1##* in org.wangge.} numbers=${1#*Tests run: } skipped=''
  local time=${1#*Time elapsed: }
  numbers=${numbers%%, Time*}
  case $numbers in *'Skipped: 0') ;; *) skipped=", ${numbers##*Skipped: } skipped" ;; esac
  case $numbers in
    *'Failures: 0, Errors: 0,'*) say "    $name: ${numbers%%,*} tests$skipped, ${time%% -- *}" ;;
  esac
}
