#!/usr/bin/env bash
# Installs what the tests need and runs all of them, from a machine with nothing but Debian 12 and git.
# The last line counts every test: "N passed, N failed, N skipped". The exit status is 0 when none failed.
#
#   tools/test.sh                 everything: gcc and clang, debug and release, the sanitizers, the browser
#   tools/test.sh --quick         one debug build; no sanitizers, no clang-tidy, no browser, no benchmark
#   tools/test.sh --only SUITE    one suite of: unit case site spec fuzz house tidy browser benchmark
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/packages.sh

usage() {
    sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

all="unit case site spec fuzz house tidy browser benchmark"
chosen=$all
sanitized="unit case site spec fuzz"
released="unit case"
case ${1-} in
'') ;;
--quick)
    chosen="unit case site spec fuzz house"
    sanitized=
    released=
    ;;
--only)
    chosen=${2-}
    [[ -n $chosen && " $all " == *" $chosen "* ]] || usage
    ;;
*) usage ;;
esac

logs=()

wants() {
    [[ " $chosen " == *" $1 "* ]]
}

# check FOLDER SUITES SETUP-ARGUMENTS…: configures, builds (all, or $target) and tests one build folder. Nothing that
# fails stops the others; a build that fails leaves no log, which counts as a failure.
check() {
    local folder=$1 suites=() suite
    for suite in $2; do
        wants "$suite" && suites+=(--suite "$suite")
    done
    shift 2
    ((${#suites[@]} > 0)) || return 0
    echo "== $folder ${suites[*]}"
    rm -f "$folder/meson-logs/testlog.json"
    if { [[ -f $folder/build.ninja ]] || meson setup "$folder" --fatal-meson-warnings -Dwerror=true "$@"; } &&
        ninja -C "$folder" "${target:-all}"; then
        meson test -C "$folder" --no-rebuild --print-errorlogs "${suites[@]}" || true
    fi
    logs+=("$folder/meson-logs/testlog.json")
}

install_missing "${packages_build[@]}" "${packages_test[@]}"

check build-debug "unit case site spec fuzz house tidy"
check build-release "$released" --buildtype release
check build-asan "$sanitized" --native-file tools/meson/asan.ini
check build-tsan "$sanitized" --native-file tools/meson/tsan.ini
if wants browser || wants benchmark; then
    install_missing "${packages_browser[@]}"
    command -v npm >/dev/null || install_missing "${packages_node[@]}"
    (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund) || logs+=("npm ci: the checkers")
    tools/site.sh || logs+=("tools/site.sh: the site")
    target=qanat check build "browser benchmark"
fi
python3 tools/count_tests.py "${logs[@]}"
