// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "core/scenario/resolve.h"
#include "ui/guide/guide_targets.h"
#include "ui/guide/guide_text.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <vector>

class QListWidget;
class QSplitter;
class QTextBrowser;
class QUrl;

namespace vram::ui {

/// The guide: sections at the left, the chosen one at the right, with figures of the present scenario. A link leads to
/// the control that the text speaks of.
class GuideDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 150; ///< of rest before figures follow the scenario

    /// Not a child of `window`, which comes to the front when a link leads there.
    GuideDialog(ScenarioStore& store, Settings& settings, QMainWindow& window);
    [[nodiscard]] const std::vector<GuideSection>& sections() const { return m_sections; }
    void showSection(int section);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void render();
    void follow(const QUrl& link);
    ScenarioStore& m_store;
    Settings& m_settings;
    GuideTargets m_targets;
    Resolver m_resolver;
    std::vector<GuideSection> m_sections;
    QTimer m_rest;
    QSplitter* m_splitter;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace vram::ui
