// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/training_options.h"

#include "ui/access/spoken.h"
#include "ui/panel/field_row.h"
#include "ui/panel/short_spin_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {
namespace {

constexpr double kShareStep = 0.05;
constexpr int kShareDecimals = 2;

QString words(const char* text) { return QCoreApplication::translate("TrainingOption", text); }

QString shown(const TrainingOption::Choice& choice) {
    return choice.translated ? words(choice.label) : QString::fromUtf8(choice.label);
}

} // namespace

QWidget* TrainingOptions::Line::control() const {
    return slider != nullptr  ? static_cast<QWidget*>(slider->slider())
           : list != nullptr  ? static_cast<QWidget*>(list)
           : count != nullptr ? static_cast<QWidget*>(count)
           : share != nullptr ? static_cast<QWidget*>(share)
                              : box;
}

TrainingOptions::TrainingOptions(ScenarioStore& store, bool advanced, QWidget* parent)
    : QWidget(parent),
      m_store(store) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    for (const TrainingOption& option : trainingOptions()) {
        if (option.advanced == advanced) {
            m_lines.push_back(makeLine(option));
            layout->addWidget(m_lines.back().row);
        }
    }
}

TrainingOptions::Line TrainingOptions::makeLine(const TrainingOption& option) {
    Line line{&option, nullptr};
    const QString name = QString::fromLatin1(option.key) + QStringLiteral("Training");
    if (const auto* slider = std::get_if<TrainingOption::Slider>(&option.value)) {
        line.slider = new CountRow(name, slider->kind());
        line.row = line.slider;
        connectLine(line);
        return line;
    }
    if (const auto* choice = std::get_if<TrainingOption::Words>(&option.value)) {
        line.list = new QComboBox;
        line.list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const TrainingOption::Choice& each : choice->choices()) {
            line.list->addItem(QString(), QString::fromStdString(each.value));
        }
    } else if (std::holds_alternative<TrainingOption::Count>(option.value)) {
        line.count = new QSpinBox;
        line.count->setRange(1, option.most);
        line.count->setGroupSeparatorShown(true);
        line.count->setKeyboardTracking(false);
    } else if (std::holds_alternative<TrainingOption::Share>(option.value)) {
        line.share = new ShortSpinBox;
        line.share->setRange(0, 1);
        line.share->setDecimals(kShareDecimals);
        line.share->setSingleStep(kShareStep);
        line.share->setKeyboardTracking(false);
    } else {
        line.box = new QCheckBox;
    }
    guardWheel(line.control());
    line.control()->setObjectName(name);
    line.row = new FieldRow(line.control());
    line.row->leaveKeysToOthers();
    connectLine(line);
    return line;
}

void TrainingOptions::connectLine(const Line& line) {
    const auto& value = line.option->value;
    if (line.slider != nullptr) {
        connect(line.slider, &CountRow::countChosen, this,
                [this, member = std::get<TrainingOption::Slider>(value).member](std::int64_t count) {
                    m_store.edit([=](Scenario& scenario) { scenario.training.*member = count; });
                });
    } else if (line.list != nullptr) {
        connect(line.list, &QComboBox::activated, this,
                [this, set = std::get<TrainingOption::Words>(value).set, list = line.list](int index) {
                    const std::string chosen = list->itemData(index).toString().toStdString();
                    m_store.edit([&](Scenario& scenario) { set(scenario.training, chosen); });
                });
    } else if (line.count != nullptr) {
        connect(line.count, &QSpinBox::valueChanged, this,
                [this, member = std::get<TrainingOption::Count>(value)](int count) {
                    m_store.edit([=](Scenario& scenario) { scenario.training.*member = count; });
                });
    } else if (line.share != nullptr) {
        connect(line.share, &QDoubleSpinBox::valueChanged, this,
                [this, member = std::get<TrainingOption::Share>(value)](double share) {
                    m_store.edit([=](Scenario& scenario) { scenario.training.*member = share; });
                });
    } else {
        connect(line.box, &QCheckBox::clicked, this, [this, member = std::get<TrainingOption::Switch>(value)](bool on) {
            m_store.edit([=](Scenario& scenario) { scenario.training.*member = on; });
        });
    }
}

