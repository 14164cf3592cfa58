// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repository_service.h"

#include <utility>

namespace vram::app {

RepositoryService::RepositoryService(net::NetSettings settings, QObject* parent)
    : RepositoryBrowser(parent),
      m_settings(std::move(settings)),
      m_job(m_settings) {
    connect(&m_job, &net::RepositoryJob::progressed, this, &RepositoryBrowser::progressed);
    connect(&m_job, &net::RepositoryJob::listed, this, &RepositoryBrowser::listed);
    connect(&m_job, &net::RepositoryJob::headersRead, this, &RepositoryBrowser::headersRead);
    connect(&m_job, &net::RepositoryJob::failed, this, &RepositoryBrowser::failed);
}

net::RepositoryCache RepositoryService::cache() const { return {m_settings.cacheFolder, m_settings.limits.mostCached}; }

Bytes RepositoryService::keptBytes() const { return Bytes{cache().size()}; }

void RepositoryService::clearKept() { cache().clear(); }

} // namespace vram::app
