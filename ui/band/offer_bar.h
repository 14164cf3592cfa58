// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/catalog/catalog.h"
#include "ui/band/remedy_text.h"
#include "ui/store/remedies.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <array>
#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace vram::ui {

/// "Try:", the first offers as buttons, as many as there is room for, and "More…" with all of them. One line that is
/// there with and without offers, so that nothing moves when they come and go.
class OfferBar : public QWidget {
    Q_OBJECT

public:
    explicit OfferBar(QWidget* parent = nullptr);

    /// `snapshot` must outlive the offers. `quiet`: there is an answer that works; two flat buttons are enough.
    void setOffers(std::vector<Offer> offers, const Snapshot& snapshot, bool quiet);
    /// For what cards cost; must outlive the bar.
    void setCatalog(const Catalog& catalog) { m_catalog = &catalog; }
    void setByteUnit(ByteUnit unit);
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(const vram::ui::Offer& offer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t kMostButtons = 4;
    static constexpr std::size_t kQuietButtons = 2;

    void arrange();
    [[nodiscard]] OfferText textOf(std::size_t offer) const;
    /// Puts `offer` on the button; not wider than `room`.
    void write(QToolButton& button, std::size_t offer, int room) const;
    void fillMenu();
    void choose(std::size_t offer);
    [[nodiscard]] int lineHeight() const;

    QLabel* m_try;
    std::array<QToolButton*, kMostButtons> m_buttons{};
    QToolButton* m_more;
    QMenu* m_menu;
    std::vector<Offer> m_offers;
    const Snapshot* m_snapshot = nullptr;
    const Catalog* m_catalog = nullptr;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_quiet = false;
};

} // namespace vram::ui
