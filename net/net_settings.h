// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QUrl>

#include "core/source/repository_address.h"
#include "net/address_check.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace vram::net {

struct NetLimits {
    int idleMilliseconds = 20'000;   ///< without a byte
    int wholeMilliseconds = 120'000; ///< of one request, however steadily it drips
    int attempts = 3;                ///< where a second one may go better
    int backoffMilliseconds = 500;   ///< before the second attempt; doubles with each
    int mostRedirects = 6;
    qint64 mostListing = 4 << 20;      ///< bytes of one page
    int mostPages = 100;               ///< of a listing
    qint64 mostPrefix = 64 << 20;      ///< taken of a server that ignores ranges
    qint64 mostCached = 512LL << 20;   ///< bytes in the cache's folder
    qint64 mostSmallFile = 32LL << 20; ///< bytes of config.json and of an index
};

enum class NetAccess : std::uint8_t {
    Online,     ///< ask the host; what was kept stands in where it cannot be reached
    CacheFirst, ///< ask only for what was never read
    CacheOnly,  ///< never ask
};

/// Where to ask, as whom, and what to keep. A plain value: made by the front end, handed to each thread.
struct NetSettings {
    QUrl huggingFace{QStringLiteral("https://huggingface.co")};
    QUrl modelScope{QStringLiteral("https://www.modelscope.cn")};
    QByteArray huggingFaceToken; ///< empty: none
    QByteArray modelScopeToken;
    QString cacheFolder; ///< empty: nothing is kept
    NetAccess access = NetAccess::Online;
    NetLimits limits;
    /// Whether an address may be the target of a redirect from another host; tests put their own in.
    std::function<bool(const QHostAddress&)> isPublic = &isPublicAddress;

    [[nodiscard]] const QUrl& endpoint(RepositoryHost host) const {
        return host == RepositoryHost::HuggingFace ? huggingFace : modelScope;
    }
    [[nodiscard]] const QByteArray& token(RepositoryHost host) const {
        return host == RepositoryHost::HuggingFace ? huggingFaceToken : modelScopeToken;
    }
    /// Host, or host:port, of the endpoint that stands in for Hugging Face, as `parseRepositoryAddress` wants it.
    [[nodiscard]] std::string mirror() const;
};

/// As huggingface_hub reads its environment: HF_ENDPOINT, HF_TOKEN, HF_TOKEN_PATH, HF_HOME, HF_HUB_OFFLINE,
/// HF_HUB_DISABLE_IMPLICIT_TOKEN, XDG_CACHE_HOME; ModelScope's MODELSCOPE_API_TOKEN. `variable` gives one by name
/// (empty: unset), `home` is the user's folder.
[[nodiscard]] NetSettings readNetSettings(const std::function<QString(const char*)>& variable, const QString& home);

/// The same from the process's own environment.
[[nodiscard]] NetSettings environmentNetSettings();

/// What a long question says meanwhile, and how it is stopped. Shared between threads.
struct NetWatch {
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
    std::function<void(qint64 bytes)> received; ///< called in the asking thread with each piece's size; may be empty
};

} // namespace vram::net
