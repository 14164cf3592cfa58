// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repositories.h"

#include "app/inspect.h"
#include "app/program_net.h"
#include "core/source/gguf/gguf_json.h"
#include "core/source/repository_files.h"
#include "core/source/safetensors/safetensors_json.h"
#include "net/remote_files.h"
#include "net/repository_client.h"
#include "net/repository_reader.h"

#include <QCoreApplication>

#include <cstdint>
#include <utility>
#include <vector>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Qt's network needs an application, of which the other commands need to know nothing.
net::NetSettings settings() {
    static int count = 1;
    static char name[] = "vram-sizer";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("vram-sizer")); // the window's, whose cache it shares
    return app::programNetSettings();
}

/// Gives back what has been read already.
class KnownModel : public ModelReader {
public:
    explicit KnownModel(std::shared_ptr<const ModelDescription> description) : m_description(std::move(description)) {}
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& /*path*/) override {
        return m_description;
    }

private:
    std::shared_ptr<const ModelDescription> m_description;
};

Json choicesJson(const RepositoryAddress& repository, const std::vector<RepositoryChoice>& choices) {
    Json list = Json::array();
    for (const RepositoryChoice& choice : choices) {
        RepositoryAddress address = repository;
        address.file = choice.file();
        Json row{{"address", repositoryAddressText(address)}, {"kind", repositoryChoiceKindId(choice.kind)}};
        if (!choice.quantization.empty()) {
            row["quantization"] = choice.quantization;
        }
        row["files"] = choice.parts.size();
        if (const auto found = static_cast<std::int64_t>(choice.parts.size()); found < choice.expectedParts) {
            row["missing_files"] = choice.expectedParts - found;
        }
        row["bytes"] = choice.size.count();
        list.push_back(std::move(row));
    }
    return list;
}

} // namespace

std::shared_ptr<ModelReader> makeModelReader() { return std::make_shared<net::RepositoryModelReader>(settings()); }

Result<Json> inspectRepository(const std::string& text, bool useCatalog,
                               const std::shared_ptr<const Catalog>& catalog) {
    const net::NetSettings how = settings();
    const Result<RepositoryAddress> address = parseRepositoryAddress(text, how.mirror());
    if (!address) {
        return address.error();
    }
    net::RepositoryClient client(how);
    Result<net::RemoteModel> model = client.open(*address);
    if (!model && model.error().code == ErrorCode::ChoiceNeeded) {
        const Result<RepositoryListing> listing = client.list(*address);
        if (!listing) {
            return listing.error();
        }
        const RepositoryContents contents = groupRepositoryFiles(listing->files);
        return Json{{"repository", repositoryAddressText(*address)},
                    {"offline", listing->offline},
                    {"choices", choicesJson(*address, contents.models)},
                    {"extras", choicesJson(*address, contents.extras)}};
    }
    if (!model) {
        return model.error();
    }
    Result<ModelDescription> described = net::describeRemoteModel(*model);
    if (!described) {
        return described.error();
    }
    const auto description = std::make_shared<const ModelDescription>(std::move(described).value());
    const std::string named = repositoryAddressText(model->address);
    Json json{{"address", named}, {"offline", model->offline}};
    json.update(describedJson(*description, named, useCatalog, catalog, std::make_shared<KnownModel>(description)));
    if (description->container == "GGUF") {
        const Result<std::vector<GgufFile>> files = net::readGgufParts(*model);
        if (!files) {
            return files.error();
        }
        addMissing(json, ggufToJson(files->front()));
    } else if (const Result<Checkpoint> checkpoint = net::readRemoteCheckpoint(*model)) {
        addMissing(json, checkpointToJson(*checkpoint));
    }
    return json;
}

} // namespace vram::cli
