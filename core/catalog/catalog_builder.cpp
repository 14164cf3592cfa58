// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_builder.h"

#include "core/catalog/entry_readers.h"
#include "core/catalog/model_reader.h"
#include "core/catalog/names.h"

#include <algorithm>

namespace vram {

namespace {

constexpr std::int64_t kSchema = 1;

std::string entryLabel(const Json& entry, std::string_view nameKey, std::size_t position) {
    if (entry.is_object()) {
        const auto found = entry.find(std::string(nameKey));
        if (found != entry.end() && found->is_string() && !found->get_ref<const std::string&>().empty()) {
            return abbreviate(found->get_ref<const std::string&>());
        }
    }
    return '#' + std::to_string(position + 1);
}

/// The table of abbreviations for sources that a file may have, by abbreviation.
std::vector<std::pair<std::string, std::string>> readSources(ObjectReader& file, std::string_view shownName,
                                                             std::vector<Error>& problems) {
    std::vector<std::pair<std::string, std::string>> sources;
    if (const Json* table = file.object("sources")) {
        ObjectReader reader(*table, std::string(shownName) + ": sources: ", problems);
        for (const auto& entry : table->items()) {
            if (std::optional<std::string> text = reader.string(entry.key())) {
                sources.emplace_back(entry.key(), std::move(*text));
            }
        }
    }
    return sources;
}

/// `source` with each of its parts ("spec; bus") that is an abbreviation written out.
std::string writtenOut(const std::string& source, const std::vector<std::pair<std::string, std::string>>& sources) {
    constexpr std::string_view kSeparator = "; ";
    std::string result;
    std::string_view rest = source;
    while (!sources.empty() && !rest.empty()) {
        const std::size_t end = rest.find(kSeparator);
        const std::string_view part = rest.substr(0, end);
        const auto known =
            std::find_if(sources.begin(), sources.end(), [part](const auto& entry) { return entry.first == part; });
        result += result.empty() ? "" : kSeparator;
        result += known == sources.end() ? part : std::string_view(known->second);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + kSeparator.size());
    }
    return sources.empty() ? source : result;
}

/// "rtx3060" of "rtx306012gb" where the name ends in the card's own memory; empty otherwise.
std::string withoutMemory(const std::string& key, Bytes memory) {
    const std::string suffix = std::to_string(memory.count() / kGiB.count()) + "gb";
    const bool ends = key.size() > suffix.size() && key.compare(key.size() - suffix.size(), suffix.size(), suffix) == 0;
    return ends ? key.substr(0, key.size() - suffix.size()) : std::string{};
}

/// The one dense feed-forward and grouped attention of every block, or nothing where the model is of another make.
std::optional<ShapePoint> shapeOf(const CatalogModel& model) {
    const Architecture& architecture = *model.architecture;
    if (architecture.visionParameters > 0 || architecture.audioParameters > 0 || architecture.layerCount() == 0 ||
        model.confidence == Confidence::Low) {
        return std::nullopt;
    }
    for (const Block& block : architecture.blocks) {
        const auto* attention = std::get_if<GroupedAttention>(&block.attention);
        const auto* feedForward = std::get_if<DenseFeedForward>(&block.feedForward);
        if (attention == nullptr || feedForward == nullptr || !feedForward->gated || block.recurrent ||
            attention->windowKind != WindowKind::Full || attention->kvHeads >= attention->heads) {
            return std::nullopt;
        }
    }
    const Block& block = architecture.layer(0);
    const auto& attention = std::get<GroupedAttention>(block.attention);
    return ShapePoint{model.parameters,
                      architecture.layerCount(),
                      architecture.hiddenSize,
                      std::get<DenseFeedForward>(block.feedForward).width,
                      attention.heads,
                      attention.kvHeads,
                      attention.headDim,
                      architecture.vocabSize,
                      architecture.tiedEmbeddings};
}

} // namespace

CatalogBuilder::CatalogBuilder() : m_catalog(std::make_shared<Catalog>()) {
    m_catalog->m_models.reserve(320);
    m_catalog->m_gpus.reserve(320);
}

template <typename Entry, typename Read, typename Key>
void CatalogBuilder::readList(const File& file, std::string_view nameKey, std::vector<Entry>& entries, Origins& origins,
                              Read read, Key keyOf) {
    const Json& list = *file.list;
    ++origins.file;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string where = std::string(file.shownName) + ": " + entryLabel(list[i], nameKey, i);
        std::optional<Entry> entry = read(list[i], where, m_problems);
        if (!entry) {
            continue;
        }
        entry->source = writtenOut(entry->source, file.sources);
        const std::string key = keyOf(*entry);
        if (key.empty()) {
            m_problems.push_back({ErrorCode::MissingKey, where + ": " + std::string(nameKey), {std::string(nameKey)}});
            continue;
        }
        const auto [known, isNew] = origins.byKey.try_emplace(key, entries.size());
        if (isNew) {
            entries.push_back(std::move(*entry));
            origins.where.push_back(where);
            origins.fileOf.push_back(origins.file);
        } else if (origins.fileOf[known->second] == origins.file) {
            m_problems.push_back({ErrorCode::Duplicate, where + ": " + std::string(nameKey), {where}});
        } else {
            entries[known->second] = std::move(*entry);
            origins.where[known->second] = where;
            origins.fileOf[known->second] = origins.file;
        }
    }
}

