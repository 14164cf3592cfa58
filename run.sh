#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds VRAM Sizer and starts it. Arguments go to the program (try --help).
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
here="$PWD"
programs="$root/build/release/bin"

"$root/tools/install_packages.sh" build
cd "$root"
if ! log="$(cmake --preset release 2>&1)"; then
    echo "$log" >&2
    exit 1
fi
cmake --build --preset release --parallel "$(getconf _NPROCESSORS_ONLN)" --target vram-sizer vram-sizer-cli >&2
cd "$here"

if [[ $# -eq 0 && -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" && "$(uname -s)" != Darwin ]]; then
    echo "There is no display here: this is the default scenario's report, as the window would show it." >&2
    "$programs/vram-sizer-cli" report --default
    "$programs/vram-sizer" --export vram-sizer-chart.png
    echo "Its chart is in $here/vram-sizer-chart.png" >&2
    exit 0
fi
exec "$programs/vram-sizer" "$@"
