// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/source/repository_files.h"
#include "core/units/bytes.h"
#include "core/units/result.h"

#include <string>

namespace vram::ui {

/// Asks repositories for the window, which knows nothing of networks: the program puts the real one in, tests put in
/// their own. One question at a time; a new one replaces the one before. Answers come from the event loop.
class RepositoryBrowser : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Host of the endpoint that stands in for Hugging Face, for pasted addresses.
    [[nodiscard]] virtual std::string mirror() const = 0;
    /// Ends in listed() or failed().
    virtual void list(const RepositoryAddress& address) = 0;
    /// Reads the headers of a model and keeps them; ends in headersRead() or failed().
    virtual void read(const RepositoryAddress& address) = 0;
    /// Ends the question that is under way in failed() with Cancelled; nothing where there is none.
    virtual void cancel() = 0;
    /// What is kept of what was read.
    [[nodiscard]] virtual Bytes keptBytes() const = 0;
    virtual void clearKept() = 0;

signals:
    /// Bytes received since the question began.
    void progressed(qint64 bytes);
    void listed(const vram::RepositoryListing& listing);
    /// `address` names the file that was meant; `offline`: the host could not be asked.
    void headersRead(const vram::RepositoryAddress& address, bool offline);
    void failed(const vram::Error& error);
};

} // namespace vram::ui
