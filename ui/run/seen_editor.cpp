// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/seen_editor.h"

#include "ui/panel/field_row.h"
#include "ui/run/optional_box.h"
#include "ui/run/run_text.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostMib = 1e9;
constexpr double kMostSpeed = 1e7;
constexpr int kLongestNote = 2000;

struct Figure {
    const char* name;
    const char* unit;
    double most;
    std::optional<double> SeenChoice::*member;
    const char* label;
    const char* toolTip;
    const char* spoken;
};
constexpr std::array kSeenFigures{
    Figure{"seenVram", "MiB", kMostMib, &SeenChoice::vramMib, QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "VRAM"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "What the program takes of all cards together"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "VRAM that I saw (MiB)")},
    Figure{"seenRam", "MiB", kMostMib, &SeenChoice::ramMib, QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "RAM"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "What the program takes of the system memory"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "RAM that I saw (MiB)")},
    Figure{"seenDecode", "tok/s", kMostSpeed, &SeenChoice::decodeTokensPerSecond,
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Decode"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Speed of generating for one user"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Decode speed that I saw (tokens per second)")},
    Figure{"seenPrefill", "tok/s", kMostSpeed, &SeenChoice::prefillTokensPerSecond,
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Prefill"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Speed of reading the prompt"),
           QT_TRANSLATE_NOOP("vram::ui::SeenEditor", "Prefill speed that I saw (tokens per second)")},
};

} // namespace

SeenEditor::SeenEditor(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_note(new QLineEdit),
      m_noteRow(new FieldRow(m_note)) {
    static_assert(kFigures == kSeenFigures.size());
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing / 2);
    for (std::size_t i = 0; i < kFigures; ++i) {
        const Figure& figure = kSeenFigures.at(i);
        m_boxes.at(i) = new OptionalBox(figure.name, figure.most, QString::fromLatin1(figure.unit));
        m_rows.at(i) = new FieldRow(m_boxes.at(i));
        m_rows.at(i)->leaveKeysToOthers();
        layout->addWidget(m_rows.at(i));
        connect(m_boxes.at(i), &OptionalBox::figureChosen, this, [this, &figure](std::optional<double> seen) {
            m_store.edit([&figure, seen](Scenario& scenario) { scenario.seen.*figure.member = seen; });
        });
    }
    m_note->setObjectName(u"seenNote"_s);
    m_note->setMaxLength(kLongestNote);
    m_note->setAcceptDrops(false); // a dropped file is for the window
    m_noteRow->leaveKeysToOthers();
    layout->addWidget(m_noteRow);
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        m_note->setModified(false);
        m_store.edit([text = m_note->text().toStdString()](Scenario& scenario) { scenario.seen.note = text; });
    });
}

void SeenEditor::setAnswer(const Scenario& scenario, const Report* report, ByteUnit unit) {
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_boxes.at(i)->setFigure(scenario.seen.*kSeenFigures.at(i).member);
    }
    const QString note = QString::fromStdString(scenario.seen.note);
    if (note != m_note->text() && !(m_note->hasFocus() && m_note->isModified())) {
        m_note->setText(note);
    }
    showDifferences(scenario.seen, report, unit);
}

void SeenEditor::showDifferences(const SeenChoice& seen, const Report* report, ByteUnit unit) {
    const std::array<SeenText, kFigures> none{};
    std::array<SeenText, kFigures> texts = none;
    if (report != nullptr) {
        if (reservesCards(*report)) {
            texts[0].text = tr("The runtime takes its share of the card in advance: compare the lines of its log.");
        } else if (const auto cards = cardEstimate(*report); cards && cards->typical > Bytes{}) {
            texts[0] = seenMemory(seen.vramMib, *cards, unit);
        }
        if (report->host && report->host->total.typical > Bytes{}) {
            texts[1] = seenMemory(seen.ramMib, report->host->total, unit);
        }
        if (report->speed) {
            texts[2] = seenSpeed(seen.decodeTokensPerSecond, report->speed->decode);
            if (report->speed->prefill) {
                texts[3] = seenSpeed(seen.prefillTokensPerSecond, *report->speed->prefill);
            }
        }
    }
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_rows.at(i)->setHint(texts.at(i).text, texts.at(i).kind);
    }
}

void SeenEditor::retranslate() {
    for (std::size_t i = 0; i < kFigures; ++i) {
        const Figure& figure = kSeenFigures.at(i);
        m_rows.at(i)->setLabel(tr(figure.label));
        m_boxes.at(i)->setToolTip(tr(figure.toolTip));
        m_boxes.at(i)->setAccessibleName(tr(figure.spoken));
    }
    //: what the user writes about what was seen
    m_noteRow->setLabel(tr("Note"));
    m_note->setToolTip(tr("Version, driver, what else was running …"));
    m_note->setAccessibleName(tr("Note about what I saw"));
}

} // namespace vram::ui