void CatalogBuilder::addFile(std::string_view kind, std::string_view shownName, std::string_view text) {
    const auto position = std::find(kFileNames.begin(), kFileNames.end(), kind);
    if (position == kFileNames.end()) {
        return;
    }
    constexpr std::size_t kMostBytes = 16U << 20U;
    const Result<Json> parsed = parseJson(text, shownName, kMostBytes);
    if (!parsed) {
        m_problems.push_back(parsed.error());
        return;
    }
    const std::string_view listKey = kind.substr(0, kind.find('.'));
    ObjectReader reader(*parsed, std::string(shownName) + ": ", m_problems);
    if (const auto schema = reader.integer("schema", 1, 1'000'000); schema && *schema > kSchema) {
        reader.fail(ErrorCode::UnsupportedSchema, "schema", {std::to_string(*schema), std::to_string(kSchema)});
        return;
    }
    m_catalog->m_date = std::max(m_catalog->m_date, reader.string("date").value_or(""));
    const File file{reader.array(listKey), shownName, readSources(reader, shownName, m_problems)};
    reader.require(listKey);
    reader.finish();
    if (file.list == nullptr) {
        return;
    }
    switch (position - kFileNames.begin()) {
    case 0:
        readList(file, "id", m_catalog->m_models, m_models, readModel,
                 [](const CatalogModel& model) { return normaliseName(model.id); });
        break;
    case 1:
        readList(file, "name", m_catalog->m_gpus, m_gpus, readGpu,
                 [](const Gpu& gpu) { return normaliseGpuName(gpu.name); });
        break;
    case 2:
        readList(file, "id", m_catalog->m_weightFormats, m_weightFormats, readWeightFormat,
                 [](const WeightFormat& format) { return normaliseName(format.id); });
        break;
    case 3:
        readList(file, "id", m_catalog->m_kvFormats, m_kvFormats, readKvFormat, [](const KvFormat& format) {
            const std::string id = normaliseName(format.id);
            return id.empty() ? id : normaliseName(format.runtimeGroup) + '/' + id;
        });
        break;
    default:
        readList(file, "type", m_catalog->m_instances, m_instances, readInstance, [](const CloudInstance& instance) {
            const std::string type = normaliseName(instance.type);
            return type.empty() ? type : normaliseName(instance.cloud) + '/' + type;
        });
        break;
    }
}

void CatalogBuilder::claim(Index& index, const std::string& key, std::size_t entry, const Origins& origins,
                           std::string_view shown) {
    if (key.empty()) {
        return;
    }
    const auto [claimed, isNew] = index.try_emplace(key, entry);
    if (isNew || claimed->second == entry) {
        return;
    }
    if (origins.fileOf[entry] > origins.fileOf[claimed->second]) { // the user's alias takes a shipped one over
        claimed->second = entry;
        return;
    }
    if (origins.fileOf[entry] == origins.fileOf[claimed->second]) {
        m_problems.push_back({ErrorCode::Duplicate, origins.where[entry] + ": aliases", {abbreviate(shown)}});
    }
}

void CatalogBuilder::indexModels() {
    Index& index = m_catalog->m_modelIndex;
    index = m_models.byKey; // ids come first: no alias can take one
    const std::vector<CatalogModel>& models = m_catalog->m_models;
    Index aliases;
    Index derived; // names for people and ids without publisher: used where they are unambiguous
    for (std::size_t i = 0; i < models.size(); ++i) {
        for (const std::string& alias : models[i].aliases) {
            const std::string key = normaliseName(alias);
            if (const auto id = index.find(key); id != index.end() && id->second != i) {
                m_problems.push_back({ErrorCode::Duplicate, m_models.where[i] + ": aliases", {abbreviate(alias)}});
            } else {
                claim(aliases, key, i, m_models, alias);
            }
        }
        const std::string_view id = models[i].id;
        const std::size_t slash = id.find('/');
        std::string bare = slash == std::string_view::npos ? std::string{} : normaliseName(id.substr(slash + 1));
        for (const std::string& key : {normaliseName(models[i].name), std::move(bare)}) {
            if (!key.empty() && derived.try_emplace(key, i).first->second != i) {
                derived[key] = models.size(); // two models: nobody's
            }
        }
    }
    index.insert(aliases.begin(), aliases.end());
    for (const auto& [key, entry] : derived) {
        if (entry < models.size()) {
            index.try_emplace(key, entry);
        }
    }
}

