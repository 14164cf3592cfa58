// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstddef>
#include <memory>
#include <optional>

class QLabel;
class QTextBrowser;
class QToolButton;

namespace vram::ui {

/// "Why?": the formula of one part of one row with its numbers put in, and where each came from; all parts in brief
/// where none is chosen. The text can be selected and copied. Retranslates and recolours itself; Escape closes it.
class WhyDrawer : public QFrame {
    Q_OBJECT

public:
    explicit WhyDrawer(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);

    /// `row`: an index into the snapshot's rows. Cheap while the drawer is hidden: it is written when it is shown.
    void setExplanations(const Snapshot& snapshot, std::size_t row, std::optional<MemoryPart> part);
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] std::optional<MemoryPart> part() const { return m_part; }
    /// The text as it is shown, without its formatting.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void closed();
    void runRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void refresh();
    void retranslate();
    [[nodiscard]] QString title() const;

    std::shared_ptr<const Catalog> m_catalog;
    QLabel* m_title;
    QToolButton* m_run;
    QToolButton* m_close;
    QTextBrowser* m_browser;
    std::optional<Snapshot> m_snapshot;
    std::size_t m_row = 0;
    std::optional<MemoryPart> m_part;
    ByteUnit m_unit = ByteUnit::GiB;
    QString m_html; ///< as it stands in the browser
};

} // namespace vram::ui
