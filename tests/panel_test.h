// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QObject>
#include <QTest>

#include "ui/panel/field_row.h"
#include "ui/panel/scenario_panel.h"
#include "ui/store/scenario_store.h"

#include <memory>

/// The scenario panel over a store of its own, as a user meets it; for tests that work its controls.
class PanelTest : public QObject {
protected:
    static const std::shared_ptr<const vram::Catalog>& catalog() {
        static const std::shared_ptr<const vram::Catalog> facts = vram::loadCatalog().catalog;
        return facts;
    }
    void open() {
        m_store = std::make_unique<vram::ui::ScenarioStore>(catalog());
        m_panel = std::make_unique<vram::ui::ScenarioPanel>(*m_store);
        m_panel->resize(400, 800);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
    }
    void close() {
        m_panel.reset();
        m_store.reset();
    }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_panel->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    /// The line of a box, whether it is a line or an editable list.
    [[nodiscard]] QLineEdit* box(const char* name) const {
        auto* list = m_panel->findChild<QComboBox*>(QString::fromLatin1(name));
        return list ? list->lineEdit() : find<QLineEdit>(name);
    }
    void type(const char* name, const QString& text) const {
        QLineEdit* line = box(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    /// All hints that can be read now.
    [[nodiscard]] QString hints() const {
        QString text;
        for (const vram::ui::FieldRow* row : m_panel->findChildren<vram::ui::FieldRow*>()) {
            text += row->hint() + u'\n';
        }
        return text;
    }

    std::unique_ptr<vram::ui::ScenarioStore> m_store;
    std::unique_ptr<vram::ui::ScenarioPanel> m_panel;
};
