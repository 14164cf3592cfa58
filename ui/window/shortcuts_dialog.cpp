// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keys that a control has by itself, while it has the focus.
struct FixedKeys {
    const char* command;
    std::array<int, 4> keys; ///< 0: none
};
constexpr std::array kFixedKeys{
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: another row"),
              {Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: a page up, a page down"),
              {Qt::Key_PageUp, Qt::Key_PageDown}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Bars and table: explain the row"), {Qt::Key_Return}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Close the explanation"), {Qt::Key_Escape}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Sliders and their boxes: a step"),
              {Qt::Key_Up, Qt::Key_Down}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Sliders: a large step, least and most"),
              {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Boxes: take what was typed, or give it up"),
              {Qt::Key_Return, Qt::Key_Escape}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Model: open the list"), {Qt::Key_Down}},
    FixedKeys{QT_TRANSLATE_NOOP("vram::ui::ShortcutsDialog", "Borders between parts of the window: move them"),
              {Qt::Key_Left, Qt::Key_Right}},
};

/// The actions below a menu's, in its order.
void collect(const QAction& action, QList<const QAction*>& actions) {
    if (const auto* menu = action.menu<QMenu*>()) {
        for (const QAction* each : menu->actions()) {
            collect(*each, actions);
        }
    } else {
        actions += &action;
    }
}

QString nameOf(const QAction& action) {
    QString name = action.text();
    // An entry of a submenu says little without the submenu's title.
    for (const QObject* owner : action.associatedObjects()) {
        const auto* menu = qobject_cast<const QMenu*>(owner);
        if (menu != nullptr && qobject_cast<const QMenu*>(menu->parentWidget()) != nullptr) {
            name = menu->title() + u" › "_s + name;
        }
    }
    // "&File" and, as Chinese menus have it, "檔案(&F)".
    static const QRegularExpression mnemonic(u"\\(&\\w\\)|&|…"_s);
    return name.remove(mnemonic);
}

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
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // Fusion's is black on black in the dark theme
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
    // As the menus have them, then what belongs to a view.
    QList<const QAction*> actions;
    if (const auto* window = qobject_cast<const QMainWindow*>(&m_window)) {
        for (const QAction* menu : window->menuBar()->actions()) {
            collect(*menu, actions);
        }
    }
    for (const QAction* action : m_window.findChildren<QAction*>()) {
        if (!actions.contains(action)) {
            actions += action;
        }
    }
    for (const QAction* action : actions) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts()) {
            keys.append(sequence.toString(QKeySequence::NativeText));
        }
        add(nameOf(*action), keys);
    }
    for (const FixedKeys& each : kFixedKeys) {
        QStringList keys;
        for (const int key : each.keys) {
            keys.append(key == 0 ? QString() : QKeySequence(key).toString(QKeySequence::NativeText));
        }
        keys.removeAll(QString());
        add(tr(each.command), keys);
    }
}

void ShortcutsDialog::add(const QString& command, const QStringList& keys) {
    if (keys.isEmpty() || command.isEmpty()) {
        return;
    }
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(command));
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
