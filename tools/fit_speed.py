#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the constants of core/speed/speed_constants.* on tests/measured/speed*.jsonl and judges them on held-out devices.

usage: fit_speed.py PATH-OF-vram-sizer-cli [--worst]

Devices, sorted by name, are dealt to four parts; each part is judged with constants fitted on the other three. The fit
minimises absolute errors of the logarithm (a median, so outliers do not pull), a device weighs as the square root of its
cases and community cases half, and a class is drawn towards the consumer cards' figures, so that one with few cases keeps
to what the others show. Cases that the report does not place whole on the cards are left out. Broken cases (broken_of: by
rules about what was reported, never by the answer) are not fitted; the tables judge with and without them. Experts are
counted by their share of the parameters here.
"""

import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLASSES = ("consumer", "professional", "stacked", "shared", "metal", "early", "amd")
PARTS = 4
PRIOR = 0.2
DRAWN = {"share": 0.15, "latency": 0.5}  # towards the consumer cards' figures, in logarithms
# What is not fitted (docs/formulas.md, "Speed").
MICRO_BATCH = 512
PROMPT = 1024
POWER = 0.25  # exponent of the board's power
WATT_TERAFLOPS = 0.5
HOPPER = 0.63  # without warp-group instructions (arXiv 2402.13499)
EXPERT_TILE = 96
# Ends of the ranges as shipped: decode, prefill.
SPREADS = {
    "consumer": ((0.80, 1.20), (0.60, 1.45)),
    "professional": ((0.80, 1.20), (0.60, 1.45)),
    "stacked": ((0.75, 1.25), (0.60, 1.45)),
    "shared": ((0.80, 1.20), (0.45, 1.70)),
    "metal": ((0.75, 1.20), (0.65, 1.40)),
    "early": ((0.75, 1.30), (0.65, 1.40)),
    "amd": ((0.75, 1.20), (0.50, 1.60)),
}
PLAIN = ("F16", "BF16", "F32")
EARLY = ("Apple GPU M1", "Apple GPU M2")


def class_of(gpu):
    if gpu["vendor"] == "apple":
        return "early" if gpu["architecture"] in EARLY else "metal"
    if gpu["vendor"] == "amd":
        return "amd"
    if gpu["class"] == "soc":
        return "shared"
    if gpu["memory_type"].startswith("HBM"):
        return "stacked"
    return "consumer" if gpu["class"] in ("consumer", "laptop") else "professional"


def peak_of(gpu):
    """Operations a second of dense 16-bit products with 16-bit sums, as far as the board's power carries them."""
    tensor, plain = gpu.get("fp16_tensor_tflops"), gpu["fp32_tflops"]
    if gpu["vendor"] == "apple" or not tensor:
        return plain * 1e12
    if gpu["vendor"] == "nvidia":
        tensor *= 2 if gpu["class"] in ("consumer", "laptop") and tensor < 6 * plain else 1
        tensor *= HOPPER if gpu["architecture"] == "Hopper" else 1
    return tensor * 1e12 * (gpu["tdp_w"] * WATT_TERAFLOPS / tensor) ** POWER