void TrainingOptions::show(const Line& line, const TrainingChoice& chosen) {
    if (line.slider != nullptr) {
        line.slider->showCount(chosen.*std::get<TrainingOption::Slider>(line.option->value).member);
        return;
    }
    const QSignalBlocker quiet(line.control());
    if (line.list != nullptr) {
        const auto& choice = std::get<TrainingOption::Words>(line.option->value);
        const QString value = QString::fromStdString(choice.get(chosen));
        int index = line.list->findData(value);
        if (index < 0) { // a file may name what the list does not offer
            line.list->addItem(value, value);
            index = line.list->count() - 1;
        }
        line.list->setCurrentIndex(index);
    } else if (line.count != nullptr) {
        const std::int64_t value = chosen.*std::get<TrainingOption::Count>(line.option->value);
        line.count->setValue(static_cast<int>(std::min<std::int64_t>(value, line.option->most)));
    } else if (line.share != nullptr) {
        line.share->setValue(chosen.*std::get<TrainingOption::Share>(line.option->value));
    } else {
        line.box->setChecked(chosen.*std::get<TrainingOption::Switch>(line.option->value));
    }
}

void TrainingOptions::setSnapshot(const Snapshot& snapshot) {
    const Task task = snapshot.scenario.task;
    setVisible(task != Task::Inference);
    if (task == Task::Inference) {
        return;
    }
    const TrainingFramework* const framework = snapshot.resolved && snapshot.resolved->runtime != nullptr
                                                   ? findTrainingFramework(snapshot.resolved->runtime->name)
                                                   : nullptr;
    const bool changed = framework != nullptr && framework != m_framework;
    m_framework = changed ? framework : m_framework;
    for (const Line& line : m_lines) {
        if (changed && line.list != nullptr) {
            nameChoices(line, framework);
        }
        const bool matters = line.option->matters(snapshot.scenario);
        line.row->setVisible(matters);
        if (matters) {
            show(line, snapshot.scenario.training);
        }
    }
}

void TrainingOptions::showRankZones(const ShownZones& shown) {
    for (const Line& line : m_lines) {
        const auto* const slider = std::get_if<TrainingOption::Slider>(&line.option->value);
        if (slider != nullptr && slider->member == &TrainingChoice::loraRank) {
            line.slider->showZones(shown);
        }
    }
}

void TrainingOptions::nameChoices(const Line& line, const TrainingFramework* framework) {
    const auto& value = std::get<TrainingOption::Words>(line.option->value);
    const auto choices = value.choices();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        line.list->setItemText(static_cast<int>(i), shown(choices[i]));
    }
    if (value.own == nullptr || framework == nullptr) {
        return;
    }
    const auto own = std::ranges::find(choices, value.own(*framework), &TrainingOption::Choice::value);
    if (own != choices.end()) {
        //: what the framework does by itself: "Default: every layer"
        line.list->setItemText(0, tr("Default: %1").arg(shown(*own)));
    }
}

void TrainingOptions::retranslate() {
    for (const Line& line : m_lines) {
        if (line.slider != nullptr) {
            line.slider->setTexts(words(line.option->label), words(line.option->tip));
            continue;
        }
        line.row->setLabel(words(line.option->label));
        line.control()->setToolTip(words(line.option->tip));
        nameControl(*line.control(), words(line.option->label));
        if (line.list != nullptr) {
            nameChoices(line, m_framework);
        } else if (line.box != nullptr) {
            line.box->setText(words(QT_TRANSLATE_NOOP("TrainingOption", "On")));
        }
    }
}

} // namespace vram::ui
