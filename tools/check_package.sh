#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package and tries it: tools/check_package.sh [BUILD_FOLDER] (build/release). The programs are built there
# first where they are not up to date. Contents, fields and lintian's errors are checked; as root and with debootstrap the
# package is installed into a fresh system of this release, without anything that it does not ask for, and both programs
# run there; else apt says whether its dependencies can be met. The package stays in build/package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build="${1:-build/release}"
out="$PWD/build/package"
root="$out/root"

fail() {
    echo "check_package: $*" >&2
    exit 1
}

cmake --build "$build" --parallel "$(getconf _NPROCESSORS_ONLN)" --target vram-sizer vram-sizer-cli
mkdir -p "$out"
rm -f "$out"/*.deb
(cd "$out" && cpack -G DEB --config "$OLDPWD/$build/CPackConfig.cmake" -B "$out" >"$out/cpack.txt") || {
    cat "$out/cpack.txt"
    fail "cpack failed"
}
rm -rf "$out/_CPack_Packages"
package="$(echo "$out"/vram-sizer_*.deb)"
[[ -f "$package" ]] || fail "no package was made"
echo "$(basename "$package"): $(stat -c %s "$package") bytes, installed $(dpkg-deb -f "$package" Installed-Size) KiB"

check_contents() {
    local expected=(usr/bin/vram-sizer usr/bin/vram-sizer-cli
        usr/share/applications/org.vramsizer.VramSizer.desktop usr/share/metainfo/org.vramsizer.VramSizer.metainfo.xml
        usr/share/mime/packages/org.vramsizer.VramSizer.xml usr/share/icons/hicolor/scalable/apps/vram-sizer.svg
        usr/share/icons/hicolor/64x64/apps/vram-sizer.png usr/share/doc/vram-sizer/copyright
        usr/share/doc/vram-sizer/changelog.gz usr/share/man/man1/vram-sizer.1.gz usr/share/man/man1/vram-sizer-cli.1.gz)
    local contents file
    contents="$(dpkg-deb --fsys-tarfile "$package" | tar -t)"
    for file in "${expected[@]}"; do
        grep -qxF "./$file" <<<"$contents" || fail "the package lacks $file"
    done
    # Nothing of the build, and nothing outside /usr.
    if grep -vE '^\./(usr/(bin|share)/.*)?$|^\./usr/$' <<<"$contents"; then
        fail "unexpected files in the package"
    fi
}

check_fields() {
    local depends
    depends="$(dpkg-deb -f "$package" Depends)"
    for library in libqt6widgets6 libqt6charts6 libqt6printsupport6 libqt6svg6 libqt6network6; do
        grep -q "$library" <<<"$depends" || fail "the package does not depend on $library: $depends"
    done
    grep -q fonts-noto-cjk <<<"$(dpkg-deb -f "$package" Recommends)" || fail "the package does not recommend fonts-noto-cjk"
}

check_lintian() {
    command -v lintian >/dev/null || return 0
    lintian --allow-root --fail-on error --suppress-tags bad-distribution-in-changes-file "$package" ||
        fail "lintian found errors"
}

# A minimal system without recommended packages: what the package forgets to ask for is missing there.
install_in_fresh_root() {
    local suite
    suite="$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)"
    rm -rf "$root"
    debootstrap --variant=minbase "$suite" "$root" >"$out/debootstrap.txt" 2>&1 || {
        tail -n 5 "$out/debootstrap.txt"
        return 1
    }
    cp "$package" "$root/vram-sizer.deb"
    chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends /vram-sizer.deb \
        >"$out/install.txt" 2>&1 </dev/null || {
        tail -n 20 "$out/install.txt"
        fail "the package cannot be installed"
    }
}

run_in_root() { chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 "$@"; }

check_programs() {
    local link='vram-sizer:?model=Qwen/Qwen3-14B&weights=Q4_K_M&context=8k&gpu=RTX+4090'
    # Not through a pipe: grep that has found what it looks for would stop the program in the middle of its answer.
    local answer
    answer="$(run_in_root vram-sizer-cli report "$link")" || fail "vram-sizer-cli does not run"
    grep -q '"verdict": "fits"' <<<"$answer" || fail "vram-sizer-cli does not answer"
    run_in_root vram-sizer --scenario "$link" --export /chart.png --report /report.pdf || fail "vram-sizer does not run"
    [[ "$(head -c 8 "$root/chart.png" | od -An -tx1 | tr -d ' \n')" == 89504e470d0a1a0a ]] || fail "the chart is no PNG"
    [[ "$(head -c 5 "$root/report.pdf")" == "%PDF-" ]] || fail "the report is no PDF"
    chroot "$root" apt-get -q -y purge vram-sizer >/dev/null 2>&1 || fail "the package cannot be removed"
    [[ ! -e "$root/usr/bin/vram-sizer" ]] || fail "the package leaves its program behind"
    echo "installed, run and removed in a fresh $(sed -n 's/^PRETTY_NAME=//p' /etc/os-release)"
}

check_contents
check_fields
check_lintian
if [[ $EUID -eq 0 ]] && command -v debootstrap >/dev/null && install_in_fresh_root; then
    check_programs
    rm -rf "$root"
else
    echo "no fresh system here: asking apt alone"
    apt-get -s install "$package" >"$out/simulated.txt" || {
        cat "$out/simulated.txt"
        fail "the dependencies cannot be met"
    }
fi
