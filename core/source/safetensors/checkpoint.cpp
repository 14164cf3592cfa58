// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/checkpoint.h"

#include "core/catalog/json_reader.h"
#include "core/source/file_text.h"
#include "core/source/safetensors/checkpoint_files.h"
#include "core/source/safetensors/checkpoint_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <system_error>

namespace vram {

namespace {

constexpr std::uint64_t kMostConfiguration = 4U << 20U; ///< bytes of a config.json
constexpr std::size_t kMostFiles = 100'000;             ///< entries of a folder that are looked at

Error in(std::string_view file, Error error) {
    error.where = std::string(file) + (error.where.empty() ? "" : ": " + error.where);
    return error;
}

/// The text of a small file; empty where there is none.
Result<std::string> readText(const CheckpointFiles& files, const std::vector<std::string>& names,
                             const std::string& name) {
    if (!std::binary_search(names.begin(), names.end(), name)) {
        return std::string();
    }
    const auto source = files.open(name);
    if (!source) {
        return in(name, source.error());
    }
    const std::uint64_t size = (*source)->size();
    if (size > kMostConfiguration) {
        return Error{ErrorCode::TooLarge, name, {std::to_string(size), std::to_string(kMostConfiguration)}};
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!(*source)->read(0, text)) {
        return Error{ErrorCode::FileUnreadable, name, {name, "cannot be read"}};
    }
    return text;
}

class CheckpointReader {
public:
    CheckpointReader(const CheckpointFiles& files, std::string_view opened)
        : m_files(files),
          m_opened(opened),
          m_names(files.names()) {}

    Result<Checkpoint> read() {
        auto chosen = chooseCheckpoint(m_names, m_opened);
        if (!chosen) {
            return chosen.error();
        }
        CheckpointChoice choice = std::move(chosen).value();
        m_checkpoint.container = choice.container;
        if (std::optional<Error> error = readIndex(choice)) {
            return *std::move(error);
        }
        if (std::optional<Error> error = readShards(choice)) {
            return *std::move(error);
        }
        for (const auto& [name, target] : {std::pair("config.json", &m_checkpoint.configuration),
                                           std::pair("adapter_config.json", &m_adapterConfiguration)}) {
            auto text = readText(m_files, m_names, name);
            if (!text) {
                return text.error();
            }
            *target = std::move(text).value();
        }
        m_checkpoint.adapter = findLoraAdapter(m_checkpoint.tensors, m_adapterConfiguration, m_checkpoint.warnings);
        addWarnings();
        return std::move(m_checkpoint);
    }

private:
    std::optional<Error> readIndex(CheckpointChoice& choice) {
        if (choice.index.empty()) {
            return std::nullopt;
        }
        const auto source = m_files.open(choice.index);
        if (!source) {
            return in(choice.index, source.error());
        }
        auto index = readCheckpointIndex(**source);
        if (!index) {
            return in(choice.index, index.error());
        }
        m_index = std::move(index).value();
        m_indexName = choice.index;
        choice.shards = m_index->shards;
        return std::nullopt;
    }

    std::optional<Error> readShards(const CheckpointChoice& choice) {
        for (const std::string& name : choice.shards) {
            const auto source = m_files.open(name);
            if (!source) {
                return in(name, source.error());
            }
            if (std::optional<Error> error =
                    choice.container == "PyTorch" ? addPyTorch(name, **source) : addSafetensors(name, **source)) {
                return in(name, *std::move(error));
            }
        }
        if (choice.shards.size() > 1) { // within one file its reader has looked
            if (const SafetensorsTensor* repeated = findRepeatedName(m_checkpoint.tensors)) {
                const std::string shown = abbreviate(repeated->name);
                return Error{ErrorCode::Duplicate, m_checkpoint.shards[repeated->shard].name + ": " + shown, {shown}};
            }
        }
        return std::nullopt;
    }

    std::optional<Error> addSafetensors(const std::string& name, ByteSource& source) {
        auto read = readSafetensors(source);
        if (!read) {
            return read.error();
        }
        SafetensorsFile file = std::move(read).value();
        std::vector<SafetensorsTensor>& all = m_checkpoint.tensors;
        if (all.size() + file.tensors.size() > kMostSafetensorsTensors) {
            return Error{ErrorCode::TooLarge,
                         {},
                         {std::to_string(all.size() + file.tensors.size()), std::to_string(kMostSafetensorsTensors)}};
        }
        for (const std::string& type : file.unknownTypes) {
            m_checkpoint.warnings.push_back({"unknown-dtype", name, {type}});
        }
        const auto shard = static_cast<std::uint32_t>(m_checkpoint.shards.size());
        m_checkpoint.shards.push_back(
            {name, file.fileBytes, file.headerBytes, file.tensorBytes, static_cast<std::int64_t>(file.tensors.size())});
        m_checkpoint.tensorBytes += file.tensorBytes;
        for (SafetensorsTensor& tensor : file.tensors) {
            tensor.shard = shard;
        }
        if (all.empty()) {
            all = std::move(file.tensors);
            m_checkpoint.metadata = std::move(file.metadata);
        } else {
            std::move(file.tensors.begin(), file.tensors.end(), std::back_inserter(all));
        }
        return std::nullopt;
    }

