// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/value_picker.h"

#include "core/advice/usual_values.h"
#include "ui/access/spoken.h"
#include "ui/text/axis_text.h"
#include "ui/text/format.h"
#include "ui/text/shown_text.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kKilo = 1024;

/// As it is typed: "32k", "40960".
QString countText(const std::string& digits) {
    const std::int64_t count = QString::fromStdString(digits).toLongLong();
    return count >= kKilo && count % kKilo == 0 ? QString::number(count / kKilo) + u'k' : QString::number(count);
}

QStringList countWords(const QString& text) {
    static const QRegularExpression kBetween(u"[\\s,;、，；]+"_s);
    return text.split(kBetween, Qt::SkipEmptyParts);
}

} // namespace

ValuePicker::ValuePicker(std::shared_ptr<const Catalog> catalog, Scenario scenario, const ResolvedModel* model,
                         QWidget* parent)
    : QDialog(parent),
      m_catalog(std::move(catalog)),
      m_scenario(std::move(scenario)),
      m_model(model == nullptr ? ResolvedModel{} : *model),
      m_hasModel(model != nullptr),
      m_axis(findAxis(m_scenario.view.axis)),
      m_line(new QLineEdit),
      m_summary(new QLabel),
      m_buttons(
          new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults)) {
    setObjectName(u"valuePicker"_s);
    build();
    show(named());
    retranslate();
    m_line->setFocus();
}

AxisQuestion ValuePicker::question() const { return {m_scenario, *m_catalog, m_hasModel ? &m_model : nullptr}; }

std::vector<AxisValue> ValuePicker::named() const {
    std::vector<AxisValue> values;
    for (const std::string& text : m_scenario.view.values) {
        if (std::optional<AxisValue> value = m_axis->parse(text, question())) {
            values.push_back(std::move(*value));
        }
    }
    return values.empty() ? m_axis->usual(question()) : values;
}

void ValuePicker::build() {
    m_offered = offeredValues(question(), m_axis->id);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    m_line->setObjectName(u"valueLine"_s);
    m_line->setClearButtonEnabled(true);
    if (!m_offered.empty()) {
        m_list = new QListWidget;
        m_list->setObjectName(u"valueList"_s);
        m_list->setUniformItemSizes(true);
        layout->addWidget(m_list, 1);
        connect(m_list, &QListWidget::itemChanged, this, &ValuePicker::update);
        connect(m_line, &QLineEdit::textChanged, this, &ValuePicker::filter);
        resize(420, 480);
    } else {
        connect(m_line, &QLineEdit::textChanged, this, &ValuePicker::update);
        resize(420, 120);
    }
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    layout->addWidget(m_summary);
    layout->addWidget(m_buttons);
    // The box orders them before they are in the dialog, where Tab would come by the first one only.
    setTabOrder(m_buttons->button(QDialogButtonBox::RestoreDefaults), m_buttons->button(QDialogButtonBox::Ok));
    setTabOrder(m_buttons->button(QDialogButtonBox::Ok), m_buttons->button(QDialogButtonBox::Cancel));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { show(m_axis->usual(question())); });
}

void ValuePicker::show(const std::vector<AxisValue>& values) {
    if (isTyped()) {
        QStringList counts;
        for (const AxisValue& value : values) {
            counts += countText(m_axis->text(value));
        }
        m_line->setText(counts.join(u", "_s));
    } else {
        fill(values);
    }
    update();
}

/// What is chosen stands at the top.
void ValuePicker::fill(const std::vector<AxisValue>& chosen) {
    std::vector<AxisValue> all = chosen;
    std::ranges::copy_if(m_offered, std::back_inserter(all), [&chosen](const AxisValue& value) {
        return std::ranges::find(chosen, value) == chosen.end();
    });
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string text = m_axis->text(all[i]);
        if (text.empty()) { // a pasted configuration is a row anyway
            continue;
        }
        const auto* const source = std::get_if<ModelSource>(&all[i]);
        const auto* const name = source == nullptr ? nullptr : std::get_if<CatalogName>(source);
        const CatalogModel* const model = name == nullptr ? nullptr : m_catalog->findModel(name->name);
        auto* const item = new QListWidgetItem(model == nullptr ? valueTitle(all[i]) : shownText(model->name), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(text));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(i < chosen.size() ? Qt::Checked : Qt::Unchecked);
    }
    filter(m_line->text());
}

void ValuePicker::filter(const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* const item = m_list->item(i);
        const QString whole = item->text() + u' ' + item->data(Qt::UserRole).toString();
        item->setHidden(!std::ranges::all_of(
            words, [&whole](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); }));
    }
}

std::vector<std::string> ValuePicker::values() const {
    std::vector<std::string> texts;
    if (isTyped()) {
        for (const QString& word : countWords(m_line->text())) {
            const auto count = parseTokens(word);
            texts.push_back(count ? std::to_string(*count) : word.toStdString());
        }
    } else {
        for (int i = 0; i < m_list->count(); ++i) {
            if (m_list->item(i)->checkState() == Qt::Checked) {
                texts.push_back(m_list->item(i)->data(Qt::UserRole).toString().toStdString());
            }
        }
    }
    std::vector<std::string> usual;
    for (const AxisValue& value : m_axis->usual(question())) {
        usual.push_back(m_axis->text(value));
    }
    return texts == usual ? std::vector<std::string>{} : texts;
}

void ValuePicker::update() {
    int chosen = 0;
    QString wrong;
    if (isTyped()) {
        for (const QString& word : countWords(m_line->text())) {
            const auto count = parseTokens(word);
            const bool good = count && m_axis->parse(std::to_string(*count), question());
            wrong = good || !wrong.isEmpty() ? wrong : word;
            ++chosen;
        }
    } else {
        for (int i = 0; i < m_list->count(); ++i) {
            chosen += m_list->item(i)->checkState() == Qt::Checked ? 1 : 0;
        }
    }
    const bool tooMany = chosen > static_cast<int>(kMostAxisValues);
    m_summary->setText(!wrong.isEmpty()
                           ? tr("“%1” cannot be compared: numbers such as 4k, 8k, 32k.").arg(shownText(wrong))
                       : tooMany     ? tr("At most %n row(s).", nullptr, static_cast<int>(kMostAxisValues))
                       : chosen == 0 ? tr("Choose at least one.")
                                     : tr("%n row(s) chosen", nullptr, chosen));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty() && !tooMany && chosen > 0);
}

void ValuePicker::retranslate() {
    setWindowTitle(axisChoiceTitle(m_axis->id));
    const QString name = isTyped() ? axisChoiceTitle(m_axis->id) : tr("Search");
    m_line->setAccessibleName(name);
    nameClearButton(*m_line);
    m_line->setPlaceholderText(isTyped() ? tr("4k, 8k, 32k") : name);
    if (!isTyped()) {
        m_list->setAccessibleName(axisChoiceTitle(m_axis->id));
    }
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Usual ones"));
    update();
}

void ValuePicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
