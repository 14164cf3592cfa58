// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/repository_reader.h"

#include "core/source/config/config_reader.h"
#include "core/source/gguf/gguf_model.h"
#include "core/source/safetensors/checkpoint_description.h"
#include "net/remote_files.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vram::net {

namespace {

Result<ModelDescription> describeRemoteCheckpoint(const RemoteModel& model) {
    const Result<Checkpoint> checkpoint = readRemoteCheckpoint(model);
    if (!checkpoint) {
        return checkpoint.error();
    }
    std::optional<ModelDescription> configured;
    if (!checkpoint->configuration.empty()) {
        Result<ModelDescription> described = describeConfig(checkpoint->configuration, "config.json");
        if (!described) {
            return described.error();
        }
        configured = std::move(described).value();
    }
    return describeCheckpoint(*checkpoint, std::move(configured));
}

Result<ModelDescription> describeRemoteGguf(const RemoteModel& model) {
    const Result<std::vector<GgufFile>> files = readGgufParts(model);
    if (!files) {
        return files.error();
    }
    return describeGguf(*files);
}

} // namespace

Result<ModelDescription> describeRemoteModel(const RemoteModel& model) {
    Result<ModelDescription> description =
        model.choice.file().ends_with(".gguf") ? describeRemoteGguf(model) : describeRemoteCheckpoint(model);
    if (description && description->name.empty()) {
        description.value().name = model.address.repository.substr(model.address.repository.find('/') + 1);
    }
    return description;
}

Result<std::shared_ptr<const ModelDescription>> RepositoryModelReader::read(const std::string& path) {
    if (!isRepositoryAddress(path)) {
        return m_files.read(path);
    }
    const bool asks = m_settings.access != NetAccess::CacheOnly;
    if (asks) {
        const std::lock_guard lock(m_mutex);
        const auto known = std::ranges::find(m_known, path, &Known::first);
        if (known != m_known.end()) {
            return known->second;
        }
    }
    const Result<RepositoryAddress> address = parseRepositoryAddress(path, m_settings.mirror());
    if (!address) {
        return address.error();
    }
    const Result<RemoteModel> model = RepositoryClient(m_settings).open(*address);
    if (!model) {
        return model.error();
    }
    Result<ModelDescription> described = describeRemoteModel(*model);
    if (!described) {
        return described.error();
    }
    auto description = std::make_shared<const ModelDescription>(std::move(described).value());
    if (asks) {
        const std::lock_guard lock(m_mutex);
        if (m_known.size() == kKept) {
            m_known.erase(m_known.begin());
        }
        m_known.emplace_back(path, description);
    }
    return description;
}

} // namespace vram::net
