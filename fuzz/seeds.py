#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds of the fuzz targets: fuzz/seeds.py FOLDER makes FOLDER/<target>/ with small files, and
FOLDER/<target>.dict with the words that the readers look for."""

import json
import pathlib
import re
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Value types of a GGUF: the letter of `struct` for each.
NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
STRING, ARRAY = 8, 9


def text(value):
    data = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(data)) + data


def element(kind, value):
    return text(value) if kind == STRING else struct.pack("<" + NUMBERS[kind], value)


def entry(key, kind, value):
    if kind == ARRAY:
        of, values = value
        body = struct.pack("<IQ", of, len(values)) + b"".join(element(of, each) for each in values)
    else:
        body = element(kind, value)
    return text(key) + struct.pack("<I", kind) + body


def gguf(architecture, keys, tensors, version=3, alignment=32, data=True):
    """`keys`: (key, type, value); `tensors`: (name, dimensions), all in 32-bit floats. Without its data a header may
    claim any size."""
    entries = [entry("general.architecture", STRING, architecture)]
    entries += [entry(key.replace("*", architecture), kind, value) for key, kind, value in keys]
    infos, offset = [], 0
    for name, dimensions in tensors:
        elements = 1
        for dimension in dimensions:
            elements *= dimension
        infos.append(text(name) + struct.pack("<I", len(dimensions)) + struct.pack(f"<{len(dimensions)}Q", *dimensions)
                     + struct.pack("<IQ", 0, offset))
        offset += -(-4 * elements // alignment) * alignment
    head = b"GGUF" + struct.pack("<IQQ", version, len(infos), len(entries)) + b"".join(entries) + b"".join(infos)
    return head + bytes(-len(head) % alignment + offset if data else 0)


def dense(layers=2, width=8, heads=2, kv_heads=1, vocabulary=4):
    head = width // heads
    tensors = [("token_embd.weight", [width, vocabulary]), ("output_norm.weight", [width])]
    for i in range(layers):
        block = f"blk.{i}."
        tensors += [(block + "attn_norm.weight", [width]), (block + "attn_q.weight", [width, head * heads]),
                    (block + "attn_k.weight", [width, head * kv_heads]),
                    (block + "attn_v.weight", [width, head * kv_heads]),
                    (block + "attn_output.weight", [head * heads, width]), (block + "ffn_norm.weight", [width]),
                    (block + "ffn_gate.weight", [width, 12]), (block + "ffn_up.weight", [width, 12]),
                    (block + "ffn_down.weight", [12, width])]
    keys = [("*.block_count", 4, layers), ("*.context_length", 4, 64), ("*.embedding_length", 4, width),
            ("*.feed_forward_length", 4, 12), ("*.attention.head_count", 4, heads),
            ("*.attention.head_count_kv", 4, kv_heads), ("*.rope.freq_base", 6, 10000.0),
            ("*.attention.layer_norm_rms_epsilon", 6, 1e-5)]
    return keys, tensors


def experts():
    keys, tensors = dense(layers=1)
    tensors = [each for each in tensors if "ffn_" not in each[0]]
    tensors += [("blk.0.ffn_norm.weight", [8]), ("blk.0.ffn_gate_inp.weight", [8, 4]),
                ("blk.0.ffn_gate_exps.weight", [8, 6, 4]), ("blk.0.ffn_up_exps.weight", [8, 6, 4]),
                ("blk.0.ffn_down_exps.weight", [6, 8, 4])]
    return keys + [("*.expert_count", 4, 4), ("*.expert_used_count", 4, 2)], tensors


def latent():
    keys = [("*.block_count", 4, 1), ("*.embedding_length", 4, 8), ("*.attention.head_count", 4, 2),
            ("*.attention.head_count_kv", 4, 1), ("*.attention.key_length", 4, 8),
            ("*.attention.value_length", 4, 6), ("*.attention.key_length_mla", 4, 6),
            ("*.attention.value_length_mla", 4, 4), ("*.attention.kv_lora_rank", 4, 6),
            ("*.rope.dimension_count", 4, 2)]
    tensors = [("token_embd.weight", [8, 4]), ("output.weight", [8, 4]), ("output_norm.weight", [8]),
               ("blk.0.attn_norm.weight", [8]), ("blk.0.attn_q.weight", [8, 12]),
               ("blk.0.attn_kv_a_mqa.weight", [8, 8]), ("blk.0.attn_kv_a_norm.weight", [6]),
               ("blk.0.attn_k_b.weight", [4, 6, 2]), ("blk.0.attn_v_b.weight", [6, 4, 2]),
               ("blk.0.attn_output.weight", [8, 8]), ("blk.0.ffn_norm.weight", [8]),
               ("blk.0.ffn_gate.weight", [8, 12]), ("blk.0.ffn_up.weight", [8, 12]), ("blk.0.ffn_down.weight", [12, 8])]
    return keys, tensors


def recurrent():
    keys = [("*.block_count", 4, 1), ("*.embedding_length", 4, 8), ("*.ssm.conv_kernel", 4, 4),
            ("*.ssm.inner_size", 4, 16), ("*.ssm.state_size", 4, 2), ("*.ssm.time_step_rank", 4, 2)]
    tensors = [("token_embd.weight", [8, 4]), ("output_norm.weight", [8]), ("blk.0.attn_norm.weight", [8]),
               ("blk.0.ssm_in.weight", [8, 32]), ("blk.0.ssm_conv1d.weight", [4, 16]), ("blk.0.ssm_conv1d.bias", [16]),
               ("blk.0.ssm_x.weight", [16, 6]), ("blk.0.ssm_dt.weight", [2, 16]), ("blk.0.ssm_dt.bias", [16]),
               ("blk.0.ssm_a", [2, 16]), ("blk.0.ssm_d", [16]), ("blk.0.ssm_out.weight", [16, 8])]
    return keys, tensors


def twice(keys, tensors):
    """The same model with a second layer like its first."""
    keys = [(key, kind, 2 if key == "*.block_count" else value) for key, kind, value in keys]
    return keys, tensors + [(name.replace("blk.0.", "blk.1."), size) for name, size in tensors if "blk.0." in name]


def gguf_seeds():
    keys, tensors = dense()
    window = [("*.attention.sliding_window", 4, 16), ("*.attention.sliding_window_pattern", ARRAY, (7, [True, False]))]
    per_layer = [each for each in keys if "head_count_kv" not in each[0]]
    yield gguf("llama", keys, tensors)
    yield gguf("llama", keys, tensors, version=2)
    yield gguf("gemma3", keys + window, tensors)
    yield gguf("gemma3", keys + window[:1], tensors)
    yield gguf("qwen3next", keys + [("*.full_attention_interval", 4, 4)], tensors)
    yield gguf("openelm", per_layer + [("*.attention.head_count_kv", ARRAY, (5, [1, 1]))], tensors)
    large_keys, large = dense(width=1 << 23, heads=1 << 15, kv_heads=1 << 15, vocabulary=1 << 20)
    yield gguf("llama", large_keys, large, data=False)
    yield gguf("llama", keys, [(name, [2**40, 2**17]) for name, _ in tensors[:2]] + tensors[2:], data=False)
    yield gguf("deepseek2", latent()[0], [(name, [2**18] * len(size)) for name, size in latent()[1]], data=False)
    yield gguf("mamba", recurrent()[0], [(name, [2**18] * len(size)) for name, size in recurrent()[1]], data=False)
    yield gguf("qwen3moe", experts()[0], [(name, [2**18] * len(size)) for name, size in experts()[1]], data=False)
    for architecture, model in [("qwen3moe", experts()), ("deepseek2", latent()), ("mamba", recurrent())]:
        yield gguf(architecture, *twice(*model))
    yield gguf("qwen3moe", *experts())
    yield gguf("deepseek2", *latent())
    yield gguf("mamba", *recurrent())
    yield gguf("clip", [("clip.has_vision_encoder", 7, True)], [("v.patch_embd.weight", [4, 4])])
    yield gguf("llama", [("general.type", STRING, "adapter"), ("adapter.type", STRING, "lora")], [("a", [8])])
    split = [("split.no", 2, 0), ("split.count", 2, 2), ("split.tensors.count", 5, len(tensors) * 2)]
    yield gguf("llama", keys + split, tensors)
    values = [(f"t{kind}", kind, 1) for kind in NUMBERS]
    arrays = [(f"a{kind}", ARRAY, (kind, [1, 0, 1])) for kind in NUMBERS]
    words = [("tokenizer.ggml.tokens", ARRAY, (STRING, ["a", "", "\u00e9"])), ("general.name", STRING, b"a\xff")]
    yield gguf("llama", [("general.alignment", 4, 64)] + values + arrays + words, [("a", [3, 2]), ("b", [1])],
               alignment=64)


def safetensors(tensors, metadata=None, data=True):
    """`tensors`: (name, type, shape, bytes)."""
    header, offset = ({"__metadata__": metadata} if metadata else {}), 0
    for name, kind, shape, size in tensors:
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + size]}
        offset += size
    text_ = json.dumps(header).encode()
    return struct.pack("<Q", len(text_)) + text_ + bytes(offset if data else 0)


def checkpoint(width, layers=1, kind="BF16"):
    shapes = {"self_attn.q_proj": [width, width], "self_attn.k_proj": [width // 2, width],
              "self_attn.v_proj": [width // 2, width], "self_attn.o_proj": [width, width],
              "mlp.gate_proj": [2 * width, width], "mlp.up_proj": [2 * width, width],
              "mlp.down_proj": [width, 2 * width]}
    yield "model.embed_tokens.weight", kind, [4, width], 8 * width
    yield "model.norm.weight", kind, [width], 2 * width
    for i in range(layers):
        block = f"model.layers.{i}."
        yield block + "input_layernorm.weight", kind, [width], 2 * width
        yield block + "post_attention_layernorm.weight", kind, [width], 2 * width
        for name, shape in shapes.items():
            yield block + name + ".weight", kind, shape, 2 * shape[0] * shape[1]


def safetensors_seeds():
    yield safetensors(checkpoint(8), {"format": "pt"})
    yield safetensors(checkpoint(8, 2))
    yield safetensors(checkpoint(1 << 20), data=False)
    yield safetensors([("a.qweight", "I32", [1, 8], 32), ("a.qzeros", "I32", [1, 1], 4), ("a.scales", "F16", [1, 8], 16),
                       ("a.g_idx", "I32", [8], 32)])
    yield safetensors([("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", "F32", [2, 8], 64),
                       ("base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight", "F32", [8, 2], 64)])
    experts_ = [(f"model.layers.0.mlp.experts.{i}.down_proj.weight", "F8_E4M3", [8, 4], 32) for i in range(3)]
    yield safetensors(experts_ + [("model.layers.0.mlp.gate.weight", "F32", [3, 8], 96), ("scalar", "BOOL", [], 1)])
    yield struct.pack("<Q", 2) + b"{}"


def index_seeds():
    for kind in ["model-{:05}-of-00002.safetensors", "pytorch_model-{:05}-of-00002.bin"]:
        names = [name for name, *_ in checkpoint(8, 2)]
        weights = {name: kind.format(1 + i % 2) for i, name in enumerate(names)}
        yield json.dumps({"metadata": {"total_size": 1000}, "weight_map": weights}).encode()
        yield json.dumps({"weight_map": {}}).encode()
    yield json.dumps({"metadata": {"total_size": -1}, "weight_map": {"a": "../../etc/passwd"}}).encode()


def config_seeds():
    for path in sorted((ROOT / "tests" / "data" / "config").glob("*.json")):
        yield json.dumps(json.loads(path.read_text())).encode()


def listing_seeds():
    files = ["config.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors",
             "model.safetensors.index.json", "Q4_K_M/a-00001-of-00002.gguf", "Q4_K_M/a-00002-of-00002.gguf", "a-Q8_0.gguf",
             "mmproj-F16.gguf", "../a.gguf"]
    hub = [{"type": "file", "oid": "0" * 40, "size": 9, "path": name} for name in files]
    hub += [{"type": "directory", "oid": "0" * 40, "size": 0, "path": "Q4_K_M"},
            {"type": "file", "oid": "0" * 40, "size": 130, "path": "b.gguf", "lfs": {"oid": "0" * 64, "size": 10**10}}]
    yield b"\0" + json.dumps(hub).encode()
    scope = [{"Type": "blob", "Path": name, "Size": 9, "Sha256": "0" * 64} for name in files]
    yield b"\1" + json.dumps({"Code": 200, "Data": {"Files": scope}}).encode()


def memory_table():
    """The firmware's: a board, then two modules (SMBIOS type 17)."""
    def structure(kind, fields, strings):
        head = struct.pack("<BBH", kind, 4 + len(fields), 0)
        return head + fields + b"".join(each + b"\0" for each in strings) + b"\0"
    module = bytearray(0x58)
    struct.pack_into("<HHH", module, 4, 64, 64, 0x4000)
    struct.pack_into("<BBB", module, 12, 1, 2, 0x22)
    struct.pack_into("<H", module, 17, 5600)
    struct.pack_into("<H", module, 28, 5600)
    modules = [structure(17, bytes(module), [b"DIMM 0", b"P0 CHANNEL " + letter]) for letter in (b"A", b"B")]
    return structure(2, b"\1\0", [b"Board"]) + b"".join(modules)


