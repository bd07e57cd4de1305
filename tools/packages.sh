# Sourced by site.sh and test.sh: the Debian packages each of them needs, and how missing ones get installed.
# docs/dependencies.md says what every package is for; a house test compares the two.
# shellcheck shell=bash disable=SC2034

packages_build=(
    ca-certificates gcc libc6-dev make meson ninja-build pkg-config
    libcmark-gfm-dev libcmark-gfm-extensions-dev libicu-dev libxml2-dev libyaml-dev
)
packages_serve=(python3)
packages_test=(
    clang clang-format-14 clang-tidy-14 libclang-rt-14-dev libcmocka-dev patch shellcheck unicode-data
)
packages_browser=(chromium default-jre-headless fonts-noto-core hugo jing unzip zip)
# Debian's, unless the machine has npm from elsewhere.
packages_node=(nodejs npm)

is_installed() {
    dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Installs those of the named packages that are not there; touches nothing when all are.
install_missing() {
    local package missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        return
    fi
    if (($(id -u) != 0)) && ! command -v sudo >/dev/null; then
        echo "missing: ${missing[*]}; install them as root, or install sudo" >&2
        exit 1
    fi
    echo "installing ${missing[*]}"
    as_root apt-get update --quiet
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
}
