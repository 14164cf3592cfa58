// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/speed_line.h"

#include "ui/access/spoken.h"
#include "ui/band/elided_label.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

/// The sign and the word of one target.
class TargetLabel : public QWidget {
public:
    explicit TargetLabel(QWidget* parent) : QWidget(parent) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        speakAs(*this, QAccessible::StaticText, [this] { return m_text.word; });
        hide();
    }
    void setText(TargetText text) {
        m_text = std::move(text);
        setVisible(!m_text.word.isEmpty());
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {iconSize() + kGap + fontMetrics().horizontalAdvance(m_text.word) + 1, fontMetrics().height() + 2};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool dark = isDark(palette());
        const bool mirrored = isRightToLeft();
        const int size = iconSize();
        const int left = mirrored ? width() - size : 0;
        paintVerdictIcon(painter, QRectF(left, (height() - size) / 2.0, size, size), m_text.sign, dark);
        painter.setPen(verdictColour(m_text.sign, dark));
        const int side = size + kGap;
        const QRect place = mirrored ? rect().adjusted(0, 0, -side, 0) : rect().adjusted(side, 0, 0, 0);
        const Qt::Alignment along = mirrored ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(place, static_cast<int>(along | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine),
                         m_text.word);
    }

private:
    static constexpr int kGap = 5;
    [[nodiscard]] int iconSize() const { return qRound(fontMetrics().height() * 0.9); }
    TargetText m_text;
};

SpeedLine::SpeedLine(QWidget* parent)
    : QWidget(parent),
      m_details(new ElidedLabel(this)),
      m_run(new QToolButton(this)) {
    setObjectName(u"speedLine"_s);
    m_details->setObjectName(u"speedDetails"_s);
    m_run->setObjectName(u"runButton"_s);
    m_run->setFocusPolicy(Qt::StrongFocus);
    connect(m_run, &QToolButton::clicked, this, &SpeedLine::runRequested);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    for (TargetLabel*& target : m_targets) {
        target = new TargetLabel(this);
        layout->addWidget(target);
    }
    m_targets.front()->setObjectName(u"targetLabel0"_s);
    m_targets.back()->setObjectName(u"targetLabel1"_s);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_run);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
    look();
}

void SpeedLine::setText(const QString& details, const std::vector<TargetText>& targets) {
    m_details->setText(details);
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        m_targets.at(i)->setText(i < targets.size() ? targets[i] : TargetText{});
    }
}

void SpeedLine::setRunnable(bool runnable) { m_run->setEnabled(runnable); }

void SpeedLine::retranslate() {
    //: button that opens the commands of the row in the verdict
    m_run->setText(tr("How to run it"));
    m_run->setToolTip(tr("Commands, how to check them on the machine, targets, and what you saw"));
}

void SpeedLine::look() { m_details->setColour(themeColours(isDark(palette())).mutedText); }

void SpeedLine::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
        look();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

} // namespace vram::ui
