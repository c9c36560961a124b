#!/usr/bin/env bash
# Packs what ships and uses it as a stranger does: in a folder outside the repository, from a feed of its own.
# bash eng/test-packages.sh [--no-native]; the last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

feed=$PWD/artifacts/packages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check <fact> <command…>: prints what the command said only when it fails.
check() {
  local fact=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$fact"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n' "$fact"
    sed 's/^/        /' "$work/log" | tail -n 60
  fi
}

pack() {
  rm -rf "$feed" && mkdir -p "$feed"
  dotnet pack src/CqrsGen/CqrsGen.csproj -c Release -o "$feed" -warnaserror
}

contents() {
  local package
  package=$(ls "$feed"/CqrsGen.[0-9]*.nupkg) || return 1
  diff <(unzip -Z1 "$package" | grep -vE '^(_rels/|package/|\[Content_Types\])' | LC_ALL=C sort) \
    tests/PackageConsumer/contents.txt
}

fails_with() { # fails_with <text>… -- <command…>: the command fails and its output has every text
  local texts=() output
  while [ "$1" != -- ]; do
    texts+=("$1")
    shift
  done
  shift
  if output=$("$@" 2>&1); then
    echo "$output"
    echo 'It succeeded.'
    return 1
  fi
  echo "$output"
  for text in "${texts[@]}"; do
    grep -qF -- "$text" <<<"$output" || { echo "The output lacks: $text"; return 1; }
  done
}

prints_expected() { diff "$work/consumer/Host/expected.txt" <("$@"); }

publish_native() {
  dotnet publish Host -f net9.0 -r linux-x64 -o "$work/native" --tl:off | tee "$work/publish" || return 1
  ! grep -E 'warning|IL[0-9]{4}' "$work/publish"
}

check 'CqrsGen packs without a warning' pack
check 'The package holds what it should and nothing else' contents

cp -r tests/PackageConsumer "$work/consumer"
CqrsGenVersion=$(basename "$feed"/CqrsGen.[0-9]*.nupkg .nupkg)
export CqrsGenVersion=${CqrsGenVersion#CqrsGen.} CONSUMER_FEED=$work/feed
CONSUMER_SHARED_PACKAGES=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
export CONSUMER_SHARED_PACKAGES
mkdir -p "$CONSUMER_SHARED_PACKAGES" && cp -r "$feed" "$CONSUMER_FEED"
cd "$work/consumer" || exit 1

check 'A host that references only a module builds without a warning' dotnet build Host -f net10.0 -warnaserror
check 'It runs' prints_expected dotnet run --project Host -f net10.0 --no-build
check 'Mistakes reach the command line, by the analyzers and in the generated code' \
  fails_with 'error CQG3016' 'error CQG3002' '#error: '"'"'CQG3002' 'error CQG1001' \
  'HandleAsync → Count → IViews.Add ⇒ FileViews.Add → File.AppendAllText (Broken.cs:' -- dotnet build Broken
check 'An older SDK gets one readable error' \
  fails_with 'error CQG0001: CqrsGen needs the .NET SDK 9.0.300' '1 Error(s)' '0 Warning(s)' -- \
  dotnet build Orders --no-incremental -p:_CqrsGenMSBuildVersion=17.12.3
check 'An older language gets one readable error' \
  fails_with 'error CQG0002: CqrsGen writes C# 12, and this project is compiled as C# 11.' '1 Error(s)' \
  '0 Warning(s)' -- dotnet build Orders --no-incremental -p:LangVersion=11
check 'A newer language is not one' bash -c '
  for version in 12.0 latest; do
    dotnet build Orders --no-restore -p:LangVersion=$version -warnaserror || exit 1
  done'
check 'The message map is written beside the project when it is asked for' bash -c '
  dotnet build Orders -warnaserror -p:CqrsGenMessageMap=true && grep -q PlaceOrder Orders/MessageMap.md &&
    grep -q PlaceOrder Orders/MessageMap.json'
check 'A module that is a package brings the generator too' bash -c '
  dotnet pack Orders -o "$CONSUMER_FEED" && dotnet build Host -f net10.0 -warnaserror -p:OrdersFromFeed=true'
check 'It runs' prints_expected dotnet run --project Host -f net10.0 --no-build -p:OrdersFromFeed=true
if [ "${1:-}" != --no-native ]; then
  check 'The host publishes native without a warning' publish_native
  check 'It runs' prints_expected "$work/native/Host"
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
