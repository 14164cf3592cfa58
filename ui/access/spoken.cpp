// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/spoken.h"

#include <QAccessibleWidget>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QObject>
#include <QRegularExpression>
#include <QSplitter>
#include <QToolButton>
#include <QWidget>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// Belongs to the widget that it describes.
class SpokenText : public QObject {
public:
    SpokenText(QWidget* widget, QAccessible::Role role, std::function<QString()> name)
        : QObject(widget),
          m_role(role),
          m_name(std::move(name)) {}
    [[nodiscard]] QAccessible::Role role() const { return m_role; }
    [[nodiscard]] const std::function<QString()>& name() const { return m_name; }

private:
    QAccessible::Role m_role;
    std::function<QString()> m_name;
};

SpokenText* spokenText(const QObject* object) {
    for (QObject* const child : object->children()) {
        if (auto* const text = dynamic_cast<SpokenText*>(child)) {
            return text;
        }
    }
    return nullptr;
}

class SpokenWidget : public QAccessibleWidget {
public:
    SpokenWidget(QWidget* widget, const SpokenText& text)
        : QAccessibleWidget(widget, text.role()),
          m_name(text.name()) {}
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && m_name ? m_name() : QAccessibleWidget::text(kind);
    }

private:
    std::function<QString()> m_name;
};

QAccessibleInterface* makeSpoken(const QString&, QObject* object) {
    auto* const widget = qobject_cast<QWidget*>(object);
    const SpokenText* const text = widget != nullptr ? spokenText(widget) : nullptr;
    return text != nullptr ? new SpokenWidget(widget, *text) : nullptr;
}

/// A label of another making that names the control.
bool hasOwnLabel(const QWidget& control, const QLabel* hidden) {
    for (const QObject* const sibling : control.parentWidget()->children()) {
        const auto* const label = qobject_cast<const QLabel*>(sibling);
        if (label != nullptr && label != hidden && label->buddy() == &control) {
            return true;
        }
    }
    return false;
}

} // namespace

void speakAs(QWidget& widget, QAccessible::Role role, std::function<QString()> name) {
    QAccessible::installFactory(&makeSpoken); // Qt ignores a factory that is installed already
    delete spokenText(&widget);
    new SpokenText(&widget, role, std::move(name));
}

void nameControl(QWidget& control, const QString& name) {
    if (control.accessibleName() != name) {
        control.setAccessibleName(name);
    }
    if (qobject_cast<QComboBox*>(&control) == nullptr || control.parentWidget() == nullptr) {
        return;
    }
    static const QString kHidden = u"nameOf:"_s;
    const QString id = kHidden + QString::number(reinterpret_cast<quintptr>(&control), 16);
    auto* label = control.parentWidget()->findChild<QLabel*>(id, Qt::FindDirectChildrenOnly);
    if (hasOwnLabel(control, label)) {
        return;
    }
    if (label == nullptr) {
        label = new QLabel(control.parentWidget());
        label->setObjectName(id);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(&control);
        label->hide();
    }
    label->setText(name);
}

void nameClearButton(const QLineEdit& line) {
    for (auto* const button : line.findChildren<QToolButton*>()) {
        button->setAccessibleName(QCoreApplication::translate("Access", "Clear the text"));
    }
}

QString withoutMnemonic(const QString& label) {
    static const QRegularExpression kMnemonic(u"\\s*\\(&\\w\\)|&(?=\\w)"_s);
    QString plain = label;
    return plain.remove(kMnemonic);
}

void readInOrder(QSplitter& splitter) {
    for (int i = 0; i < splitter.count(); ++i) {
        splitter.widget(i)->raise();
    }
    // The handles reach into their neighbours and stay above them.
    for (int i = 1; i < splitter.count(); ++i) {
        splitter.handle(i)->raise();
    }
}

} // namespace vram::ui
