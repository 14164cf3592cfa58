// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/remote_files.h"

#include <algorithm>

namespace vram::net {

namespace {

constexpr const char* kConfig = "config.json";

std::string plainName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// A source that belongs to the model.
class LentSource : public ByteSource {
public:
    explicit LentSource(RemoteSource& source) : m_source(source) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source.size(); }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override {
        return m_source.read(offset, target);
    }

private:
    RemoteSource& m_source;
};

} // namespace

std::vector<std::string> RemoteFiles::names() const {
    std::vector<std::string> names;
    for (const RepositoryFile& part : m_model.choice.parts) {
        names.push_back(plainName(part.path));
    }
    if (!m_model.config.empty()) {
        names.emplace_back(kConfig);
    }
    if (!m_model.index.empty()) {
        names.push_back(plainName(m_model.choice.index));
    }
    std::ranges::sort(names);
    return names;
}

Result<std::unique_ptr<ByteSource>> RemoteFiles::open(const std::string& name) const {
    if (name == kConfig && !m_model.config.empty()) {
        return Result<std::unique_ptr<ByteSource>>(std::make_unique<MemorySource>(m_model.config));
    }
    if (name == plainName(m_model.choice.index) && !m_model.index.empty()) {
        return Result<std::unique_ptr<ByteSource>>(std::make_unique<MemorySource>(m_model.index));
    }
    for (const std::unique_ptr<RemoteSource>& part : m_model.parts) {
        if (plainName(part->file().path) == name) {
            return Result<std::unique_ptr<ByteSource>>(std::make_unique<LentSource>(*part));
        }
    }
    return Error{ErrorCode::FileUnreadable, name, {name, "no such file"}};
}

Result<Checkpoint> readRemoteCheckpoint(const RemoteModel& model) {
    Result<Checkpoint> checkpoint = readCheckpoint(RemoteFiles(model), plainName(model.choice.file()));
    if (!checkpoint) {
        // What went wrong on the way, where that is why nothing could be read.
        return model.error().value_or(checkpoint.error());
    }
    return checkpoint;
}

} // namespace vram::net
