// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/kv_list.h"

#include "ui/panel/field_row.h"
#include "ui/store/runtime_switch.h"
#include "ui/text/shown_text.h"

#include <QLocale>
#include <QSignalBlocker>

namespace vram::ui {
namespace {

QString bitsOf(const KvFormat& format) {
    const double bits =
        8.0 * static_cast<double>(format.blockBytes.value_or(0)) / static_cast<double>(format.blockValues);
    return QLocale().toString(bits, 'g', 3);
}

} // namespace

KvList::KvList(const Catalog& catalog, const QString& name, QWidget* parent) : QComboBox(parent), m_catalog(catalog) {
    setObjectName(name);
    guardWheel(this);
    connect(this, &QComboBox::activated, this, [this](int index) {
        // The entry that stands for two different types is no choice.
        if (const QString id = itemData(index).toString(); !id.isEmpty()) {
            emit typeChosen(id.toStdString());
        }
    });
}

void KvList::fill() {
    clear();
    for (const KvFormat* format : kvChoices(m_catalog, *m_runtime)) {
        const QString id = QString::fromStdString(format->id);
        addItem(format->modelType ? tr("%1 (the model's own type)").arg(shownText(id))
                                  : tr("%1 (%2 bits)").arg(shownText(id), bitsOf(*format)),
                id);
    }
}

void KvList::showType(const RuntimeProfile& runtime, const std::string& id) {
    const QSignalBlocker quiet(this);
    if (m_runtime != &runtime) {
        m_runtime = &runtime;
        fill();
    }
    if (count() > 0 && itemData(count() - 1).toString().isEmpty()) {
        removeItem(count() - 1);
    }
    int index = findData(QString::fromStdString(id));
    if (index < 0) {
        addItem(shownText(id), QString());
        index = count() - 1;
    }
    setCurrentIndex(index);
}

void KvList::retranslate() {
    if (m_runtime) {
        const QSignalBlocker quiet(this);
        const QString id = currentData().toString();
        const QString text = currentText();
        fill();
        if (id.isEmpty()) {
            addItem(text, QString());
        }
        setCurrentIndex(id.isEmpty() ? count() - 1 : findData(id));
    }
}

} // namespace vram::ui
