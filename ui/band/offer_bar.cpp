// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/offer_bar.h"

#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 8;
constexpr int kUsualCharacters = 96; ///< of a line with three offers
constexpr int kLeastCharacters = 24;

} // namespace

OfferBar::OfferBar(QWidget* parent)
    : QWidget(parent),
      m_try(new QLabel(this)),
      m_more(new QToolButton(this)),
      m_menu(new QMenu(m_more)) {
    setObjectName(u"offerBar"_s);
    m_try->setObjectName(u"tryLabel"_s);
    for (std::size_t i = 0; i < kMostButtons; ++i) {
        auto* const button = new QToolButton(this);
        button->setObjectName(u"remedy%1"_s.arg(i));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, [this, i] { choose(i); });
        m_buttons.at(i) = button;
    }
    m_more->setObjectName(u"moreRemedies"_s);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAutoRaise(true);
    // Not the button's own menu: that draws an arrow over the dots.
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    m_menu->setObjectName(u"remedyMenu"_s);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &OfferBar::fillMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void OfferBar::setOffers(std::vector<Offer> offers, const Snapshot& snapshot, bool quiet) {
    if (offers.empty() && m_offers.empty()) {
        return; // as at most steps of a slider
    }
    m_menu->close(); // its entries are of a question that is gone
    m_offers = std::move(offers);
    m_snapshot = &snapshot;
    m_quiet = quiet;
    arrange();
}

void OfferBar::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    arrange();
}

void OfferBar::retranslate() {
    m_more->setText(tr("More…"));
    m_more->setToolTip(tr("All that can be done, with what it saves and the verdict afterwards"));
    arrange();
}

void OfferBar::choose(std::size_t offer) {
    if (offer < m_offers.size()) {
        emit chosen(Offer(m_offers[offer])); // a copy: the offers go with the question
    }
}

OfferText OfferBar::textOf(std::size_t offer) const {
    return offerText(m_offers[offer], *m_snapshot, m_catalog, m_unit);
}

void OfferBar::write(QToolButton& button, std::size_t offer, int room) const {
    const OfferText text = textOf(offer);
    const bool smallest = isSmallestChange(m_offers, offer);
    QFont weight = font();
    weight.setBold(smallest && !m_quiet);
    button.setFont(weight);
    button.setAutoRaise(m_quiet);
    button.setIcon(text.verdict ? verdictIconFor(*text.verdict, isDark(palette())) : QIcon());
    button.setText(buttonText(text.label));
    QString toolTip = text.toolTip;
    if (smallest) {
        toolTip += u'\n' + tr("The smallest change after which everything fits");
    }
    if (button.sizeHint().width() > room) {
        const int others = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(text.label);
        button.setText(buttonText(button.fontMetrics().elidedText(text.label, Qt::ElideRight, room - others)));
        toolTip.prepend(text.label + u'\n');
    }
    button.setToolTip(plainToolTip(toolTip));
    //: what an offer does, and the verdict afterwards: "KV cache in q8_0 (−9.0 GiB): Fits · 52 tok/s"
    button.setAccessibleName(text.outcome.isEmpty() ? text.label
                                                    : substitute(tr("%1: %2"), {text.label, text.outcome}));
    button.setAccessibleDescription(toolTip);
}

void OfferBar::arrange() {
    //: before buttons for ways out: "Try: [KV cache in q8_0] [Choose cards…]"
    m_try->setText(m_quiet ? tr("More room:") : tr("Try:"));
    m_try->setVisible(!m_offers.empty());
    const std::size_t most = std::min(m_offers.size(), m_quiet ? kQuietButtons : kMostButtons);
    const int more = m_more->sizeHint().width() + kGap;
    int x = m_try->sizeHint().width() + kGap;
    std::size_t shown = 0;
    std::array<QRect, kMostButtons> places{};
    for (; shown < most; ++shown) {
        QToolButton* const button = m_buttons.at(shown);
        const bool last = shown + 1 == m_offers.size();
        const int room = width() - x - (last ? 0 : more);
        write(*button, shown, shown == 0 ? std::max(room, 0) : QWIDGETSIZE_MAX);
        const QSize size = button->sizeHint();
        if (shown > 0 && size.width() > room) {
            break;
        }
        // One with an icon may want a pixel more than the line has, which is as high as the first one.
        const int buttonHeight = std::min(size.height(), height());
        places.at(shown) = QRect(x, (height() - buttonHeight) / 2, size.width(), buttonHeight);
        x += size.width() + kGap;
    }
    const auto put = [this](QWidget* widget, const QRect& place) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    };
    for (std::size_t i = 0; i < kMostButtons; ++i) {
        if (i < shown) {
            put(m_buttons.at(i), places.at(i));
        }
        m_buttons.at(i)->setVisible(i < shown);
    }
    const int middle = height() / 2;
    const QSize label = m_try->sizeHint();
    put(m_try, {0, middle - label.height() / 2, label.width(), label.height()});
    const QSize size = m_more->sizeHint();
    put(m_more, {x, middle - size.height() / 2, size.width(), size.height()});
    m_more->setVisible(shown < m_offers.size());
    if (lineHeight() > height()) {
        updateGeometry(); // a button with an icon or in bold is higher than one without a text
    }
}

void OfferBar::fillMenu() {
    m_menu->clear();
    for (std::size_t i = 0; i < m_offers.size(); ++i) {
        const OfferText text = textOf(i);
        const bool smallest = isSmallestChange(m_offers, i);
        //: an offer and that it is the smallest change
        const QString label = smallest ? substitute(tr("%1 – smallest change"), {text.label}) : text.label;
        // What follows the tab stands at the right edge.
        QAction* const action =
            m_menu->addAction(buttonText(label) + (text.outcome.isEmpty() ? QString() : u'\t' + text.outcome));
        action->setIcon(text.verdict ? verdictIconFor(*text.verdict, isDark(palette())) : QIcon());
        action->setToolTip(plainToolTip(text.toolTip));
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        if (smallest) {
            m_menu->setDefaultAction(action);
        }
    }
}

int OfferBar::lineHeight() const {
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize);
    return std::max({m_more->sizeHint().height(), m_buttons.front()->sizeHint().height(), icon + 6});
}

QSize OfferBar::sizeHint() const { return {fontMetrics().averageCharWidth() * kUsualCharacters, lineHeight()}; }

QSize OfferBar::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * kLeastCharacters, lineHeight()}; }

void OfferBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace vram::ui
