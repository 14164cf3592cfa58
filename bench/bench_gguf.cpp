// SPDX-License-Identifier: GPL-3.0-or-later
// What reading the header of a GGUF costs, to the full list of tensors and to the model's description.
// usage: bench_gguf FILE [RUNS]; bench/other_reader.mjs measures another reader beside it.
#include "core/source/gguf/gguf_model.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double medianOf(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: bench_gguf FILE [RUNS]\n";
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 21;
    std::vector<double> reading;
    std::vector<double> describing;
    std::size_t tensors = 0;
    for (int i = 0; i < runs; ++i) {
        const Clock::time_point start = Clock::now();
        vram::FileSource source(argv[1]);
        const auto file = source.error() ? vram::Result<vram::GgufFile>(*source.error()) : vram::readGguf(source);
        const Clock::time_point read = Clock::now();
        if (!file) {
            std::cerr << "cannot be read: " << file.error().where << '\n';
            return 1;
        }
        const auto described = vram::describeGguf({&*file, 1});
        const Clock::time_point end = Clock::now();
        if (!described) {
            std::cerr << "is no model: " << described.error().where << '\n';
            return 1;
        }
        tensors = file->tensors.size();
        reading.push_back(std::chrono::duration<double, std::milli>(read - start).count());
        describing.push_back(std::chrono::duration<double, std::milli>(end - read).count());
    }
    std::cout << "tensors " << tensors << "\nread_ms " << medianOf(reading) << "\nbest_read_ms "
              << *std::ranges::min_element(reading) << "\ndescribe_ms " << medianOf(describing) << '\n';
    return 0;
}
