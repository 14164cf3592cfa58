// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawer/drawer.h"

#include "core/report/command.h"
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
/// was seen there. Retranslates itself.
class RunDrawer : public Drawer {
    Q_OBJECT

public:
    explicit RunDrawer(ScenarioStore& store, QWidget* parent = nullptr);

    /// Cheap while the drawer is hidden: it is written when it is shown.
    void setSnapshot(const Snapshot& snapshot);
    void setByteUnit(ByteUnit unit);
    /// The shell that commands are written for.
    void setShell(Shell shell);

signals:
    void whyRequested();
    void shellChosen(vram::Shell shell);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void build();
    void showCommands(const Row* row);
    /// Why there is nothing to start; empty: there is.
    [[nodiscard]] QString insteadOfCommands(const Row* row) const;
    QLabel* addHeading(QWidget& page, const QString& name);

    ScenarioStore& m_store;
    QToolButton* m_why;
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
