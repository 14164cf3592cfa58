// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "net/repository_cache.h"
#include "net/repository_job.h"
#include "ui/repository/repository_browser.h"

namespace vram::app {

/// The window's questions to repositories, asked by net/.
class RepositoryService : public ui::RepositoryBrowser {
    Q_OBJECT

public:
    explicit RepositoryService(net::NetSettings settings, QObject* parent = nullptr);

    [[nodiscard]] std::string mirror() const override { return m_settings.mirror(); }
    void list(const RepositoryAddress& address) override { m_job.list(address); }
    void read(const RepositoryAddress& address) override { m_job.read(address); }
    void cancel() override { m_job.cancel(); }
    [[nodiscard]] Bytes keptBytes() const override;
    void clearKept() override;

private:
    [[nodiscard]] net::RepositoryCache cache() const;
    net::NetSettings m_settings;
    net::RepositoryJob m_job;
};

} // namespace vram::app
