// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/scenario_picker.h"

#include "core/scenario/scenario_json.h"
#include "ui/text/axis_text.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kJsonRole = Qt::UserRole;

QPushButton* makeButton(const char* name) {
    auto* const button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false); // Enter ends an edited name
    return button;
}

} // namespace

ScenarioPicker::ScenarioPicker(const Snapshot& snapshot, ReadFile readFile, QWidget* parent)
    : QDialog(parent),
      m_present(snapshot.scenario),
      m_presentName(scenarioName(snapshot)),
      m_readFile(std::move(readFile)),
      m_list(new QListWidget),
      m_message(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)),
      m_actions{makeButton("keepScenario"), makeButton("addScenarioFiles"), makeButton("renameScenario"),
                makeButton("removeScenario")} {
    setObjectName(u"scenarioPicker"_s);
    build(snapshot.scenario.view.values);
    retranslate();
    resize(520, 380);
}

void ScenarioPicker::build(const std::vector<std::string>& chosen) {
    m_list->setObjectName(u"scenarioList"_s);
    for (const SavedScenario& saved : m_present.view.scenarios) {
        if (const Result<Scenario> scenario = scenarioFromText(saved.json); scenario) {
            keep(QString::fromStdString(saved.name), *scenario,
                 chosen.empty() || std::ranges::find(chosen, saved.name) != chosen.end());
        }
    }
    auto* const actions = new QVBoxLayout;
    for (QPushButton* const button : {m_actions.keep, m_actions.add, m_actions.rename, m_actions.remove}) {
        actions->addWidget(button);
    }
    actions->addStretch(1);
    auto* const middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(actions);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    layout->addWidget(m_message);
    layout->addWidget(m_buttons);
    connect(m_list, &QListWidget::itemChanged, this, &ScenarioPicker::update);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScenarioPicker::update);
    connect(m_actions.keep, &QPushButton::clicked, this, [this] { keep(m_presentName, m_present); });
    connect(m_actions.add, &QPushButton::clicked, this, &ScenarioPicker::chooseFiles);
    connect(m_actions.rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_actions.remove, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->currentRow());
        update();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ScenarioPicker::keep(const QString& name, const Scenario& scenario, bool checked) {
    auto* const item = new QListWidgetItem(name, m_list);
    item->setData(kJsonRole, QString::fromStdString(savedScenario({}, scenario).json));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    m_list->setCurrentItem(item);
    m_message->clear();
    update();
}

void ScenarioPicker::chooseFiles() {
    addFiles(QFileDialog::getOpenFileNames(this, tr("Add scenario files"), {},
                                           tr("Scenarios (*.vram.json *.json);;All files (*)")));
}

void ScenarioPicker::addFiles(const QStringList& paths) {
    QStringList problems;
    for (const QString& path : paths) {
        const Result<Scenario> scenario = m_readFile(path);
        const QString file = QFileInfo(path).fileName();
        if (scenario) {
            QString name = file;
            name.remove(u".vram.json"_s, Qt::CaseInsensitive);
            keep(name, *scenario);
        } else {
            problems += shownText(file) + u": "_s + errorText(scenario.error());
        }
    }
    m_message->setText(problems.join(u'\n'));
}

std::vector<SavedScenario> ScenarioPicker::scenarios() const {
    std::vector<SavedScenario> kept;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem& item = *m_list->item(i);
        // Names differ, whatever is typed.
        const QString typed = item.text().trimmed().isEmpty() ? m_presentName : item.text().trimmed();
        std::string name = typed.toStdString();
        for (int copy = 2; std::ranges::find(kept, name, &SavedScenario::name) != kept.end(); ++copy) {
            name = QString(typed + u" (%1)"_s.arg(copy)).toStdString();
        }
        kept.push_back({std::move(name), item.data(kJsonRole).toString().toStdString()});
    }
    return kept;
}

std::vector<std::string> ScenarioPicker::values() const {
    const std::vector<SavedScenario> kept = scenarios();
    std::vector<std::string> names;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked) {
            names.push_back(kept[static_cast<std::size_t>(i)].name);
        }
    }
    return names.size() == kept.size() ? std::vector<std::string>{} : names;
}

void ScenarioPicker::update() {
    const bool chosen = m_list->currentItem() != nullptr;
    m_actions.rename->setEnabled(chosen);
    m_actions.remove->setEnabled(chosen);
    const bool full = m_list->count() >= static_cast<int>(kMostAxisValues);
    m_actions.keep->setEnabled(!full);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_list->count() <= static_cast<int>(kMostAxisValues));
}

void ScenarioPicker::retranslate() {
    setWindowTitle(axisChoiceTitle(kScenarioAxis));
    m_list->setAccessibleName(axisChoiceTitle(kScenarioAxis));
    m_actions.keep->setText(tr("&Keep this scenario as a row"));
    m_actions.keep->setToolTip(tr("The question as it is now, under a name that you can change"));
    m_actions.add->setText(tr("&Add scenario files…"));
    m_actions.rename->setText(tr("&Rename"));
    m_actions.remove->setText(tr("Re&move"));
    update();
}

void ScenarioPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
