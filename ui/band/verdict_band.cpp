// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/verdict_band.h"

#include "ui/access/announcer.h"
#include "ui/access/spoken.h"
#include "ui/band/elided_label.h"
#include "ui/band/flow_layout.h"
#include "ui/band/offer_bar.h"
#include "ui/band/speed_line.h"
#include "ui/band/verdict_chip.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kWordScale = 1.7;
constexpr double kRowScale = 1.2;
/// Pixels from which on a window has a line for the offers alone.
constexpr int kRoomyHeight = 760;
constexpr int kWideGap = 14; ///< pixels between the words of a line

QFont scaled(const QFont& font, double factor, QFont::Weight weight = QFont::Normal) {
    QFont result = font;
    if (font.pointSizeF() > 0) {
        result.setPointSizeF(font.pointSizeF() * factor);
    } else {
        result.setPixelSize(qRound(font.pixelSize() * factor));
    }
    result.setWeight(weight);
    return result;
}

ElidedLabel* line(const QString& name, QWidget* parent) {
    auto* const label = new ElidedLabel(parent);
    label->setObjectName(name);
    return label;
}

} // namespace

/// The large icon.
class VerdictSign : public QWidget {
public:
    explicit VerdictSign(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    void setVerdict(Verdict verdict) {
        if (verdict != m_verdict) {
            m_verdict = verdict;
            update();
        }
    }
    [[nodiscard]] QSize sizeHint() const override {
        const int size = qRound(fontMetrics().height() * 2.6);
        return {size, size};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintVerdictIcon(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_verdict, isDark(palette()));
    }

private:
    Verdict m_verdict = Verdict::Unknown;
};

VerdictBand::VerdictBand(QWidget* parent)
    : QFrame(parent),
      m_sign(new VerdictSign(this)),
      m_word(line(u"verdictWord"_s, this)),
      m_row(line(u"verdictRow"_s, this)),
      m_headroom(line(u"verdictHeadroom"_s, this)),
      m_need(line(u"verdictNeed"_s, this)),
      m_scenario(line(u"verdictScenario"_s, this)),
      m_speed(line(u"verdictSpeed"_s, this)),
      m_speedLine(new SpeedLine(this)),
      m_notes(line(u"verdictNotes"_s, this)),
      m_flow(new FlowLayout),
      m_offers(new OfferBar(this)) {
    setObjectName(u"verdictBand"_s);
    speakAs(*this, QAccessible::Grouping, [] { return tr("Verdict"); });
    speakAs(*m_sign, QAccessible::AlertMessage, [this] { return sentence(); });
    m_announcer = new Announcer(*m_sign);
    build();
    look();
    refresh();
}

void VerdictBand::build() {
    for (ElidedLabel* const label : {m_word, m_headroom, m_need, m_speed}) {
        label->setElidable(false);
    }
    auto* const answer = new QHBoxLayout;
    answer->setSpacing(kWideGap);
    answer->addWidget(m_word);
    answer->addWidget(m_row);
    answer->addWidget(m_headroom);
    answer->addStretch(1);
    answer->addWidget(m_need);

    auto* const question = new QHBoxLayout;
    question->setSpacing(kWideGap);
    question->addWidget(m_scenario, 1);
    question->addWidget(m_speed);

    auto* const lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addLayout(answer);
    lines->addLayout(question);
    lines->addWidget(m_notes);
    lines->addWidget(m_speedLine);
    m_lines = lines;
    connect(m_speedLine, &SpeedLine::runRequested, this, &VerdictBand::runRequested);

    auto* const top = new QHBoxLayout;
    top->setSpacing(kWideGap);
    top->addWidget(m_sign);
    top->addLayout(lines, 1);

    m_flow->setSpacing(8);
    for (std::size_t i = 0; i < kVerdicts; ++i) {
        const auto verdict = static_cast<Verdict>(i);
        auto* const chip = new VerdictChip(verdict, this);
        chip->setObjectName(u"verdictChip%1"_s.arg(i));
        connect(chip, &VerdictChip::clicked, this,
                [this, verdict](bool checked) { emit filterChosen(checked ? std::optional(verdict) : std::nullopt); });
        m_flow->addWidget(chip);
        m_chips.at(i) = chip;
    }
    m_flow->beginRest(kWideGap);
    m_flow->addWidget(m_offers);
    connect(m_offers, &OfferBar::chosen, this, &VerdictBand::offerChosen);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(m_flow);
    // Not Fixed: that would hold it at the height of one line of chips and buttons.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void VerdictBand::setSnapshot(const Snapshot& snapshot, const std::vector<Row>& allRows,
                              std::optional<Verdict> filter) {
    m_snapshot = snapshot;
    m_counts = verdictCounts(allRows);
    m_unsupported = unsupportedCount(allRows);
    m_filter = filter;
    refresh();
}

void VerdictBand::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    m_offers->setByteUnit(unit);
    refresh();
}

