// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/filter_pane.h"

#include "ui/access/spoken.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::array<std::int64_t, 8> kSizes{1, 3, 8, 15, 35, 80, 150, 400}; ///< billions of parameters
constexpr std::array kBits{2.0, 3.0, 4.0, 5.0, 6.0, 8.0};
constexpr std::array kSpeeds{5.0, 10.0, 20.0, 40.0, 80.0}; ///< tokens a second
constexpr std::array kVerdicts{Verdict::Fits, Verdict::Tight, Verdict::Offload, Verdict::Unknown};
constexpr int kUsualBits = 3; ///< place in the list: four bits and more
constexpr int kUsualVerdict = 1;

using Words = std::vector<std::function<QString()>>;

std::optional<std::int64_t> sizeOf(const QComboBox& box) {
    const int index = box.currentIndex();
    return index > 0 ? std::optional(kSizes.at(static_cast<std::size_t>(index - 1)) * kBillion) : std::nullopt;
}

} // namespace

FilterPane::FilterPane(const Catalog& catalog, QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_searchLabel(new QLabel),
      m_everyFormat(new QCheckBox) {
    m_search->setObjectName(u"finderSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_searchLabel->setBuddy(m_search);
    m_everyFormat->setObjectName(u"finderEveryFormat"_s);
    addChoices(catalog);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_searchLabel, m_search);
    for (const Choice& choice : m_choices) {
        form->addRow(choice.label, choice.box);
    }
    form->addRow(m_everyFormat);
    m_bits->setCurrentIndex(kUsualBits);
    m_verdict->setCurrentIndex(kUsualVerdict);
    connect(m_search, &QLineEdit::textChanged, this, &FilterPane::changed);
    connect(m_everyFormat, &QCheckBox::toggled, this, &FilterPane::changed);
}

QComboBox* FilterPane::add(const char* objectName, std::function<QString()> name, Words words) {
    Choice choice{new QComboBox, new QLabel, std::move(name), std::move(words)};
    choice.box->setObjectName(QString::fromLatin1(objectName));
    choice.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.box->setMinimumContentsLength(12);
    choice.label->setBuddy(choice.box);
    for (const auto& word : choice.words) {
        choice.box->addItem(word());
    }
    connect(choice.box, &QComboBox::currentIndexChanged, this, &FilterPane::changed);
    m_choices.push_back(std::move(choice));
    return m_choices.back().box;
}

void FilterPane::addChoices(const Catalog& catalog) {
    std::set<std::string> families;
    std::set<std::string, std::greater<>> years;
    for (const CatalogModel& model : catalog.models()) {
        families.insert(model.family);
        years.insert(model.release.substr(0, 4));
    }
    m_families.assign(families.begin(), families.end());
    m_years.assign(years.begin(), years.end());
    const auto any = [] { return tr("Any"); };
    Words familyWords{any};
    for (const std::string& family : m_families) {
        familyWords.emplace_back([text = shownText(family)] { return text; });
    }
    Words least{any};
    Words most{any};
    for (const std::int64_t size : kSizes) {
        least.emplace_back([size] { return substitute(tr("%1 or more"), {formatParameters(size * kBillion)}); });
        most.emplace_back([size] { return substitute(tr("%1 or fewer"), {formatParameters(size * kBillion)}); });
    }
    Words since{any};
    for (const std::string& year : m_years) {
        since.emplace_back([text = shownText(year)] { return text; });
    }
    Words bits{any};
    for (const double value : kBits) {
        bits.emplace_back([value] { return substitute(tr("%1 bits or more"), {QLocale().toString(value)}); });
    }
    Words speeds{any};
    for (const double value : kSpeeds) {
        speeds.emplace_back([value] { return substitute(tr("%1 or more"), {formatSpeed(value)}); });
    }
    m_verdict = add("finderVerdict", [] { return tr("&Verdict"); },
                    {[] { return tr("Fits"); }, [] { return tr("Fits or tight"); },
                     [] { return tr("With system memory too"); }, any});
    m_bits = add(
        "finderBits", [] { return tr("&Quality"); }, std::move(bits));
    m_speed = add(
        "finderSpeed", [] { return tr("&Speed"); }, std::move(speeds));
    m_family = add(
        "finderFamily", [] { return tr("&Family"); }, std::move(familyWords));
    m_least = add(
        "finderLeast", [] { return tr("Size at &least"); }, std::move(least));
    m_most = add(
        "finderMost", [] { return tr("Size at &most"); }, most);
    m_active = add(
        "finderActive", [] { return tr("&Active at most"); }, std::move(most));
    m_licence = add("finderLicence", [] { return tr("L&icence"); },
                    {any, [] { return tr("Open"); }, [] { return tr("Commercial use allowed"); }});
    m_since = add(
        "finderSince", [] { return tr("&Released since"); }, std::move(since));
    m_modality = add("finderModality", [] { return tr("&Takes"); },
                     {any, [] { return tr("Text alone"); }, [] { return tr("Images too"); }});
}

FinderFilter FilterPane::filter() const {
    FinderFilter filter;
    for (const QString& word : m_search->text().split(u' ', Qt::SkipEmptyParts)) {
        filter.words.push_back(word.toStdString());
    }
    const auto at = [](const QComboBox& box) { return static_cast<std::size_t>(box.currentIndex()); };
    filter.family = at(*m_family) > 0 ? m_families.at(at(*m_family) - 1) : std::string();
    filter.leastParameters = sizeOf(*m_least);
    filter.mostParameters = sizeOf(*m_most);
    filter.mostActive = sizeOf(*m_active);
    if (at(*m_licence) > 0) {
        filter.loosestLicence = at(*m_licence) == 1 ? LicenceKind::Open : LicenceKind::Conditions;
    }
    filter.since = at(*m_since) > 0 ? m_years.at(at(*m_since) - 1) : std::string();
    filter.modality = static_cast<Modality>(at(*m_modality));
    filter.leastBits = at(*m_bits) > 0 ? kBits.at(at(*m_bits) - 1) : 0;
    filter.leastDecode = at(*m_speed) > 0 ? kSpeeds.at(at(*m_speed) - 1) : 0;
    filter.worst = kVerdicts.at(at(*m_verdict));
    filter.everyFormat = m_everyFormat->isChecked();
    return filter;
}

void FilterPane::retranslate() {
    m_searchLabel->setText(tr("S&earch"));
    nameClearButton(*m_search);
    nameControl(*m_search, withoutMnemonic(m_searchLabel->text()));
    m_search->setPlaceholderText(tr("Name, family, licence"));
    m_everyFormat->setText(tr("Every f&ormat of a model"));
    m_everyFormat->setToolTip(tr("Else each model in its best format: one that fits before one that is tight, and of "
                                 "those the one with most bits"));
    for (const Choice& choice : m_choices) {
        choice.label->setText(choice.name());
        nameControl(*choice.box, withoutMnemonic(choice.label->text()));
        for (std::size_t i = 0; i < choice.words.size(); ++i) {
            choice.box->setItemText(static_cast<int>(i), choice.words[i]());
        }
    }
}

} // namespace vram::ui
