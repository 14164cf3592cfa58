#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the fuzz targets of build/fuzz, two at a time: fuzz/run.sh SECONDS [TARGET...] (all, where none is named).
# What they find of new inputs stays in build/fuzz/corpus, what fails in build/fuzz/findings. Exit 1 where one fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds="${1:?usage: fuzz/run.sh SECONDS [TARGET...]}"
shift
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
    for program in build/fuzz/bin/fuzz_*; do
        targets+=("${program##*/fuzz_}")
    done
fi
python3 fuzz/seeds.py build/fuzz/corpus
mkdir -p build/fuzz/findings build/fuzz/logs

run_target() {
    local target="$1" log="build/fuzz/logs/$1.txt"
    # The time-out is by the clock: an input of a millisecond took five seconds on a machine with nine other jobs.
    local options=(-max_total_time="$2" -max_len=16384 -rss_limit_mb=2048 -timeout=20 -print_final_stats=1
        -artifact_prefix="build/fuzz/findings/$1-")
    if [[ -f "build/fuzz/corpus/$target.dict" ]]; then
        options+=(-dict="build/fuzz/corpus/$target.dict")
    fi
    if "build/fuzz/bin/fuzz_$target" "${options[@]}" "build/fuzz/corpus/$target" >"$log" 2>&1; then
        echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
    else
        echo "$target: FAILED, the end of $log:"
        tail -n 40 "$log"
        return 1
    fi
}
export -f run_target

printf '%s\0' "${targets[@]}" | xargs -0 -P 2 -I {} bash -c 'run_target "$1" "$2"' run_target {} "$seconds"
