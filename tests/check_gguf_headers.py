#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers the measured cases of nine models from the headers of their files alone, and compares with llama.cpp.

usage: check_gguf_headers.py CLI_PROGRAM DATA_DIR MEASURED_DIR

data/gguf_headers holds what stands before the weights of files that llama.cpp v0.5.0 itself loaded; the rest of each is
a hole. Cache, state, weights, compute and output buffers must equal what llama.cpp printed (to 0.01 MiB), parameters and
tensor bytes what the catalogue's model of the same name has.
"""

import json
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path

MODELS = {
    "DeepSeek-V2-Lite": "deepseek-ai/DeepSeek-V2-Lite-Chat",
    "Gemma-3-12B": "google/gemma-3-12b-it",
    "Granite-4.0-H-Small": "ibm-granite/granite-4.0-h-small",
    "Llama-3.1-8B": "meta-llama/Llama-3.1-8B-Instruct",
    "Llama-3.2-1B": "meta-llama/Llama-3.2-1B-Instruct",
    "Phi-4": "microsoft/phi-4",
    "Qwen3-30B-A3B": "Qwen/Qwen3-30B-A3B",
    "Qwen3-Next-80B-A3B": "Qwen/Qwen3-Next-80B-A3B-Instruct",
    "gpt-oss-20b": "openai/gpt-oss-20b",
}
# A GGUF of Gemma 3 has neither the vision tower nor the 64 rows of padding of the checkpoint's vocabulary.
NOT_IN_GGUF = {"Gemma-3-12B": 421_290_864 + 64 * 3840}
MIB = 1 << 20


def report(program, scenarios):
    run = subprocess.run([program, "report", "-"], input=json.dumps(scenarios), capture_output=True, text=True, check=False)
    return json.loads(run.stdout)


def faults_of(case, answer):
    """What differs between an answer and the runtime's own figures."""
    if "error" in answer:
        return [str(answer["error"])]
    host = answer["host"]
    known = {
        "kv_mib": host["kv_cache"],
        "rs_mib": host["recurrent_state"],
        "weights_mib": host["weights"],
    }
    faults = []
    for key, value in known.items():
        if key in case["measured"] and abs(value / MIB - case["measured"][key]) > 0.0151:
            faults.append(f"{key}: {value / MIB:.3f} instead of {case['measured'][key]}")
    buffers = case["measured"]["compute_mib"] + case["measured"]["output_mib"]
    if abs(host["activations"] / MIB - buffers) > 0.0251:
        faults.append(f"compute and output: {host['activations'] / MIB:.3f} instead of {buffers:.2f}")
    return faults


def main():
    program, data, measured = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    cases = [json.loads(line) for line in (measured / "llamacpp_cpu.jsonl").read_text().splitlines()]
    faults = []
    answered = 0
    with tempfile.TemporaryDirectory() as folder:
        for line in (data / "gguf_headers/index.tsv").read_text().splitlines():
            name, size = line.split("\t")
            path = Path(folder) / name
            path.write_bytes(lzma.decompress((data / f"gguf_headers/{name}.head.xz").read_bytes()))
            with path.open("r+b") as file:
                file.truncate(int(size))
            short = name.split(".Q4")[0]
            model = MODELS[short]
            own = [case for case in cases if case["scenario"]["model"]["catalog"] == model]
            scenarios = [dict(case["scenario"], model={"file": str(path)}, weights="file") for case in own]
            catalog = {"model": {"catalog": model}, "weights": "Q4_K_M"}
            answers = report(program, scenarios + [{"model": {"file": str(path)}}, catalog])
            for case, answer in zip(own, answers):
                answered += 1
                faults += [f"{name} {case['id']}: {fault}" for fault in faults_of(case, answer)]
            from_file, from_catalog = answers[-2:]
            expected = from_catalog["model"]["parameters"] - NOT_IN_GGUF.get(short, 0)
            for what, got, want in (
                ("parameters", from_file["model"]["parameters"], expected),
                ("tensor_bytes", from_file["tensor_bytes"], from_catalog["tensor_bytes"]),
                ("file_bytes", from_file["file_bytes"], int(size)),
                ("architecture_source", from_file["model"]["architecture_source"], "file"),
            ):
                if got != want:
                    faults.append(f"{name}: {what} {got} instead of {want}")
    for fault in faults:
        print(fault)
    print(f"{answered} cases answered from files, {len(faults)} differences")
    return 1 if faults or answered != 270 else 0


if __name__ == "__main__":
    sys.exit(main())