def clocks_of(gpu):
    """Clocks a second of all multiprocessors together."""
    return gpu["fp32_tflops"] * 1e12 / (2 * (128 if gpu["architecture"] in ("Hopper", "Blackwell") else 64))


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
    facts = {"layers": 0, "experts": 0, "recurrent": 0, "norms": 0, "side": 0, "idle": 0, "routed": 0,
             "attention": 0, "fill": 1e9}
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
            facts["routed"] += count * one * feed_forward["used_experts"]
            facts["fill"] = MICRO_BATCH * feed_forward["used_experts"] / feed_forward["experts"]
        attention = block.get("attention") or {}
        if attention.get("kind") == "grouped":
            width = attention["heads"] * (attention["head_dim"] + attention.get("value_dim", attention["head_dim"]))
            seen = min(PROMPT / 2, attention.get("window") or PROMPT)
            facts["attention"] += count * 2 * width * seen
    facts["fill"] /= facts["fill"] + EXPERT_TILE
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
            scenario, measured = row["scenario"], row["measured"]
            entry = scenario["machine"]["gpus"][0]
            gpu = gpus[entry["name"]]
            case = dict(models[scenario["model"]["catalog"]])
            weights = sum(device["weights"] for device in report["devices"])
            per_byte = report["model"]["parameters"] / report["tensor_bytes"]
            tokens = min(scenario["context"], PROMPT)
            prefill = measured.get("prefill_tok_s")
            case.update(id=row["id"], file=name, device=gpu["name"], cards=entry["count"], of=class_of(gpu),
                        model=scenario["model"]["catalog"], weights=scenario["weights"], on_cards=weights,
                        used=weights - case["idle"] / per_byte, per_byte=per_byte,
                        cache=report.get("kv_bytes_per_token", 0) * measured["at_depth"],
                        decode=1 / measured["decode_tok_s"], prefill=prefill and tokens / prefill,
                        bandwidth=gpu["bandwidth_gb_s"] * 1e9, peak=peak_of(gpu), plain=gpu["fp32_tflops"] * 1e12,
                        clocks=clocks_of(gpu), tokens=tokens, chunks=math.ceil(tokens / MICRO_BATCH),
                        active=report["model"]["active_parameters"], by_shaders=scenario["weights"] not in PLAIN,
                        expands=gpu["vendor"] == "nvidia" and (gpu.get("release_year") or 0) < 2025
                        and scenario["weights"] not in PLAIN, said=measured)
            cases.append(case)
    for case in cases:
        case["broken"] = {step: broken_of(case, cases, step) for step in ("decode", "prefill")}
    return cases


def broken_of(case, cases, step):
    """Whether what was reported shows that a case is of something else than its card with the whole model."""
    def alike(other, *keys):
        return other[step] and all(other[key] == case[key] for key in ("device", "cards", "model", *keys))
    said = case["said"]
    return bool(case[step]) and (
        said.get("backend") == "cpu"
        or said.get("peak_vram_gb_as_reported", math.inf) < 0.97 * case["on_cards"] / 1e9
        or any(case[step] > 1.5 * other[step] for other in cases if alike(other, "weights"))
        or (step == "prefill" and case["weights"] in PLAIN
            and any(case[step] > 2 * other[step] for other in cases if alike(other) and other["by_shaders"])))


def bandwidth_of(case, fit):
    of = decode_class(case["of"])
    bandwidth = case["bandwidth"] * fit["share", of]
    return min(bandwidth, case["clocks"] * fit["clock"]) if of == "stacked" else bandwidth


def latency_of(case, fit):
    layers = case["layers"] + sum(fit[key] * case[key] for key in ("norms", "experts", "recurrent", "side"))
    return layers * fit["latency", decode_class(case["of"])] * 1e-6


def decode_seconds(case, fit):
    memory = (case["used"] + case["cache"]) / bandwidth_of(case, fit)
    if case["of"] == "early" and case["by_shaders"]:
        memory = max(memory, case["used"] * case["per_byte"] * fit["shader"] / case["plain"])
    return memory + latency_of(case, fit) + (case["cards"] - 1) * fit["hop"] * 1e-6


def prefill_seconds(case, fit):
    routed = case["routed"] / case["fill"] - case["routed"]
    flops = (2 * (case["active"] + routed) + case["attention"]) * case["tokens"]
    seconds = max(flops / (case["peak"] * fit["compute", prefill_class(case["of"])]),
                  case["chunks"] * case["on_cards"] / bandwidth_of(case, fit))
    if case["expands"]:
        dense = case["on_cards"] - (case["idle"] + case["routed"]) / case["per_byte"]
        seconds += case["chunks"] * dense * (1 + 2 * case["per_byte"]) / bandwidth_of(case, fit)
    seconds += case["chunks"] * latency_of(case, fit)
    ideal = (case["chunks"] + case["cards"] - 1) / (case["chunks"] * case["cards"])
    return seconds * (1 - fit["overlap"] * (1 - ideal))


SECONDS = {"decode": decode_seconds, "prefill": prefill_seconds}


def decode_class(of):
    return "consumer" if of == "professional" else of


def prefill_class(of):
    return {"professional": "consumer", "stacked": "consumer", "shared": "consumer", "early": "metal"}.get(of, of)