def machine_seeds():
    """The number of the reader, an exit status, the text."""
    folder = ROOT / "tests" / "data" / "machines"
    for path in sorted((folder / "nvidia-smi").iterdir()):
        yield b"\0" + (b"\0" if path.suffix == ".csv" else b"\1") + path.read_bytes()
    yield b"\1\0" + (folder / "apple" / "system_profiler.json").read_bytes()
    yield b"\2\0" + (folder / "apple" / "sysctl.txt").read_bytes()
    for path in sorted(folder.glob("*.tree")):
        files = dict(re.findall(r"^(\S+) \{\n(.*?)^\}$", path.read_text(), re.M | re.S))
        for reader, name in [(3, "proc/meminfo"), (4, "proc/cpuinfo"), (6, "run/udev/data/+dmi:id")]:
            if name in files:
                yield bytes([reader, 0]) + files[name].encode()
    yield b"\5\0" + memory_table()
    yield b"\7\0" + b"0-3,8"
    yield b"\7\0" + b"Model: NVIDIA GeForce RTX 4090\n"
    yield b"\x08\0" + b"DDR5-5600"


def scenario_seeds():
    for path in sorted((ROOT / "tests" / "measured").glob("*.jsonl")):
        lines = path.read_text().splitlines()
        for line in lines[:: max(1, len(lines) // 20)]:
            case = json.loads(line)
            if "scenario" in case:
                yield json.dumps(case["scenario"]).encode()


def link_seeds():
    yield b"vram-sizer:?model=Qwen/Qwen3-32B&weights=Q4_K_M&context=32k&gpu=2x+RTX+4090&gpu=RTX+3090"
    yield b"Look: <vram-sizer:?model.parameters=7000000000&weights=NF4&task=qlora&context=4k&training.lora_rank=16>"
    yield b"vram-sizer:///?model.file=hf:org/name:a%20b.gguf&context=128K&runtime=vLLM&runtime.version=0.19&kv_cache.k=fp8"
    yield b"vram-sizer:?model=a&placement.ratios=%5B1,2.5%5D&extras.draft.model=b&extras.mtp=true&seen.note=x%0Ay&row=CPU"
    yield b"vram-sizer:?model.config=%7B%22hidden_size%22:4096%7D&machine.ram_gib=31.25&view.sort=-memory"


CATALOG_FILES = ["models.json", "gpus.json", "weight_formats.json", "kv_formats.json", "instances.json"]


def catalog_seeds():
    """The number of the file, then a file with one or two entries."""
    for number, name in enumerate(CATALOG_FILES):
        whole = json.loads((ROOT / "resources" / "catalog" / name).read_text())
        for key, entries in whole.items():
            if not isinstance(entries, list):
                continue
            for entry_ in entries[:: max(1, len(entries) // 25)]:
                yield bytes([number]) + json.dumps({**whole, key: [entry_]}).encode()


SEEDS = {
    "catalog": catalog_seeds,
    "config": config_seeds,
    "gguf": gguf_seeds,
    "index": index_seeds,
    "link": link_seeds,
    "listing": listing_seeds,
    "machine": machine_seeds,
    "safetensors": safetensors_seeds,
    "scenario": scenario_seeds,
}


# Whose string literals are words of the format.
WORDS = {
    "catalog": ["core/catalog"],
    "config": ["core/source/config"],
    "gguf": ["core/source/gguf"],
    "index": ["core/source/safetensors"],
    "link": ["core/scenario"],
    "listing": ["core/source/repository_listing.cpp", "core/source/repository_files.cpp"],
    "machine": ["core/hardware"],
    "safetensors": ["core/source/safetensors"],
    "scenario": ["core/scenario", "core/catalog/runtime_table.cpp"],
}


def words(places):
    found = set()
    for place in places:
        path = ROOT / place
        for source in sorted(path.rglob("*.cpp")) if path.is_dir() else [path] if path.exists() else []:
            found.update(re.findall(r'"([a-zA-Z][\w.]{1,60})"', source.read_text()))
    return sorted(found)


def main():
    folder = pathlib.Path(sys.argv[1])
    for target, seeds in SEEDS.items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds()):
            (folder / target / f"seed{number:03}").write_bytes(seed)
        lines = [f'"{word}"\n' for word in words(WORDS[target])]
        (folder / f"{target}.dict").write_text("".join(lines))


main()
