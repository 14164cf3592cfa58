// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include "core/source/repository_address.h"

namespace vram::net {

// Where a host answers what; `endpoint` may have a path of its own.

/// The list of files: Hugging Face's /api/models/…/tree, ModelScope's /api/v1/models/…/repo/files.
[[nodiscard]] QUrl listingUrl(const QUrl& endpoint, const RepositoryAddress& address);
/// The bytes of a file.
[[nodiscard]] QUrl fileUrl(const QUrl& endpoint, const RepositoryAddress& address, const std::string& path);
/// The next page of a listing by an answer's Link header: `url` with that link's query, so that a mirror that copies
/// the original's link leads nowhere else. Empty: there is none.
[[nodiscard]] QUrl nextPage(const QUrl& url, const QByteArray& link);

} // namespace vram::net
