#!/usr/bin/env bash
# Builds the generator and this site, from a machine with nothing but Debian 12 and git.
#
#   tools/site.sh                  installs what is missing, builds build/qanat, public/ and public-manual/
#   tools/site.sh --serve [PORT]   the same, then serves public/ on this machine (port 8000 unless told)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/packages.sh

usage() {
    echo "usage: tools/site.sh [--serve [PORT]]" >&2
    exit 2
}

serve=no
port=8000
if [[ ${1-} == --serve ]]; then
    serve=yes
    port=${2-$port}
elif (($# > 0)); then
    usage
fi
[[ $port =~ ^[0-9]+$ ]] || usage

install_missing "${packages_build[@]}"
release=(-Dbuildtype=release -Db_lto=true)
if [[ -f build/build.ninja ]]; then
    meson configure build "${release[@]}"
else
    meson setup build "${release[@]}"
fi
ninja -C build qanat
build/qanat build --strict
python3 tools/manual.py build/qanat public-manual

if [[ $serve == yes ]]; then
    install_missing "${packages_serve[@]}"
    if ! python3 -c 'import socketserver, sys
socketserver.TCPServer.allow_reuse_address = True
socketserver.TCPServer(("127.0.0.1", int(sys.argv[1])), None).server_close()' "$port" 2>/dev/null; then
        echo "site.sh: port $port cannot be used; the site is in public/; another port: tools/site.sh --serve $((port % 65000 + 1))" >&2
        exit 1
    fi
    echo "http://127.0.0.1:$port/"
    exec python3 -m http.server --bind 127.0.0.1 --directory public "$port"
fi