    /// Only the size: what stands in such a file is a program, which is never run.
    std::optional<Error> addPyTorch(const std::string& name, ByteSource& source) {
        std::array<char, 64> start{};
        const auto known = std::span(start).first(std::min<std::size_t>(source.size(), start.size()));
        if (!source.read(0, known)) {
            return Error{ErrorCode::FileUnreadable, "byte 0", {name, "cannot be read"}};
        }
        const std::string kind = kindOfFile(std::string_view(known.data(), known.size()));
        if (kind != "a ZIP or PyTorch archive" && kind != "a Python pickle") {
            return Error{ErrorCode::NotThisKind, "byte 0", {"PyTorch", kind}};
        }
        const Bytes bytes = Bytes::fromDouble(static_cast<double>(source.size()));
        const auto shard = static_cast<std::uint32_t>(m_checkpoint.shards.size());
        std::int64_t tensors = 0;
        if (m_index) {
            tensors = std::count_if(m_index->tensors.begin(), m_index->tensors.end(),
                                    [shard](const CheckpointIndex::Entry& entry) { return entry.shard == shard; });
        }
        m_checkpoint.shards.push_back({name, bytes, {}, bytes, tensors});
        m_checkpoint.tensorBytes += bytes;
        return std::nullopt;
    }

    void warn(std::string_view code, std::string where, std::vector<std::string> arguments) {
        m_checkpoint.warnings.push_back({code, std::move(where), std::move(arguments)});
    }

    void addWarnings() {
        const std::int64_t held = m_checkpoint.tensorBytes.count();
        if (m_checkpoint.container == "PyTorch") {
            // A stated size is better than the files', which hold names and padding too: at most a tenth more.
            const double stated = m_index ? m_index->totalSize.value_or(0) : 0;
            if (stated > 0.9 * static_cast<double>(held) && stated <= static_cast<double>(held)) {
                m_checkpoint.tensorBytes = Bytes::fromDouble(stated);
            } else if (m_index && m_index->totalSize) {
                warnTotal(held);
            }
            warn("sizes-from-files", {}, {std::to_string(m_checkpoint.tensorBytes.count())});
            return;
        }
        if (m_index) {
            if (m_index->totalSize && *m_index->totalSize != static_cast<double>(held)) {
                warnTotal(held);
            }
            compareWithIndex();
        }
    }

    void warnTotal(std::int64_t held) {
        const double stated = *m_index->totalSize;
        const std::string shown = std::abs(stated) < 9e18 ? std::to_string(static_cast<std::int64_t>(stated))
                                                          : std::to_string(stated).substr(0, 24);
        warn("total-size-differs", m_indexName + ": metadata.total_size", {shown, std::to_string(held)});
    }

    /// Tensors that the index puts elsewhere than they are, and tensors that it does not name.
    void compareWithIndex() {
        const std::vector<SafetensorsTensor>& tensors = m_checkpoint.tensors;
        std::vector<CheckpointIndex::Entry>& listed = m_index->tensors;
        std::sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.tensor < b.tensor; });
        std::vector<std::uint32_t> order(tensors.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return tensors[a].name < tensors[b].name; });
        std::int64_t missing = 0;
        std::int64_t unlisted = 0;
        std::string first;
        const auto note = [&first](std::int64_t& count, const std::string& name) {
            first = first.empty() ? abbreviate(name, 200) : first;
            ++count;
        };
        std::size_t at = 0;
        for (const std::uint32_t i : order) {
            const SafetensorsTensor& tensor = tensors[i];
            for (; at < listed.size() && listed[at].tensor < tensor.name; ++at) {
                note(missing, listed[at].tensor);
            }
            if (at == listed.size() || listed[at].tensor != tensor.name) {
                note(unlisted, tensor.name);
                continue;
            }
            if (listed[at].shard != tensor.shard) {
                note(missing, tensor.name);
            }
            ++at;
        }
        for (; at < listed.size(); ++at) {
            note(missing, listed[at].tensor);
        }
        if (missing + unlisted > 0) {
            warn("index-differs", m_indexName + ": " + first, {std::to_string(missing), std::to_string(unlisted)});
        }
    }

    const CheckpointFiles& m_files;
    std::string_view m_opened;
    std::vector<std::string> m_names;
    std::optional<CheckpointIndex> m_index;
    std::string m_indexName;
    std::string m_adapterConfiguration;
    Checkpoint m_checkpoint;
};

} // namespace

std::vector<std::string> FolderFiles::names() const {
    std::vector<std::string> names;
    std::error_code failure;
    std::filesystem::directory_iterator entries(m_folder, failure);
    for (std::size_t i = 0; !failure && entries != std::filesystem::directory_iterator() && i < kMostFiles; ++i) {
        const std::u8string name = entries->path().filename().u8string();
        names.emplace_back(name.begin(), name.end());
        entries.increment(failure);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::unique_ptr<ByteSource>> FolderFiles::open(const std::string& name) const {
    if (!isPlainFileName(name)) {
        return Error{ErrorCode::WrongType, {}, {"plain file name", abbreviate(name)}};
    }
    auto source =
        std::make_unique<FileSource>(m_folder / std::filesystem::path(std::u8string(name.begin(), name.end())));
    if (source->error()) {
        return *source->error();
    }
    return std::unique_ptr<ByteSource>(std::move(source));
}

Result<Checkpoint> readCheckpoint(const CheckpointFiles& files, std::string_view opened) {
    return CheckpointReader(files, opened).read();
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& path) {
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        return readCheckpoint(FolderFiles(path));
    }
    const std::u8string name = path.filename().u8string();
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    return readCheckpoint(FolderFiles(folder), std::string(name.begin(), name.end()));
}

} // namespace vram
