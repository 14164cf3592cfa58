// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/repository_client.h"

#include "core/catalog/json_reader.h"
#include "core/source/gguf/gguf_file.h"
#include "net/repository_urls.h"

#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kFirstBlocksOfGguf = 4; ///< 256 KiB: the keys before the vocabulary
constexpr std::size_t kMostThreads = 6;
constexpr qint64 kMostListings = 4; ///< of all pages together, in largest pages
constexpr std::size_t kMostFiles = 200'000;
constexpr quint64 kMostSafetensorsHeader = 100'000'000; ///< the format's own limit

/// The pages of a listing as one piece of the cache: an array of [etag of the first page, pages...].
struct KeptListing {
    std::string etag;
    std::vector<std::string> pages;
};

QByteArray toBytes(const KeptListing& listing) {
    Json json = Json::array({listing.etag});
    for (const std::string& page : listing.pages) {
        json.push_back(page);
    }
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<KeptListing> keptListing(const QByteArray& bytes) {
    const auto json = parseJson(bytes.toStdString(), "kept");
    if (!json || !json->is_array() || json->size() < 2 ||
        !std::ranges::all_of(*json, [](const Json& each) { return each.is_string(); })) {
        return std::nullopt;
    }
    KeptListing listing{json->front().get<std::string>(), {}};
    for (std::size_t i = 1; i < json->size(); ++i) {
        listing.pages.push_back((*json)[i].get<std::string>());
    }
    return listing;
}

Result<std::vector<RepositoryFile>> filesOf(RepositoryHost host, const std::vector<std::string>& pages) {
    std::vector<RepositoryFile> files;
    for (const std::string& page : pages) {
        auto some = readRepositoryListing(host, page);
        if (!some) {
            return some.error();
        }
        files.insert(files.end(), std::make_move_iterator(some.value().begin()),
                     std::make_move_iterator(some.value().end()));
        if (files.size() > kMostFiles) {
            return Error{ErrorCode::TooLarge, {}, {std::to_string(files.size()), std::to_string(kMostFiles)}};
        }
    }
    return files;
}

/// The question could not be asked, which says nothing about the repository.
bool isTroubleOnTheWay(ErrorCode code) {
    return code == ErrorCode::NoNetwork || code == ErrorCode::Timeout || code == ErrorCode::ServerError ||
           code == ErrorCode::RedirectRefused || code == ErrorCode::MalformedAnswer;
}

QString revisionKey(const RepositoryAddress& address) {
    return QString::fromStdString(address.revision.empty() ? std::string(defaultRevision(address.host))
                                                           : address.revision);
}

/// The 8 bytes of length that a safetensors file begins with, and as many bytes of JSON.
std::optional<Error> readSafetensorsHeader(RemoteSource& source) {
    std::array<char, 8> length{};
    if (!source.read(0, length)) {
        return source.error().value_or(
            Error{ErrorCode::EndsEarly, source.file().path, {"8", std::to_string(source.size())}});
    }
    quint64 count = 0;
    for (std::size_t i = length.size(); i-- > 0;) {
        count = count << 8U | static_cast<unsigned char>(length.at(i));
    }
    if (count > kMostSafetensorsHeader) {
        return Error{
            ErrorCode::TooLarge, source.file().path, {std::to_string(count), std::to_string(kMostSafetensorsHeader)}};
    }
    if (count > source.size() - length.size()) {
        return Error{ErrorCode::EndsEarly,
                     source.file().path,
                     {std::to_string(count), std::to_string(source.size() - length.size())}};
    }
    std::vector<char> header(static_cast<std::size_t>(count));
    return source.read(length.size(), header) ? std::nullopt : source.error();
}

} // namespace

std::optional<Error> RemoteModel::error() const {
    for (const std::unique_ptr<RemoteSource>& part : parts) {
        if (part->error()) {
            return part->error();
        }
    }
    return std::nullopt;
}

RepositoryClient::RepositoryClient(NetSettings settings, NetWatch watch)
    : m_client(std::make_shared<HttpClient>(std::move(settings), std::move(watch))),
      m_cache(std::make_shared<RepositoryCache>(m_client->settings().cacheFolder,
                                                m_client->settings().limits.mostCached)) {}

std::optional<RepositoryListing> RepositoryClient::listKept(const RepositoryAddress& address) const {
    const QUrl url = listingUrl(m_client->settings().endpoint(address.host), address);
    const auto bytes = m_cache->read(url.toString(QUrl::FullyEncoded), u"listing"_s);
    const auto kept = bytes ? keptListing(*bytes) : std::nullopt;
    if (!kept) {
        return std::nullopt;
    }
    auto files = filesOf(address.host, kept->pages);
    return files ? std::optional(RepositoryListing{address, std::move(files).value(), true}) : std::nullopt;
}

