// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/runtime_options.h"

#include "ui/access/spoken.h"
#include "ui/panel/field_row.h"
#include "ui/panel/short_spin_box.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {
namespace {

constexpr int kShareDecimals = 3;
constexpr double kShareStep = 0.05;
constexpr double kLeastShare = 0.01; // of the scenario

QString words(const char* text) { return QCoreApplication::translate("RuntimeOption", text); }

/// A box whose lowest value, 0, leaves the option to the runtime.
template <typename Box>
Box* makeBox() {
    auto* box = new Box;
    // A typed figure counts when it is complete.
    box->setKeyboardTracking(false);
    guardWheel(box);
    return box;
}

} // namespace

QWidget* RuntimeOptions::Line::control() const {
    return count != nullptr ? static_cast<QWidget*>(count) : share != nullptr ? static_cast<QWidget*>(share) : choice;
}

RuntimeOptions::RuntimeOptions(ScenarioStore& store, QWidget* parent) : QWidget(parent), m_store(store) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    for (const RuntimeOption& option : runtimeOptions()) {
        m_lines.push_back(makeLine(option));
        layout->addWidget(m_lines.back().row);
    }
}

RuntimeOptions::Line RuntimeOptions::makeLine(const RuntimeOption& option) {
    Line line{&option, nullptr};
    if (const auto* count = std::get_if<RuntimeOption::Count>(&option.value)) {
        line.count = makeBox<QSpinBox>();
        line.count->setRange(0, option.most);
        line.count->setSingleStep(option.step);
        line.count->setGroupSeparatorShown(true);
        connect(line.count, &QSpinBox::valueChanged, this, [this, member = *count](int value) {
            m_store.edit([=](Scenario& scenario) {
                scenario.runtime.*member = value > 0 ? std::optional<std::int64_t>(value) : std::nullopt;
            });
        });
    } else if (const auto* share = std::get_if<RuntimeOption::Share>(&option.value)) {
        line.share = makeBox<ShortSpinBox>();
        line.share->setDecimals(kShareDecimals);
        line.share->setRange(0, 1);
        line.share->setSingleStep(kShareStep);
        connect(line.share, &QDoubleSpinBox::valueChanged, this, [this, member = *share](double value) {
            m_store.edit([=](Scenario& scenario) {
                scenario.runtime.*member = value > 0 ? std::optional(std::max(value, kLeastShare)) : std::nullopt;
            });
        });
    } else if (const auto* state = std::get_if<RuntimeOption::Switch>(&option.value)) {
        line.choice = new QComboBox;
        guardWheel(line.choice);
        for (const QVariant& each : {QVariant(), QVariant(true), QVariant(false)}) {
            line.choice->addItem(QString(), each);
        }
        connect(line.choice, &QComboBox::activated, this, [this, member = *state, list = line.choice](int index) {
            const QVariant chosen = list->itemData(index);
            m_store.edit([&](Scenario& scenario) {
                scenario.runtime.*member = chosen.isValid() ? std::optional(chosen.toBool()) : std::nullopt;
            });
        });
    }
    // The same option of two runtimes is two controls, of which one is shown.
    line.control()->setObjectName(QString::fromLatin1(option.key) + QStringLiteral("Option") +
                                  QString::number(static_cast<int>(option.engine)));
    line.row = new FieldRow(line.control());
    line.row->leaveKeysToOthers();
    return line;
}

void RuntimeOptions::show(const Line& line, const RuntimeChoice& chosen) const {
    const QSignalBlocker quiet(line.control());
    if (line.count != nullptr) {
        const std::int64_t value = (chosen.*std::get<RuntimeOption::Count>(line.option->value)).value_or(0);
        line.count->setValue(static_cast<int>(std::min<std::int64_t>(value, line.option->most)));
    } else if (line.share != nullptr) {
        line.share->setValue((chosen.*std::get<RuntimeOption::Share>(line.option->value)).value_or(0));
    } else {
        const std::optional<bool> value = chosen.*std::get<RuntimeOption::Switch>(line.option->value);
        line.choice->setCurrentIndex(!value ? 0 : *value ? 1 : 2);
    }
}

void RuntimeOptions::setSnapshot(const Snapshot& snapshot) {
    if (!snapshot.resolved) {
        return;
    }
    bool any = false;
    for (const Line& line : m_lines) {
        const bool own = line.option->engine == snapshot.resolved->runtime->engine;
        any = any || own;
        line.row->setVisible(own);
        if (own) {
            show(line, snapshot.scenario.runtime);
        }
    }
    setVisible(any);
}

void RuntimeOptions::retranslate() {
    const QString own = tr("Runtime's own");
    for (const Line& line : m_lines) {
        line.row->setLabel(words(line.option->label));
        line.control()->setToolTip(words(line.option->tip));
        nameControl(*line.control(), words(line.option->label));
        if (line.choice != nullptr) {
            line.choice->setItemText(0, own);
            line.choice->setItemText(1, tr("On"));
            line.choice->setItemText(2, tr("Off"));
        } else {
            static_cast<QAbstractSpinBox*>(line.control())->setSpecialValueText(own);
        }
    }
}

} // namespace vram::ui
