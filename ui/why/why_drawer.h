// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawer/drawer.h"

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstddef>
#include <memory>
#include <optional>

class QTextBrowser;
class QToolButton;

namespace vram::ui {

/// "Why?": the formula of one part of one row with its numbers put in, and where each came from; all parts in brief
/// where none is chosen. The text can be selected and copied. Retranslates and recolours itself.
class WhyDrawer : public Drawer {
    Q_OBJECT

public:
    explicit WhyDrawer(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);

    /// `row`: an index into the snapshot's rows. Cheap while the drawer is hidden: it is written when it is shown.
    void setExplanations(const Snapshot& snapshot, std::size_t row, std::optional<MemoryPart> part);
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] std::optional<MemoryPart> part() const { return m_part; }
    /// The text as it is shown, without its formatting.
    [[nodiscard]] QString text() const;

signals:
    void runRequested();

protected:
    void changeEvent(QEvent* event) override;
    void refresh() override;
    void retranslate() override;

private:
    void build();
    [[nodiscard]] QString title() const;

    std::shared_ptr<const Catalog> m_catalog;
    QToolButton* m_run;
    QTextBrowser* m_browser;
    std::optional<Snapshot> m_snapshot;
    std::size_t m_row = 0;
    std::optional<MemoryPart> m_part;
    ByteUnit m_unit = ByteUnit::GiB;
    QString m_html; ///< as it stands in the browser
};

} // namespace vram::ui