void CatalogBuilder::indexGpus() {
    Index& index = m_catalog->m_gpuIndex;
    index = m_gpus.byKey;
    const std::vector<Gpu>& gpus = m_catalog->m_gpus;
    Index aliases;
    Index derived; // with the memory added ("RTX 4090 24GB") or left out ("H20"): used where they are unambiguous
    const auto derive = [&](const std::string& key, std::size_t entry) {
        if (!key.empty() && derived.try_emplace(key, entry).first->second != entry) {
            derived[key] = gpus.size();
        }
    };
    for (std::size_t i = 0; i < gpus.size(); ++i) {
        std::vector<std::string> keys{normaliseGpuName(gpus[i].name)};
        for (const std::string& alias : gpus[i].aliases) {
            const std::string key = normaliseGpuName(alias);
            if (const auto name = index.find(key); name != index.end() && name->second != i) {
                m_problems.push_back({ErrorCode::Duplicate, m_gpus.where[i] + ": aliases", {abbreviate(alias)}});
                continue;
            }
            claim(aliases, key, i, m_gpus, alias);
            keys.push_back(key);
        }
        const std::string memory = std::to_string(gpus[i].memory.count() / kGiB.count()) + "gb";
        for (const std::string& key : keys) {
            const std::string shorter = withoutMemory(key, gpus[i].memory);
            derive(shorter.empty() ? key + memory : shorter, i);
        }
    }
    index.insert(aliases.begin(), aliases.end());
    for (const auto& [key, entry] : derived) {
        if (entry < gpus.size()) {
            index.try_emplace(key, entry);
        }
    }
}

void CatalogBuilder::indexFormats() {
    Index& index = m_catalog->m_weightFormatIndex;
    index = m_weightFormats.byKey;
    const std::vector<WeightFormat>& formats = m_catalog->m_weightFormats;
    Index aliases;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        for (const std::string& alias : formats[i].aliases) {
            const std::string key = normaliseName(alias);
            if (const auto id = index.find(key); id != index.end() && id->second != i) {
                m_problems.push_back(
                    {ErrorCode::Duplicate, m_weightFormats.where[i] + ": aliases", {abbreviate(alias)}});
            } else {
                claim(aliases, key, i, m_weightFormats, alias);
            }
        }
    }
    index.insert(aliases.begin(), aliases.end());
}

void CatalogBuilder::checkReferences() {
    for (std::size_t i = 0; i < m_catalog->m_instances.size(); ++i) {
        CloudInstance& instance = m_catalog->m_instances[i];
        if (instance.gpu.empty()) {
            continue;
        }
        if (const Gpu* gpu = m_catalog->findGpu(instance.gpu)) {
            instance.gpu = gpu->name;
            continue;
        }
        Error problem{ErrorCode::UnknownGpu, m_instances.where[i] + ": gpu", {abbreviate(instance.gpu)}};
        for (std::string& name : m_catalog->nearestGpus(instance.gpu)) {
            problem.arguments.push_back(std::move(name));
        }
        m_problems.push_back(std::move(problem));
        instance.gpu.clear();
    }
    for (std::size_t i = 0; i < m_catalog->m_weightFormats.size(); ++i) {
        WeightFormat& format = m_catalog->m_weightFormats[i];
        const WeightFormat* equivalent = m_catalog->findWeightFormat(format.ggufEquivalent);
        if (!format.ggufEquivalent.empty() && (equivalent == nullptr || !equivalent->storedIn(Container::Gguf))) {
            m_problems.push_back({ErrorCode::UnknownWeightFormat,
                                  m_weightFormats.where[i] + ": gguf_equivalent",
                                  {abbreviate(format.ggufEquivalent)}});
            format.ggufEquivalent.clear();
        }
    }
}

void CatalogBuilder::collectShapePoints() {
    constexpr std::string_view kModern = "2024"; // older models have wider caches and smaller vocabularies
    std::vector<ShapePoint>& points = m_catalog->m_shapePoints;
    for (const CatalogModel& model : m_catalog->m_models) {
        if (model.release >= kModern) {
            if (const std::optional<ShapePoint> point = shapeOf(model)) {
                points.push_back(*point);
            }
        }
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const ShapePoint& a, const ShapePoint& b) { return a.parameters < b.parameters; });
}

CatalogLoad CatalogBuilder::build() {
    indexModels();
    indexGpus();
    indexFormats();
    checkReferences();
    collectShapePoints();
    return {std::move(m_catalog), std::move(m_problems)};
}

} // namespace vram
