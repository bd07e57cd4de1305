#!/usr/bin/env bash
# Installs what the tests need and runs all of them, from a machine with nothing but Debian 12 and git.
# The last line counts every test: "N passed, N failed, N skipped". The exit status is 0 when none failed.
#
#   tools/test.sh                 everything: gcc and clang, debug and release, the sanitizers, the browser
#   tools/test.sh --quick         one debug build: unit, case, site, spec, fuzz and house
#   tools/test.sh --only SUITE    one suite of: unit case site spec fuzz house browser benchmark
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/packages.sh

usage() {
    sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

mode=all
suite=
case ${1-} in
'') ;;
--quick) mode=quick ;;
--only)
    mode=only
    suite=${2-}
    [[ -n $suite ]] || usage
    ;;
*) usage ;;
esac

logs=()

# check FOLDER SUITES SETUP-ARGUMENTS…: configures, builds and tests one build folder. A failing test does
# not stop the others; a build that fails ends the run.
check() {
    local folder=$1 suites=$2 suite_arguments=() name
    shift 2
    for name in $suites; do
        [[ $mode != only || $name == "$suite" ]] && suite_arguments+=(--suite "$name")
    done
    ((${#suite_arguments[@]} > 0)) || return 0
    echo "== $folder: $suites"
    [[ -f $folder/build.ninja ]] || meson setup "$folder" --fatal-meson-warnings -Dwerror=true "$@"
    ninja -C "$folder"
    meson test -C "$folder" --no-rebuild --print-errorlogs "${suite_arguments[@]}" || true
    logs+=("$folder/meson-logs/testlog.junit.xml")
}

install_node() {
    command -v npm >/dev/null || install_missing "${packages_node[@]}"
    (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund)
}

install_missing "${packages_build[@]}" "${packages_test[@]}"
[[ $mode == quick ]] || install_node

# A test of an earlier run must not be counted again.
rm -f build*/meson-logs/testlog.junit.xml

check build-debug "unit case site spec fuzz house"
if [[ $mode != quick ]]; then
    check build-asan "unit case site spec fuzz" --native-file tools/meson/asan.ini
    check build-tsan "unit case site spec fuzz" --native-file tools/meson/tsan.ini
    tools/site.sh
    check build "browser benchmark"
fi
python3 tools/count_tests.py "${logs[@]}"
