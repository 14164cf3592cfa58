// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/placement_options.h"

#include "ui/access/spoken.h"
#include "ui/panel/placement_ratios.h"
#include "ui/panel/short_spin_box.h"
#include "ui/panel/slider_row.h"
#include "ui/placement/layers_row.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

using Option = PlacementOption;

constexpr double kMostBudget = 65536; // GiB, of the box; a file may ask for more
constexpr double kBudgetStep = 0.5;
constexpr int kBudgetDecimals = 2;
constexpr double kMibPerGib = 1024;
constexpr int kLayersPage = 4;

QString words(const char* text) { return QCoreApplication::translate("PlacementOption", text); }

QString layersText(std::int64_t count) {
    const int layers = static_cast<int>(count); // a plain name: lupdate does not see through a cast
    return QCoreApplication::translate("PlacementOption", "%n layer(s)", nullptr, layers);
}

} // namespace

QWidget* PlacementOptions::Line::control() const {
    return budget != nullptr   ? static_cast<QWidget*>(budget)
           : layers != nullptr ? static_cast<QWidget*>(layers->slider())
           : list != nullptr   ? static_cast<QWidget*>(list)
           : box != nullptr    ? static_cast<QWidget*>(box)
                               : text;
}

PlacementOptions::PlacementOptions(ScenarioStore& store, QWidget* parent) : QWidget(parent), m_store(store) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    for (const Option& option : placementOptions()) {
        m_lines.push_back(makeLine(option));
        connectLine(m_lines.back());
        layout->addWidget(m_lines.back().row);
    }
}

