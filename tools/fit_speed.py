#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the constants of core/speed/speed_constants.* on tests/measured/speed*.jsonl and judges them on held-out devices.

usage: fit_speed.py PATH-OF-vram-sizer-cli

Devices, sorted by name, are dealt to four parts; each part is judged with constants fitted on the other three. The fit
minimises absolute errors of the logarithm (a median, so outliers do not pull), a device weighs as the square root of its
cases and community cases half, and a class is drawn towards the consumer cards' figures, so that one with few cases keeps
to what the others show. Cases that the report does not place whole on the cards are left out. Prefill is the median by
device of what was achieved. Bytes of experts are counted by their share of the parameters here.
"""

import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLASSES = ("consumer", "professional", "stacked", "shared", "metal", "amd")
PARTS = 4
PRIOR = 0.2
PIPELINE = 0.2
# Ends of the ranges as shipped: decode, prefill.
SPREADS = {
    "consumer": ((0.80, 1.20), (0.60, 1.45)),
    "professional": ((0.80, 1.20), (0.48, 1.65)),
    "stacked": ((0.65, 1.30), (0.19, 1.95)),
    "shared": ((0.80, 1.20), (0.45, 1.70)),
    "metal": ((0.65, 1.25), (0.65, 1.40)),
    "amd": ((0.75, 1.20), (0.50, 1.60)),
}


def class_of(gpu):
    if gpu["vendor"] in ("apple", "amd"):
        return {"apple": "metal", "amd": "amd"}[gpu["vendor"]]
    if gpu["class"] == "soc":
        return "shared"
    if gpu["memory_type"].startswith("HBM"):
        return "stacked"
    return "consumer" if gpu["class"] in ("consumer", "laptop") else "professional"


def layers_of(entries):
    for entry in entries:
        if isinstance(entry, str):
            yield entry, 1
        elif isinstance(entry[0], list):
            for _ in range(entry[1]):
                yield from layers_of(entry[0])
        else:
            yield entry


def model_facts(model):
    architecture = model["architecture"]
    facts = {"layers": 0, "experts": 0, "recurrent": 0, "norms": 0, "side": 0, "idle": 0}
    side = bool(architecture.get("per_layer_width"))
    for name, count in layers_of(architecture["layers"]):
        block = architecture["blocks"][name]
        feed_forward = block.get("feed_forward") or {}
        facts["layers"] += count
        facts["recurrent"] += count if "recurrent" in block else 0
        facts["side"] += count if side else 0
        facts["norms"] += count if block.get("norms", 2) > 2 and not side else 0
        if feed_forward.get("kind") == "experts":
            width = feed_forward.get("latent_width") or architecture["hidden_size"]
            one = (3 if feed_forward.get("gated", True) else 2) * width * feed_forward["expert_width"]
            facts["experts"] += count
            facts["idle"] += count * one * (feed_forward["experts"] - feed_forward["used_experts"])
    return facts


def catalog(name):
    data = json.loads((ROOT / "resources/catalog" / f"{name}.json").read_text(encoding="utf-8"))
    return data if isinstance(data, list) else data[name]


def read_cases(program):
    gpus = {gpu["name"]: gpu for gpu in catalog("gpus")}
    models = {model["id"]: model_facts(model) for model in catalog("models")}
    cases = []
    for name in ("speed", "speed_community"):
        lines = (ROOT / f"tests/measured/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        answer = subprocess.run([program, "report", "-"], input=json.dumps([row["scenario"] for row in rows]),
                                capture_output=True, text=True, check=False)
        for row, report in zip(rows, json.loads(answer.stdout)):
            if report.get("verdict") not in ("fits", "tight"):
                continue
            entry = row["scenario"]["machine"]["gpus"][0]
            gpu = gpus[entry["name"]]
            case = dict(models[row["scenario"]["model"]["catalog"]])
            weights = sum(device["weights"] for device in report["devices"])
            idle = report["tensor_bytes"] * case["idle"] / report["model"]["parameters"]
            cache = report.get("kv_bytes_per_token", 0) * row["measured"]["at_depth"]
            active = report["model"]["active_parameters"]
            prefill = row["measured"].get("prefill_tok_s")
            peak = (gpu.get("fp16_tensor_tflops") or gpu["fp32_tflops"]) * 1e12
            case.update(file=name, device=gpu["name"], cards=entry["count"], of=class_of(gpu),
                        seconds=1 / row["measured"]["decode_tok_s"], bytes=weights - idle + cache,
                        bandwidth=gpu["bandwidth_gb_s"] * 1e9,
                        prefill=prefill and 2 * active * prefill / peak / entry["count"] ** PIPELINE)
            cases.append(case)
    return cases


def predicted(case, fit, of=None):
    of = of or decode_class(case["of"])
    latency = case["layers"] + sum(fit[key] * case[key] for key in ("norms", "experts", "recurrent", "side"))
    return (case["bytes"] / (case["bandwidth"] * fit["share", of]) + latency * fit["latency", of] * 1e-6
            + (case["cards"] - 1) * fit["hop"] * 1e-6)


def decode_class(of):
    return "consumer" if of == "professional" else of


def loss(cases, fit):
    total = sum(case["weight"] * abs(math.log(predicted(case, fit) / case["seconds"])) for case in cases)
    for of in CLASSES[2:]:
        total += PRIOR * (math.log(fit["share", of] / fit["share", "consumer"]) / 0.15) ** 2
        total += PRIOR * (math.log(fit["latency", of] / fit["latency", "consumer"]) / 0.5) ** 2
    return total


def fit_decode(cases):
    counts = {}
    for case in cases:
        counts[case["device"]] = counts.get(case["device"], 0) + 1
    for case in cases:
        case["weight"] = (0.5 if case["file"] != "speed" else 1) / math.sqrt(counts[case["device"]])
    fit = {"norms": 0.5, "experts": 0.7, "recurrent": 0.4, "side": 0.6, "hop": 400.0}
    for of in (of for of in CLASSES if of == decode_class(of)):
        fit["share", of], fit["latency", of] = 0.8, 55.0
    for step in (0.3, 0.2, 0.1, 0.05, 0.05, 0.02, 0.02, 0.02, 0.02, 0.02):
        for key in fit:
            share = isinstance(key, tuple) and key[0] == "share"
            trials = [fit[key] * (1 + (step / 3 if share else step) * times) for times in (0, -3, -2, -1, 1, 2, 3)]
            trials = [min(value, 0.95) if share else value for value in trials]
            fit[key] = min(trials, key=lambda value: loss(cases, {**fit, key: value}))
    return fit


def fit_prefill(cases):
    shares = {}
    for case in cases:
        if case["prefill"]:
            shares.setdefault(case["of"], {}).setdefault(case["device"], []).append(case["prefill"])
    return {of: statistics.median(statistics.median(values) for values in devices.values())
            for of, devices in shares.items()}


def judge(label, pairs):
    """`pairs`: measured speed over the answer's, and the range."""
    errors = sorted(abs(1 / ratio - 1) for ratio, _ in pairs)
    near = sum(error <= 0.3 for error in errors) / len(errors)
    inside = sum(low <= ratio <= high for ratio, (low, high) in pairs) / len(errors)
    p95 = errors[min(len(errors) - 1, int(0.95 * len(errors)))]
    shares = " | ".join(f"{100 * share:.1f} %" for share in (near, statistics.median(errors), p95, inside))
    print(f"| {label} | {len(errors)} | {shares} |")


