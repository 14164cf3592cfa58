// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <QStringList>

#include "ui/store/snapshot.h"

#include <functional>
#include <string>
#include <vector>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace vram::ui {

/// The scenarios that are kept as rows: the present one is kept by a click, files are added, names are edited in place.
class ScenarioPicker : public QDialog {
    Q_OBJECT

public:
    /// Reads a scenario's file.
    using ReadFile = std::function<Result<Scenario>(const QString& path)>;
    ScenarioPicker(const Snapshot& snapshot, ReadFile readFile, QWidget* parent = nullptr);
    [[nodiscard]] std::vector<SavedScenario> scenarios() const;
    /// For `view.values`: the names of those that are checked, empty where all are.
    [[nodiscard]] std::vector<std::string> values() const;
    void addFiles(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Buttons {
        QPushButton* keep;
        QPushButton* add;
        QPushButton* rename;
        QPushButton* remove;
    };
    void build(const std::vector<std::string>& chosen);
    void keep(const QString& name, const Scenario& scenario, bool checked = true);
    void chooseFiles();
    void update();
    void retranslate();

    Scenario m_present;
    QString m_presentName;
    ReadFile m_readFile;
    QListWidget* m_list;
    QLabel* m_message;
    QDialogButtonBox* m_buttons;
    Buttons m_actions;
};

} // namespace vram::ui
