// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keys that are no command of a menu: what they do depends on what has the focus.
struct FocusKeys {
    const char* what;
    std::array<Qt::Key, 2> keys; ///< the second may be unknown: none
};
constexpr std::array kFocusKeys{
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: the row above, the row below"),
              {Qt::Key_Up, Qt::Key_Down}},
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: a page up, a page down"),
              {Qt::Key_PageUp, Qt::Key_PageDown}},
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars: the first row, the last row"),
              {Qt::Key_Home, Qt::Key_End}},
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: explain the row"),
              {Qt::Key_Return, Qt::Key_unknown}},
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Close the explanation or a dialog"),
              {Qt::Key_Escape, Qt::Key_unknown}},
    FocusKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Sliders: four stops up, four stops down"),
              {Qt::Key_PageUp, Qt::Key_PageDown}},
};

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* window) : QDialog(window), m_window(*window), m_table(new QTableWidget) {
    setObjectName(u"shortcutsDialog"_s);
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setColumnCount(2);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    resize(460, 520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    retranslate();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
}

void ShortcutsDialog::retranslate() {
    setWindowTitle(tr("Keyboard shortcuts"));
    m_table->setAccessibleName(tr("Keyboard shortcuts"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Shortcut")});
    m_table->setRowCount(0);
    for (const QAction* action : m_window.findChildren<QAction*>()) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts()) {
            keys.append(sequence.toString(QKeySequence::NativeText));
        }
        QString name = action->text();
        // An entry of a submenu says little without the submenu's title.
        for (const QObject* owner : action->associatedObjects()) {
            const auto* menu = qobject_cast<const QMenu*>(owner);
            if (menu != nullptr && qobject_cast<const QMenu*>(menu->parentWidget()) != nullptr) {
                name = menu->title() + u" › "_s + name;
            }
        }
        // "&File" and, as Chinese menus have it, "檔案(&F)".
        static const QRegularExpression mnemonic(u"\\(&\\w\\)|&|…"_s);
        name.remove(mnemonic);
        if (keys.isEmpty() || name.isEmpty()) {
            continue;
        }
        addRow(name, keys);
    }
    for (const FocusKeys& entry : kFocusKeys) {
        QStringList keys;
        for (const Qt::Key key : entry.keys) {
            if (key != Qt::Key_unknown) {
                keys.append(QKeySequence(key).toString(QKeySequence::NativeText));
            }
        }
        addRow(tr(entry.what), keys);
    }
}

void ShortcutsDialog::addRow(const QString& what, const QStringList& keys) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(what));
    m_table->setItem(row, 1, new QTableWidgetItem(keys.join(u", "_s)));
}

void ShortcutsDialog::changeEvent(QEvent* event) {
    // The actions' own texts change with the same event of their window, which comes first.
    if (event->type() == QEvent::LanguageChange) {
        QTimer::singleShot(0, this, &ShortcutsDialog::retranslate);
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