Result<RepositoryListing> RepositoryClient::listOnline(const RepositoryAddress& address) {
    const NetSettings& settings = m_client->settings();
    const QUrl first = listingUrl(settings.endpoint(address.host), address);
    const QString key = first.toString(QUrl::FullyEncoded);
    const auto bytes = m_cache->read(key, u"listing"_s);
    const auto kept = bytes ? keptListing(*bytes) : std::nullopt;
    KeptListing fresh;
    qint64 total = 0;
    for (QUrl url = first; !url.isEmpty();) {
        HttpQuery query{{url, settings.token(address.host), {}, std::nullopt, settings.limits.mostListing},
                        address.repository};
        // The tag of the first page says nothing about further ones.
        if (url == first && kept && kept->pages.size() == 1 && !kept->etag.empty()) {
            query.request.knownEtag = '"' + QByteArray::fromStdString(kept->etag) + '"';
        }
        auto reply = m_client->get(query);
        if (!reply) {
            return reply.error();
        }
        if (reply->status == 304) {
            fresh = *kept;
            break;
        }
        if (fresh.pages.empty()) {
            fresh.etag = reply->etag.toStdString();
        }
        fresh.pages.push_back(reply->body.toStdString());
        total += reply->body.size();
        if (total > kMostListings * settings.limits.mostListing) {
            return Error{ErrorCode::TooLarge,
                         address.repository,
                         {std::to_string(total), std::to_string(kMostListings * settings.limits.mostListing)}};
        }
        url = address.host == RepositoryHost::HuggingFace ? nextPage(first, reply->link) : QUrl();
        if (fresh.pages.size() >= static_cast<std::size_t>(settings.limits.mostPages) && !url.isEmpty()) {
            return Error{ErrorCode::TooLarge,
                         address.repository,
                         {std::to_string(fresh.pages.size() + 1), std::to_string(settings.limits.mostPages)}};
        }
    }
    auto files = filesOf(address.host, fresh.pages);
    if (!files) {
        return files.error();
    }
    m_cache->write(key, u"listing"_s, toBytes(fresh));
    return RepositoryListing{address, std::move(files).value(), false};
}

Result<RepositoryListing> RepositoryClient::list(const RepositoryAddress& address) {
    const NetSettings& settings = m_client->settings();
    const QUrl& endpoint = settings.endpoint(address.host);
    if (endpoint.isEmpty()) {
        return Error{ErrorCode::BadAddress, "HF_ENDPOINT", {repositoryAddressText(address), "another host"}};
    }
    if (settings.access != NetAccess::Online) {
        if (auto kept = listKept(address)) {
            return std::move(*kept);
        }
        if (settings.access == NetAccess::CacheOnly) {
            return Error{ErrorCode::NotReadYet, {}, {repositoryAddressText(address)}};
        }
    }
    auto listing = listOnline(address);
    if (!listing && isTroubleOnTheWay(listing.error().code)) {
        if (auto kept = listKept(address)) {
            return std::move(*kept);
        }
    }
    return listing;
}

RemoteFile RepositoryClient::remoteFile(const RepositoryAddress& address, const RepositoryFile& file) const {
    const NetSettings& settings = m_client->settings();
    const QUrl& endpoint = settings.endpoint(address.host);
    RemoteFile remote{fileUrl(endpoint, address, file.path),   settings.token(address.host),         file.path,
                      static_cast<quint64>(file.size.count()), QByteArray::fromStdString(file.etag), {}};
    if (!file.etag.empty()) { // without one nothing says whether it is still the same
        remote.cacheKey = endpoint.host() + u'|' + QString::fromStdString(address.repository) + u'|' +
                          revisionKey(address) + u'|' + QString::fromStdString(file.path) + u'|' +
                          QString::fromStdString(file.etag) + u'|' + QString::number(file.size.count());
    }
    return remote;
}

Result<std::string> RepositoryClient::readSmall(const RepositoryAddress& address, const RepositoryFile& file) {
    const qint64 most = m_client->settings().limits.mostSmallFile;
    if (file.size.count() > most) {
        return Error{ErrorCode::TooLarge, file.path, {std::to_string(file.size.count()), std::to_string(most)}};
    }
    RemoteSource source(m_client, m_cache, remoteFile(address, file), RemoteSource::kMostBlocksAtOnce);
    std::string text(static_cast<std::size_t>(file.size.count()), '\0');
    if (!source.read(0, text)) {
        return *source.error();
    }
    return text;
}

