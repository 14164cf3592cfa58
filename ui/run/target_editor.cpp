// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/target_editor.h"

#include "ui/access/spoken.h"
#include "ui/panel/field_row.h"
#include "ui/run/optional_box.h"
#include "ui/text/labels.h"
#include "ui/text/speed_text.h"

#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostSeconds = 3600;
constexpr double kMostSpeed = 1e6;

/// The sign as a glyph and the word of one target, below its box.
void showState(FieldRow& row, const Speed& only) {
    const std::vector<TargetText> texts = targetTexts(only);
    if (texts.empty()) {
        row.setHint({});
        return;
    }
    const TargetText& text = texts.front();
    const HintKind kind = text.sign == Verdict::No      ? HintKind::Error
                          : text.sign == Verdict::Tight ? HintKind::Warning
                                                        : HintKind::Plain;
    row.setHint(verdictIcon(text.sign) + u' ' + text.word, kind);
}

} // namespace

TargetEditor::TargetEditor(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_firstToken(new OptionalBox("targetFirstToken", kMostSeconds, u"s"_s)),
      m_decode(new OptionalBox("targetDecode", kMostSpeed, u"tok/s"_s)),
      m_firstTokenRow(new FieldRow(m_firstToken)),
      m_decodeRow(new FieldRow(m_decode)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing / 2);
    for (FieldRow* const row : {m_firstTokenRow, m_decodeRow}) {
        row->leaveKeysToOthers();
        layout->addWidget(row);
    }
    connect(m_firstToken, &OptionalBox::figureChosen, this, [this](std::optional<double> seconds) {
        m_store.edit([seconds](Scenario& scenario) { scenario.target.firstTokenSeconds = seconds; });
    });
    connect(m_decode, &OptionalBox::figureChosen, this, [this](std::optional<double> speed) {
        m_store.edit([speed](Scenario& scenario) { scenario.target.decodeTokensPerSecond = speed; });
    });
}

void TargetEditor::setAnswer(const Scenario& scenario, const Report* report) {
    m_firstToken->setFigure(scenario.target.firstTokenSeconds);
    m_decode->setFigure(scenario.target.decodeTokensPerSecond);
    Speed firstToken;
    Speed decode;
    if (report != nullptr && report->speed) {
        firstToken.firstTokenTarget = report->speed->firstTokenTarget;
        decode.decodeTarget = report->speed->decodeTarget;
    }
    showState(*m_firstTokenRow, firstToken);
    showState(*m_decodeRow, decode);
}

void TargetEditor::retranslate() {
    m_firstTokenRow->setLabel(tr("First token within"));
    m_firstToken->setToolTip(tr("The longest time from the prompt to the first token of the answer; – means any"));
    m_firstToken->setAccessibleName(tr("First token within (seconds)"));
    m_decodeRow->setLabel(tr("At least, per user"));
    m_decode->setToolTip(tr("The least speed of generating for one user; – means any"));
    m_decode->setAccessibleName(tr("At least, per user (tokens per second)"));
}

} // namespace vram::ui
