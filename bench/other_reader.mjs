// SPDX-License-Identifier: GPL-3.0-or-later
// The npm package @huggingface/gguf on the same file, to compare with bench_gguf.
// usage, in a folder of its own: npm install @huggingface/gguf && node other_reader.mjs FILE
import { gguf } from "@huggingface/gguf";

const times = [];
let tensors = 0;
for (let run = 0; run < 7; ++run) {
    const start = performance.now();
    tensors = (await gguf(process.argv[2], { allowLocalFile: true })).tensorInfos.length;
    times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(`tensors ${tensors}\nread_ms ${times[3].toFixed(1)}\nbest_read_ms ${times[0].toFixed(1)}`);
