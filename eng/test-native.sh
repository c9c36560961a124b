#!/usr/bin/env bash
# Publishes the native programs for net9.0, where nothing may warn, and runs them.
# bash eng/test-native.sh; the last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

out=$PWD/artifacts/native
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
passed=0
failed=0
mkdir -p "$out"

count() { # count <status> <fact>
  if [ "$1" -eq 0 ]; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$2"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n' "$2"
  fi
}

publish() { # publish <project folder>: to $out/<its name>
  local name log
  name=$(basename "$1")
  log=$out/$name.log
  dotnet publish "$1" -f net9.0 -r "$rid" -p:PublishAot=true -o "$out/$name" --tl:off >"$log" 2>&1 &&
    ! grep -qE 'warning|IL[0-9]{4}' "$log"
  local status=$?
  [ "$status" -eq 0 ] || tail -n 60 "$log"
  count "$status" "$name publishes native without a warning"
  return "$status"
}

# The middle of 21 runs, in milliseconds with one decimal, from the start of the process to its end.
median_run() {
  local start
  for _ in $(seq 21); do
    start=${EPOCHREALTIME/./}
    "$@" >/dev/null || return 1
    echo $((${EPOCHREALTIME/./} - start))
  done | sort -n | sed -n 11p | sed -E 's/^(.*)(.)..$/\1.\2/'
}

if publish tests/AotApp; then
  app=$out/AotApp/AotApp
  facts=$("$app")
  status=$?
  echo "$facts" | sed '$d'
  read -r p _ f _ <<<"$(tail -n 1 <<<"$facts")"
  passed=$((passed + p))
  failed=$((failed + f))
  [ "$status" -eq 0 ] || [ "$f" -gt 0 ] || count 1 'AotApp ends with code 0'
  printf 'AotApp: %s bytes, %s ms from process start to its end after the first send\n' \
    "$(stat -c %s "$app")" "$(median_run "$app" first-send)"
fi
if [ -d samples/PluginHost ] && publish samples/PluginHost; then
  host=$out/PluginHost/PluginHost
  "$host" >"$out/PluginHost.txt"
  count $? 'The native PluginHost runs'
  printf 'PluginHost: %s bytes, %s ms for its help\n' "$(stat -c %s "$host")" "$(median_run "$host" --help)"
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
