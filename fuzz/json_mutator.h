// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t mostSize);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize,
                                               unsigned seed);

namespace vram::fuzz {

/// Changes one value of a JSON text, so that the text stays JSON and reaches what lies behind the parser; every third
/// time, or where it is no JSON, bytes as libFuzzer does. The first `prefix` bytes are none of the text.
class JsonMutator {
public:
    JsonMutator(unsigned seed, std::size_t prefix) : m_random(seed), m_prefix(prefix) {}

    std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t mostSize) {
        if (size <= m_prefix || below(3) == 0) {
            return LLVMFuzzerMutate(data, size, mostSize);
        }
        const std::string_view text(reinterpret_cast<const char*>(data) + m_prefix, size - m_prefix);
        Json json = Json::parse(text, nullptr, false);
        if (json.is_discarded()) {
            return LLVMFuzzerMutate(data, size, mostSize);
        }
        std::vector<Json*> values;
        collect(json, values);
        change(*values[below(values.size())], *values[below(values.size())]);
        const std::string changed = json.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (changed.size() > mostSize - m_prefix) {
            return LLVMFuzzerMutate(data, size, mostSize);
        }
        std::copy(changed.begin(), changed.end(), data + m_prefix);
        return m_prefix + changed.size();
    }

private:
    using Json = nlohmann::ordered_json;

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random()) % count; }

    static void collect(Json& value, std::vector<Json*>& values) {
        values.push_back(&value);
        if (value.is_structured()) {
            for (Json& child : value) {
                collect(child, values);
            }
        }
    }

    Json hostile() {
        static const std::array kValues{Json(0),
                                        Json(-1),
                                        Json(1),
                                        Json(2),
                                        Json(3),
                                        Json(7),
                                        Json(64),
                                        Json(4095),
                                        Json(65536),
                                        Json(2147483648),
                                        Json(3.5),
                                        Json(1e-300),
                                        Json(1e18),
                                        Json(1e308),
                                        Json(""),
                                        Json(nullptr),
                                        Json(true),
                                        Json(false),
                                        Json("auto"),
                                        Json("none"),
                                        Json("f16"),
                                        Json("q4"),
                                        Json::array(),
                                        Json::object(),
                                        Json("\u202e"),
                                        Json("32"),
                                        Json(INT64_MAX),
                                        Json(UINT64_MAX),
                                        Json(std::string(200, 'x'))};
        return kValues[below(kValues.size())];
    }

    void change(Json& value, const Json& other) {
        switch (below(6)) {
        case 0:
            value = Json(other); // a copy: it may be a part of `value`
            return;
        case 1:
            if (value.is_structured() && !value.empty()) {
                value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size()))));
                return;
            }
            break;
        case 2:
            if (value.is_array()) {
                value.push_back(value.empty() ? hostile() : Json(value[below(value.size())]));
                return;
            }
            break;
        case 3:
            if (value.is_number_integer() && std::abs(value.get<std::int64_t>() / 4) < INT64_MAX / 8) {
                const std::int64_t number = value.get<std::int64_t>();
                value = below(2) == 0 ? number + 1 : number * 2;
                return;
            }
            break;
        default:
            break;
        }
        value = hostile();
    }

    std::minstd_rand m_random;
    std::size_t m_prefix;
};

} // namespace vram::fuzz
