#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the distribution's packages that are missing: tools/install_packages.sh build|test|ci
# Asks for nothing and changes nothing when all are there.
set -euo pipefail

purpose="${1:-build}"

needed=(build-essential cmake ninja-build qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools
    nlohmann-json3-dev libgl-dev python3 fonts-noto-core fonts-noto-cjk)
# Validators of what the desktop reads; for the tests alone.
test_tools=(appstream desktop-file-utils)
# Part of another package in some releases, or only a convenience: left out where the release has none.
# Qt Charts needs libqt6opengl6-dev but does not depend on it; qt6-translations-l10n has Qt's own dialogs' texts.
wanted=(ccache libqt6opengl6-dev qt6-l10n-tools qt6-translations-l10n qt6-wayland)
case "$purpose" in
    build) ;;
    test) needed+=("${test_tools[@]}") ;;
    ci) needed+=("${test_tools[@]}" clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev debootstrap lintian) ;;
    *)
        echo "usage: $0 build|test|ci" >&2
        exit 2
        ;;
esac

# What is needed, in words, for a system whose packages this script does not know.
explain() {
    cat >&2 <<TEXT
$1
VRAM Sizer needs: a C++20 compiler (GCC 12 or newer), CMake 3.25, Ninja, Qt 6.4 or newer with Widgets, Charts, SVG,
PrintSupport, Network, Test and the Linguist tools, nlohmann_json 3.11, Python 3.9 for the tests, and a font with Chinese characters.
  Fedora:      sudo dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel qt6-qttools-devel \\
                   qt6-qttranslations json-devel google-noto-sans-cjk-fonts python3
  Arch Linux:  sudo pacman -S base-devel cmake ninja qt6-base qt6-charts qt6-svg qt6-tools qt6-translations \\
                   nlohmann-json noto-fonts noto-fonts-cjk python
  macOS:       brew install cmake ninja qt nlohmann-json python
TEXT
}

# Goes on with what is installed if the tools are there; CMake then names what is missing.
without_packages() {
    explain "$1"
    if command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null; then
        echo "Going on with what is installed." >&2
        exit 0
    fi
    exit 1
}

# One value of os-release, without its quotes; nothing where there is no such file (macOS).
os_release() {
    sed -n "s/^$1=//p" /etc/os-release 2>/dev/null | tr -d "\"'" || true
}

id="$(os_release ID)"
version="$(os_release VERSION_ID)"
case "$id" in
    debian) minimum=12 ;;
    ubuntu) minimum=24.04 ;;
    *) without_packages "Packages are installed automatically on Debian 12, Ubuntu 24.04 and newer only." ;;
esac
# Debian testing has no version.
if [[ -n "$version" && "$(printf '%s\n' "$minimum" "$version" | sort -V | head -n 1)" != "$minimum" ]]; then
    without_packages "$id $version is too old: its Qt is older than 6.4. Debian 12 or Ubuntu 24.04 is the oldest."
fi

missing() {
    local package
    for package in "$@"; do
        if [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]]; then
            echo "$package"
        fi
    done
}

# Those of the packages that this release has.
available() {
    local package
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            echo "$package"
        fi
    done
}

mapfile -t absent < <(missing "${needed[@]}")
mapfile -t absent_wanted < <(missing "${wanted[@]}")
# A package that this release does not have is not missing. Without an index (a fresh container) nobody knows yet.
if [[ ${#absent[@]} -eq 0 && ${#absent_wanted[@]} -gt 0 ]] && compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
    mapfile -t absent_wanted < <(available "${absent_wanted[@]}")
fi
if [[ ${#absent[@]} -eq 0 && ${#absent_wanted[@]} -eq 0 ]]; then
    exit 0
fi

as_root=()
if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing packages, and no sudo to install them. As root: apt-get install ${absent[*]} ${absent_wanted[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing: ${absent[*]} ${absent_wanted[*]}" >&2
"${as_root[@]}" apt-get update -q
mapfile -t absent_wanted < <(available "${absent_wanted[@]}")
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    "${absent[@]}" "${absent_wanted[@]}" </dev/null
