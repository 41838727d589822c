# Sourced by bin/test: the parts of the system that the tests use. Debian and Ubuntu get what is missing; elsewhere it
# is said what will be skipped. With CI=true a missing part is a failure.

has_postgis() { [ -x /usr/lib/postgresql/15/bin/initdb ] && [ -f /usr/share/postgresql/15/extension/postgis.control ]; }
has_chromium() { command -v chromium; }
has_headless_shell() { command -v chromium-headless-shell; }
has_chinese_fonts() { fc-list :lang=zh | grep .; }
has_gdal() { command -v ogrinfo; }
has_proj() { command -v cs2cs; }
has_mosquitto() { [ -x /usr/sbin/mosquitto ]; }
has_node() {
  command -v npm &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

# Calls a function with each part: how to see it, its name, its Debian packages, what is skipped without it.
each_part() {
  "$1" has_postgis 'PostgreSQL 15 with PostGIS' 'postgresql-15 postgresql-15-postgis-3' 'the store contracts on PostGIS'
  "$1" has_chromium 'Chromium' 'chromium' 'the browser tests'
  "$1" has_chinese_fonts 'Chinese fonts' 'fontconfig fonts-noto-cjk' 'Chinese text on screenshots'
  "$1" has_node 'Node 20.19 or later with npm' 'nodejs npm' 'the checks of the pages'
  "$1" has_gdal 'GDAL' 'gdal-bin' 'comparisons with GDAL'
  "$1" has_proj 'PROJ' 'proj-bin' 'comparisons with PROJ'
  "$1" has_mosquitto 'Mosquitto' 'mosquitto' 'positions by MQTT'
}

prepare_parts() {
  packages=''
  each_part want_packages
  # Pages that draw no map take a third less of a processor in it; without it they run in Chromium.
  has_headless_shell >/dev/null 2>&1 || packages="$packages chromium-headless-shell"
  if [ -n "$packages" ] && may_install; then
    install_packages
  fi
  parts_missing=0
  each_part tell_missing
  [ "$parts_missing" -eq 0 ] && say "All parts of the system are here."
  [ "$parts_missing" -eq 0 ] || [ "${CI:-}" != true ] || record_failure "parts of the system are missing, and CI=true wants all"
}

want_packages() {
  "$1" >/dev/null 2>&1 || packages="$packages $3"
}

tell_missing() {
  "$1" >/dev/null 2>&1 && return
  parts_missing=$((parts_missing + 1))
  say "Missing: $2 (on Debian: apt install $3). Skipped without it: $4."
}

may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
  local as_root=''
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  say "Installing:$packages"
  # shellcheck disable=SC2086
  if ! { $as_root apt-get -qq update -o Acquire::Retries=0 -o Acquire::http::Timeout=10 &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $packages; } \
    >"$root/target/apt.log" 2>&1; then
    tail -n 5 "$root/target/apt.log"
  fi
}