void VerdictBand::setCatalog(const Catalog& catalog) { m_offers->setCatalog(catalog); }

void VerdictBand::setWaysOut(std::vector<WayOut> ways) {
    m_ways = std::move(ways);
    showOffers();
}

void VerdictBand::setRemedies(std::vector<Remedy> remedies) {
    m_remedies = std::move(remedies);
    showOffers();
}

void VerdictBand::showOffers() {
    if (m_snapshot) {
        m_offers->setOffers(offersOf(m_ways, m_remedies, *m_snapshot), *m_snapshot, m_text.verdict == Verdict::Tight);
    }
}

void VerdictBand::refresh() {
    if (m_snapshot) {
        m_text = bandText(*m_snapshot, m_filter.has_value(), m_unit);
    }
    m_sign->setVerdict(m_text.verdict);
    m_word->setText(m_text.word);
    m_row->setText(m_text.row);
    m_headroom->setText(m_text.headroom);
    m_need->setText(m_text.need);
    m_notes->setText(m_text.notes.isEmpty() ? m_text.facts : m_text.notes.join(u"  ·  "_s));
    m_notes->setFullText(m_text.notes.size() > 1 ? m_text.notes.join(u'\n') : QString());
    m_speed->setText(m_text.speed);
    m_speedLine->setText(m_text.speedDetails, m_text.targets);
    m_speedLine->setRunnable(!m_text.row.isEmpty());
    for (std::size_t i = 0; i < kVerdicts; ++i) {
        VerdictChip* const chip = m_chips.at(i);
        chip->setChecked(m_filter && static_cast<std::size_t>(*m_filter) == i);
        chip->setCount(m_counts.at(i), static_cast<Verdict>(i) == Verdict::No ? m_unsupported : 0);
    }
    // "Unknown" is rare: its chip is there only when it counts something.
    VerdictChip* const unknown = m_chips.back();
    unknown->setVisible(m_counts.back() > 0 || unknown->isChecked());
    const QColor colour = verdictColour(m_text.verdict, isDark(palette()));
    m_word->setColour(colour);
    m_headroom->setColour(colour);
    placeRow();
    m_announcer->textIs(sentence());
}

void VerdictBand::placeRow() {
    int needed = 0;
    for (const ElidedLabel* label : {m_word, m_row, m_headroom, m_need}) {
        needed += label->sizeHint().width() + kWideGap;
    }
    const bool first = m_text.row.isEmpty() || needed <= m_lines->geometry().width();
    m_row->setVisible(first);
    m_scenario->setText(first ? m_text.scenario : QString(m_text.row + u" · "_s + m_text.scenario));
}

QString VerdictBand::sentence() const {
    QStringList said{m_text.word, m_text.row, m_text.headroom, m_text.need, m_text.speed};
    for (const TargetText& target : m_text.targets) {
        said += target.word;
    }
    said.removeAll(QString());
    return said.join(tr(", ", "between the verdict's words as a screen reader says them"));
}

void VerdictBand::look() {
    m_word->setFont(scaled(font(), kWordScale, QFont::DemiBold));
    m_row->setFont(scaled(font(), kRowScale));
    m_headroom->setFont(scaled(font(), kRowScale, QFont::DemiBold));
    m_need->setFont(scaled(font(), kRowScale));
    m_speed->setFont(scaled(font(), kRowScale));
    const QColor muted = themeColours(isDark(palette())).mutedText;
    m_scenario->setColour(muted);
    m_notes->setColour(muted);
}

void VerdictBand::showEvent(QShowEvent* event) {
    window()->installEventFilter(this);
    m_flow->setSavesHeight(window()->height() < kRoomyHeight);
    QFrame::showEvent(event);
}

void VerdictBand::resizeEvent(QResizeEvent* event) {
    placeRow();
    QFrame::resizeEvent(event);
}

bool VerdictBand::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == window()) {
        m_flow->setSavesHeight(window()->height() < kRoomyHeight);
    }
    return QFrame::eventFilter(watched, event);
}

void VerdictBand::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        look();
        refresh();
        break;
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        refresh();
        m_offers->retranslate();
        break;
    default:
        break;
    }
    QFrame::changeEvent(event);
}

} // namespace vram::ui
