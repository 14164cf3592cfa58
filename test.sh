#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs all tests, off screen.
# VRAM_PRESET=ci makes warnings errors; VRAM_PRESET=asan or dev tests that build. Arguments go to ctest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

preset="${VRAM_PRESET:-release}"

tools/install_packages.sh test
cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "$(getconf _NPROCESSORS_ONLN)"
ctest --preset "$preset" --output-on-failure "$@"
