// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <optional>

class QLabel;
class QScrollArea;
class QToolButton;

namespace vram::ui {

class CommandList;
class SeenEditor;
class TargetEditor;

/// How the focused row is run: its commands, what speed is aimed at, how to check the estimate on the machine, and what
/// was seen there. Retranslates itself; Escape closes it.
class RunDrawer : public QFrame {
    Q_OBJECT

public:
    explicit RunDrawer(ScenarioStore& store, QWidget* parent = nullptr);

    /// Cheap while the drawer is hidden: it is written when it is shown.
    void setSnapshot(const Snapshot& snapshot);
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void closed();
    void whyRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void refresh();
    void retranslate();
    QLabel* addHeading(QWidget& page, const QString& name);

    ScenarioStore& m_store;
    QLabel* m_title;
    QToolButton* m_why;
    QToolButton* m_close;
    QScrollArea* m_area;
    CommandList* m_commands;
    QLabel* m_checkHeading = nullptr;
    QLabel* m_checks;
    QLabel* m_targetHeading = nullptr;
    TargetEditor* m_targets;
    QLabel* m_seenHeading = nullptr;
    SeenEditor* m_seen;
    std::optional<Snapshot> m_snapshot;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
