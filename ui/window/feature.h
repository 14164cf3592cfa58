// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMainWindow>
#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMenu;

namespace vram::ui {

class CardBar;
class Comparison;
class MessageBar;
class ScenarioDocument;
class ScenarioPanel;
class ScenarioStore;
class Settings;
class VerdictBand;

/// A place among the entries of a menu: new ones come before `before`, at the end where it is null.
struct MenuPlace {
    QMenu* menu = nullptr;
    QAction* before = nullptr;

    [[nodiscard]] QAction* add(const QString& objectName, const QKeySequence& shortcut = {}) const;
    void addSeparator() const;
};

struct MenuPlaces {
    MenuPlace output; ///< File: after the export of charts
    MenuPlace copy;   ///< Edit: after pasting a model
    MenuPlace views;  ///< View: after the drawers
    MenuPlace explore;
    MenuPlace help; ///< Help: at the top
};

/// What a feature works with. All of it outlives the feature.
struct FeatureContext {
    ScenarioStore& store;
    Settings& settings;
    MessageBar& messages;
    ScenarioDocument& document;
    ScenarioPanel& panel;
    VerdictBand& band;
    CardBar& cards;
    Comparison& comparison;
    QMainWindow& window;
    MenuPlaces menus;
};

/// A capability with menu entries of its own, beside the question and its answer. It is made with the window, adds its
/// actions to the menus and keeps what they open.
class Feature : public QObject {
    Q_OBJECT

public:
    explicit Feature(QObject* parent) : QObject(parent) {}
    /// The texts of its actions; dialogs retranslate themselves.
    virtual void retranslate() = 0;
};

/// No larger than the screen.
void fitToScreen(QWidget& window);

/// Shows `dialog` without stopping the window; made where it is not open yet, gone when it is closed.
void showDialog(QPointer<QDialog>& dialog, const std::function<QDialog*()>& make);

} // namespace vram::ui