def loss(step, cases, fit):
    total = sum(case["weight"] * abs(math.log(SECONDS[step](case, fit) / case[step])) for case in cases)
    for key, value in fit.items():
        if isinstance(key, tuple) and key[1] != "consumer" and key[0] in DRAWN:
            total += PRIOR * (math.log(value / fit[key[0], "consumer"]) / DRAWN[key[0]]) ** 2
    return total


def descend(step, cases, fit, keys):
    """Coordinate descent over `keys` of `fit`."""
    cases = [case for case in cases if case[step] and not case["broken"][step]]
    counts = {}
    for case in cases:
        counts[case["device"]] = counts.get(case["device"], 0) + 1
    for case in cases:
        case["weight"] = (0.5 if case["file"] != "speed" else 1) / math.sqrt(counts[case["device"]])
    for width in (0.3, 0.2, 0.1, 0.05, 0.05, 0.02, 0.02, 0.02, 0.02, 0.02):
        for key in keys:
            share = isinstance(key, tuple) and key[0] == "share"
            trials = [fit[key] * (1 + (width / 3 if share else width) * times) for times in (0, -3, -2, -1, 1, 2, 3)]
            trials = [min(value, 0.95) if share else value for value in trials if value > 0]
            fit[key] = min(trials, key=lambda value: loss(step, cases, {**fit, key: value}))
    return fit


def fit_all(cases):
    fit = {"norms": 0.5, "experts": 0.7, "recurrent": 0.4, "side": 0.6, "hop": 400.0, "clock": 7.0, "shader": 30.0}
    for of in dict.fromkeys(decode_class(of) for of in CLASSES):
        fit["share", of], fit["latency", of] = 0.8, 55.0
    fit = descend("decode", cases, fit, list(fit))
    prefill = {("compute", of): 0.4 for of in dict.fromkeys(prefill_class(of) for of in CLASSES)} | {"overlap": 0.7}
    return descend("prefill", cases, fit | prefill, list(prefill))


def judge(label, rows):
    """`rows`: the answer's speed over the measured one, and the range."""
    errors = sorted(abs(ratio - 1) for ratio, _ in rows)
    near = sum(error <= 0.3 for error in errors) / len(errors)
    inside = sum(low <= 1 / ratio <= high for ratio, (low, high) in rows) / len(errors)
    p95 = errors[min(len(errors) - 1, int(0.95 * len(errors)))]
    shares = " | ".join(f"{100 * share:.1f} %" for share in (near, statistics.median(errors), p95, inside))
    print(f"| {label} | {len(errors)} | {shares} |")


def print_tables(held):
    print("| held-out devices | cases | within 30 % | median | p95 | inside its range |\n|---|--:|--:|--:|--:|--:|")
    for step, rows in held.items():
        for name in ("speed", "speed_community"):
            of_file = [row for row in rows if row[0]["file"] == name]
            judge(f"{step}, {name}", [row[1:] for row in of_file])
            judge(f"{step}, {name}, without broken", [row[1:] for row in of_file if not row[0]["broken"][step]])
        for of in CLASSES:
            found = [row[1:] for row in rows
                     if row[0]["of"] == of and row[0]["file"] == "speed" and not row[0]["broken"][step]]
            if found:
                judge(f"{step}, speed, {of}", found)


def main():
    cases = read_cases(sys.argv[1])
    everything = fit_all(cases)
    print({"/".join(key) if isinstance(key, tuple) else key: round(value, 3) for key, value in everything.items()})
    devices = sorted({case["device"] for case in cases})
    held = {"decode": [], "prefill": []}
    for part in range(PARTS):
        out = set(devices[part::PARTS])
        fit = fit_all([case for case in cases if case["device"] not in out])
        for step, rows in held.items():
            rows += [(case, case[step] / SECONDS[step](case, fit), SPREADS[case["of"]][step == "prefill"])
                     for case in cases if case["device"] in out and case[step]]
    print_tables(held)
    if "--worst" in sys.argv:
        for step, rows in held.items():
            for case, ratio, (low, high) in sorted(rows, key=lambda row: row[1]):
                if not low <= 1 / ratio <= high or abs(ratio - 1) > 0.3:
                    print(f"{step} {ratio:.2f}{' broken' if case['broken'][step] else ''} {case['id']} {case['device']} "
                          f"x{case['cards']} {case['model'].split('/')[-1]} {case['weights']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