void RepositoryClient::fetchFirstBlocks(const RemoteModel& model) {
    // Many shards one after the other would take a round trip each.
    const std::size_t count = model.parts.size();
    const std::size_t threads = std::min(count / 2, kMostThreads);
    if (threads < 2) {
        return;
    }
    std::vector<std::optional<QByteArray>> blocks(count);
    std::atomic_size_t next = 0;
    std::atomic_bool failed = false;
    std::vector<std::unique_ptr<QThread>> workers;
    for (std::size_t i = 0; i < threads; ++i) {
        workers.emplace_back(QThread::create([&] {
            const auto client =
                std::make_shared<HttpClient>(m_client->settings(), NetWatch{m_client->watch().cancelled, {}});
            const auto cache = std::make_shared<RepositoryCache>(m_client->settings().cacheFolder,
                                                                 m_client->settings().limits.mostCached);
            for (std::size_t part = next++; part < count && !failed; part = next++) {
                RemoteSource source(client, cache, model.parts[part]->file(), 1);
                blocks[part] = source.firstBlock();
                failed = failed || source.error().has_value(); // the reader meets it again and says it
            }
        }));
        workers.back()->start();
    }
    for (const std::unique_ptr<QThread>& worker : workers) {
        worker->wait();
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (blocks[i]) {
            if (m_client->watch().received) {
                m_client->watch().received(blocks[i]->size());
            }
            model.parts[i]->adopt(std::move(*blocks[i]));
        }
    }
}

Result<RemoteModel> RepositoryClient::open(const RepositoryAddress& address) {
    auto listing = list(address);
    if (!listing) {
        return listing.error();
    }
    const std::vector<RepositoryFile> files = listing->files;
    const RepositoryContents contents = groupRepositoryFiles(files);
    const RepositoryChoice* const choice = findRepositoryChoice(contents, address.file);
    if (choice == nullptr) {
        if (contents.models.empty()) {
            return Error{ErrorCode::NoModelFiles, {}, {address.repository}};
        }
        if (!address.file.empty() && address.file != "config.json") {
            return Error{ErrorCode::NotFound, {}, {repositoryAddressText(address)}};
        }
        Error error{ErrorCode::ChoiceNeeded, {}, {address.repository}};
        for (const RepositoryChoice& each : contents.models) {
            error.arguments.push_back(each.file());
        }
        return error;
    }
    RemoteModel model;
    model.address = address;
    model.address.file = choice->file();
    model.choice = *choice;
    model.offline = listing->offline;
    const bool gguf = choice->file().ends_with(".gguf");
    for (std::size_t i = 0; i < choice->parts.size(); ++i) {
        // The keys stand in the first part alone.
        const quint64 firstBlocks = gguf && i == 0 ? kFirstBlocksOfGguf : 1;
        model.parts.push_back(
            std::make_unique<RemoteSource>(m_client, m_cache, remoteFile(address, choice->parts[i]), firstBlocks));
    }
    const auto readInto = [this, &address](std::string& text, const RepositoryFile& file) -> std::optional<Error> {
        auto read = readSmall(address, file);
        if (!read) {
            return read.error();
        }
        text = std::move(read).value();
        return std::nullopt;
    };
    if (!gguf) {
        if (contents.config) {
            if (auto error = readInto(model.config, *contents.config)) {
                return *error;
            }
        }
        const auto index = std::ranges::find(files, choice->index, &RepositoryFile::path);
        if (!choice->index.empty() && index != files.end()) {
            if (auto error = readInto(model.index, *index)) {
                return *error;
            }
        }
    }
    if (choice->kind != RepositoryChoiceKind::PyTorch) {
        fetchFirstBlocks(model);
    }
    return model;
}

std::optional<Error> RepositoryClient::readHeaders(RemoteModel& model) {
    if (model.choice.kind == RepositoryChoiceKind::PyTorch) {
        return std::nullopt; // a pickle is not read
    }
    if (!model.choice.file().ends_with(".safetensors")) {
        const auto files = readGgufParts(model);
        return files ? std::nullopt : std::optional(files.error());
    }
    for (const std::unique_ptr<RemoteSource>& part : model.parts) {
        if (auto error = readSafetensorsHeader(*part)) {
            return error;
        }
    }
    return std::nullopt;
}

Result<std::vector<GgufFile>> readGgufParts(const RemoteModel& model) {
    std::vector<GgufFile> files;
    for (const std::unique_ptr<RemoteSource>& part : model.parts) {
        Result<GgufFile> file = readGguf(*part);
        if (!file) {
            // What went wrong on the way, where that is why nothing could be read.
            Error error = part->error().value_or(file.error());
            if (!part->error()) {
                error.where = part->file().path + (error.where.empty() ? "" : ": " + error.where);
            }
            return error;
        }
        files.push_back(std::move(file).value());
    }
    return files;
}

} // namespace vram::net