def main():
    cases = read_cases(sys.argv[1])
    everything = fit_decode(cases)
    print({"/".join(key) if isinstance(key, tuple) else key: round(value, 3) for key, value in everything.items()})
    print({of: round(value, 3) for of, value in fit_prefill(cases).items()})
    devices = sorted({case["device"] for case in cases})
    held, prefills = [], []
    for part in range(PARTS):
        out = set(devices[part::PARTS])
        rest = [case for case in cases if case["device"] not in out]
        fit, shares = fit_decode(rest), fit_prefill(rest)
        for case in cases:
            if case["device"] not in out:
                continue
            decode, prefill = SPREADS[case["of"]]
            held.append((case, predicted(case, fit) / case["seconds"], decode))
            if case["prefill"]:
                prefills.append((case, case["prefill"] / shares.get(case["of"], shares["professional"]), prefill))
    print("| held-out devices | cases | within 30 % | median | p95 | inside its range |\n|---|--:|--:|--:|--:|--:|")
    for kind, rows in (("decode", held), ("prefill", prefills)):
        for name in ("speed", "speed_community"):
            judge(f"{kind}, {name}", [(ratio, spread) for case, ratio, spread in rows if case["file"] == name])
        for of in CLASSES:
            found = [(ratio, spread) for case, ratio, spread in rows if case["of"] == of and case["file"] == "speed"]
            if found:
                judge(f"{kind}, speed, {of}", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
