// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/catalog/names.h"

#include <algorithm>

namespace vram {

namespace {

template <typename Entry>
const Entry* lookUp(const std::vector<Entry>& entries, const std::unordered_map<std::string, std::size_t>& index,
                    const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &entries[found->second];
}

bool sameName(std::string_view a, std::string_view b) { return normaliseName(a) == normaliseName(b); }

} // namespace

const CatalogModel* Catalog::findModel(std::string_view name) const {
    return lookUp(m_models, m_modelIndex, normaliseName(name));
}

const Gpu* Catalog::findGpu(std::string_view name) const {
    const std::string key = normaliseGpuName(name);
    if (key.empty()) {
        return nullptr;
    }
    if (const Gpu* gpu = lookUp(m_gpus, m_gpuIndex, key)) {
        return gpu;
    }
    if (key.back() == 'g') { // "RTX 4090 24G"
        if (const Gpu* gpu = lookUp(m_gpus, m_gpuIndex, key + 'b')) {
            return gpu;
        }
    }
    // "4090", "7900 XTX": the number is the name, people leave the series out.
    for (const std::string_view series : {"rtx", "gtx", "rx", "arc"}) {
        if (const Gpu* gpu = lookUp(m_gpus, m_gpuIndex, std::string(series) + key)) {
            return gpu;
        }
    }
    return nullptr;
}

const WeightFormat* Catalog::findWeightFormat(std::string_view name) const {
    return lookUp(m_weightFormats, m_weightFormatIndex, normaliseName(name));
}

const KvFormat* Catalog::findKvFormat(std::string_view runtimeGroup, std::string_view name) const {
    for (const KvFormat& format : m_kvFormats) {
        if (!sameName(format.runtimeGroup, runtimeGroup)) {
            continue;
        }
        const auto matches = [name](const std::string& alias) { return sameName(alias, name); };
        if (matches(format.id) || std::any_of(format.aliases.begin(), format.aliases.end(), matches)) {
            return &format;
        }
    }
    return nullptr;
}

std::optional<WeightFormat> Catalog::weightFormatIn(std::string_view name, std::span<const Container> loadable) const {
    const WeightFormat* format = findWeightFormat(name);
    const auto loads = [loadable](Container kind) {
        return std::find(loadable.begin(), loadable.end(), kind) != loadable.end();
    };
    if (format == nullptr) {
        return std::nullopt;
    }
    if (loads(format->container)) {
        return *format;
    }
    const auto also = std::find_if(format->alsoIn.begin(), format->alsoIn.end(), loads);
    if (also != format->alsoIn.end()) {
        WeightFormat stored = *format;
        stored.container = *also;
        return stored;
    }
    if (loads(Container::Gguf) && !format->ggufEquivalent.empty()) {
        if (const WeightFormat* equivalent = findWeightFormat(format->ggufEquivalent)) {
            return *equivalent;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Catalog::nearestModels(std::string_view name, std::size_t most) const {
    // People leave the publisher out: where the name asked for has none, the ids are compared without theirs.
    const bool withPublisher = name.find('/') != std::string_view::npos;
    std::vector<std::string_view> candidates;
    for (const CatalogModel& model : m_models) {
        const std::string_view id = model.id;
        const std::size_t slash = id.find('/');
        candidates.push_back(withPublisher || slash == std::string_view::npos ? id : id.substr(slash + 1));
    }
    return nearestNames(name, candidates, most);
}

std::vector<std::string> Catalog::nearestGpus(std::string_view name, std::size_t most) const {
    std::vector<std::string_view> candidates;
    for (const Gpu& gpu : m_gpus) {
        candidates.push_back(gpu.name);
    }
    return nearestNames(name, candidates, most);
}

std::vector<std::string> Catalog::nearestWeightFormats(std::string_view name, std::size_t most) const {
    std::vector<std::string_view> candidates;
    for (const WeightFormat& format : m_weightFormats) {
        if (format.offered) {
            candidates.push_back(format.id);
        }
    }
    return nearestNames(name, candidates, most);
}

} // namespace vram
