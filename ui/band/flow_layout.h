// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace vram::ui {

/// Widgets side by side, as many a line as there is room for; the next ones stand on the next line. The last one may
/// take the rest of its line. Follows the reading direction.
class FlowLayout : public QLayout {
public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    /// The next widget, the last one, stands after a gap that is so much wider and takes the rest of the line, or has
    /// one of its own where it has not its usual width beside the others.
    void beginRest(int widerGap) {
        m_rest = count();
        m_restGap = widerGap;
    }
    /// Beside the others the last one is content with its least width: height is dear.
    void setSavesHeight(bool saves);

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// The height that it takes; `apply` moves the widgets.
    int arrange(const QRect& rect, bool apply) const;
    [[nodiscard]] int widthOf(int from, int to) const;
    std::vector<QLayoutItem*> m_items;
    int m_rest = -1;
    int m_restGap = 0;
    bool m_savesHeight = false;
};

} // namespace vram::ui