PlacementOptions::Line PlacementOptions::makeLine(const Option& option) {
    Line line{&option};
    const QString name = QString::fromLatin1(option.key) + u"Placement"_s;
    if (std::holds_alternative<Option::Layers>(option.value)) {
        line.layers = new SliderRow(name, SliderRow::Box::Line);
        line.layers->slider()->setPageStep(kLayersPage);
        line.row = line.layers;
        return line;
    }
    if (std::holds_alternative<Option::Budget>(option.value)) {
        line.budget = new ShortSpinBox;
        line.budget->setRange(0, kMostBudget);
        line.budget->setDecimals(kBudgetDecimals);
        line.budget->setSingleStep(kBudgetStep);
        line.budget->setSuffix(u"\u00a0GiB"_s);
        line.budget->setKeyboardTracking(false); // "11.5" is not 1 first
    } else if (std::holds_alternative<Option::Switch>(option.value)) {
        line.box = new QCheckBox;
    } else if (std::holds_alternative<Option::Ratios>(option.value)) {
        line.text = new QLineEdit;
    } else {
        line.list = new QComboBox;
        line.list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    guardWheel(line.control());
    line.control()->setObjectName(name);
    line.row = new FieldRow(line.control());
    line.row->leaveKeysToOthers();
    return line;
}

void PlacementOptions::connectLine(const Line& line) {
    const auto& value = line.option->value;
    if (line.budget != nullptr) {
        connect(line.budget, &QDoubleSpinBox::valueChanged, this,
                [this, member = std::get<Option::Budget>(value).member](double gib) {
                    m_store.edit([=](Scenario& scenario) {
                        scenario.placement.*member =
                            gib > 0 ? std::optional<std::int64_t>(std::llround(gib * kMibPerGib)) : std::nullopt;
                    });
                });
    } else if (line.layers != nullptr) {
        connect(line.layers, &SliderRow::stopChosen, this,
                [this, line](int position) { chooseLayers(line, position); });
        connect(line.layers, &SliderRow::textEntered, this,
                [this, line](const QString& text) { enterLayers(line, text); });
    } else if (line.box != nullptr) {
        connect(line.box, &QCheckBox::clicked, this, [this, member = std::get<Option::Switch>(value).member](bool on) {
            m_store.edit([=](Scenario& scenario) { scenario.placement.*member = on; });
        });
    } else if (line.text != nullptr) {
        connect(line.text, &QLineEdit::editingFinished, this, [this, line] { enterRatios(line); });
    } else {
        connectList(line);
    }
}

void PlacementOptions::connectList(const Line& line) {
    connect(line.list, &QComboBox::activated, this, [this, line](int index) {
        const QVariant chosen = line.list->itemData(index);
        const auto& value = line.option->value;
        m_store.edit([&](Scenario& scenario) {
            PlacementChoice& placement = scenario.placement;
            if (const auto* either = std::get_if<Option::Either>(&value)) {
                placement.*either->member = chosen.toBool();
            } else if (const auto* degree = std::get_if<Option::Degree>(&value)) {
                placement.*degree->member =
                    chosen.isValid() ? std::optional<std::int64_t>(chosen.toLongLong()) : std::nullopt;
            } else if (const auto* card = std::get_if<Option::Card>(&value)) {
                placement.*card->member = chosen.toLongLong();
            }
        });
    });
}

void PlacementOptions::chooseLayers(const Line& line, std::int64_t count) {
    m_store.edit([count, member = std::get<Option::Layers>(line.option->value).member](Scenario& scenario) {
        scenario.placement.*member = count > 0 ? std::optional(count) : std::nullopt;
    });
}

void PlacementOptions::enterLayers(const Line& line, const QString& text) {
    const std::optional<std::int64_t> count = parseLayers(text, m_facts.layers);
    if (!count) {
        const QLocale locale;
        line.layers->reject(
            tr("“%1” is no number of layers. Type a whole number from %2 to %3.")
                .arg(text.left(40), locale.toString(0), locale.toString(static_cast<qlonglong>(m_facts.layers))));
        return;
    }
    chooseLayers(line, *count);
}

void PlacementOptions::enterRatios(const Line& line) {
    const auto member = std::get<Option::Ratios>(line.option->value).member;
    const std::optional<std::vector<double>> ratios = parseRatios(line.text->text());
    if (!ratios) {
        line.row->setComplaint(tr("“%1” is no list of shares. Type a number for each card, such as 3,1, or nothing.")
                                   .arg(shownText(line.text->text().left(40))));
        return;
    }
    line.row->setComplaint({});
    m_store.edit([&](Scenario& scenario) { scenario.placement.*member = *ratios; });
    line.text->setText(formatRatios(*ratios));
}

void PlacementOptions::setSnapshot(const Snapshot& snapshot, const PlacementFacts& facts) {
    m_facts = facts;
    m_empty = true;
    for (const Line& line : m_lines) {
        const bool matters = line.option->matters(facts, snapshot.scenario.placement);
        line.row->setVisible(matters);
        m_empty = m_empty && !matters;
        if (matters) {
            show(line, snapshot.scenario.placement);
        }
    }
    setVisible(!m_empty);
}

void PlacementOptions::show(const Line& line, const PlacementChoice& chosen) const {
    const auto& value = line.option->value;
    if (line.layers != nullptr) {
        showLayers(line, chosen.*std::get<Option::Layers>(value).member);
        return;
    }
    const QSignalBlocker quiet(line.control());
    if (line.budget != nullptr) {
        const auto mib = (chosen.*std::get<Option::Budget>(value).member).value_or(0);
        line.budget->setValue(static_cast<double>(mib) / kMibPerGib);
    } else if (line.box != nullptr) {
        line.box->setChecked(chosen.*std::get<Option::Switch>(value).member);
    } else if (line.text != nullptr) {
        const auto& ratios = chosen.*std::get<Option::Ratios>(value).member;
        // What is being typed, or was refused, stays.
        if (parseRatios(line.text->text()) != ratios && !line.text->hasFocus()) {
            line.row->setComplaint({});
            line.text->setText(formatRatios(ratios));
        }
    } else {
        fillList(line, chosen);
    }
}

void PlacementOptions::showLayers(const Line& line, std::optional<std::int64_t> count) const {
    std::vector<double> stops = layerStops(m_facts.layers);
    if (stops != line.layers->slider()->stops()) {
        line.layers->slider()->setStops(std::move(stops));
    }
    const std::int64_t placed = count.value_or(m_facts.expertsInRam);
    const std::int64_t shown = std::min(placed, m_facts.layers); // a file may say more
    const QString figures = layerFigures(shown, m_facts.layers);
    line.layers->showValue(static_cast<int>(shown), count || shown == 0 ? figures : automaticFigures(figures),
                           layersText(shown));
}

void PlacementOptions::fillList(const Line& line, const PlacementChoice& chosen) const {
    const auto& value = line.option->value;
    QList<std::pair<QString, QVariant>> items;
    QVariant present;
    if (const auto* either = std::get_if<Option::Either>(&value)) {
        items = {{words(either->off), false}, {words(either->on), true}};
        present = chosen.*either->member;
    } else if (const auto* degree = std::get_if<Option::Degree>(&value)) {
        items = {{tr("Automatic"), QVariant()}};
        for (const std::int64_t each : m_facts.degrees) {
            items += {QLocale().toString(static_cast<qlonglong>(each)), static_cast<qlonglong>(each)};
        }
        const std::optional<std::int64_t> number = chosen.*degree->member;
        present = number ? QVariant(static_cast<qlonglong>(*number)) : QVariant();
    } else if (const auto* card = std::get_if<Option::Card>(&value)) {
        qlonglong number = 0;
        for (const std::string& name : m_facts.cards) {
            //: a card by its number, as the runtime counts them, and its name
            items += {tr("%1: %2").arg(QString::number(number), shortGpuName(shownText(name))), number};
            ++number;
        }
        present = static_cast<qlonglong>(chosen.*card->member);
    }
    const auto same = [&](const auto& item) { return item.second == present; };
    if (std::ranges::none_of(items, same)) { // a file may say what divides no machine here
        items += {present.toString(), present};
    }
    bool filled = line.list->count() == items.size();
    for (qsizetype i = 0; filled && i < items.size(); ++i) {
        const int index = static_cast<int>(i);
        filled = line.list->itemText(index) == items[i].first && line.list->itemData(index) == items[i].second;
    }
    if (!filled) {
        line.list->clear();
        for (const auto& [text, kept] : items) {
            line.list->addItem(text, kept);
        }
    }
    line.list->setCurrentIndex(static_cast<int>(std::ranges::find_if(items, same) - items.begin()));
}

void PlacementOptions::retranslate() {
    for (const Line& line : m_lines) {
        const QString label = words(line.option->label);
        const QString tip = words(line.option->tip);
        if (line.layers != nullptr) {
            line.layers->setTexts(label, tip);
            line.layers->leaveKeysToOthers();
            continue;
        }
        line.row->setLabel(label);
        line.control()->setToolTip(plainToolTip(tip));
        nameControl(*line.control(), label);
        if (line.budget != nullptr) {
            line.budget->setSpecialValueText(tr("All usable"));
            line.budget->setAccessibleName(tr("VRAM to use at most on every card (GiB)"));
        } else if (line.box != nullptr) {
            line.box->setText(tr("On"));
        } else if (line.text != nullptr) {
            line.text->setPlaceholderText(tr("By usable memory"));
        }
    }
}

} // namespace vram::ui
