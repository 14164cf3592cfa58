// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/memory/part_sizes.h"
#include "ui/text/format.h"

#include <optional>

namespace vram::ui {

/// The memory so far: parts in their colours, the margin hatched behind them, and a mark at what a machine offers.
struct MemoryBarData {
    PartSizes parts;
    Bytes withMargin;            ///< 0: no margin is shown
    std::optional<Bytes> usable; ///< of the machine
    Bytes axis;                  ///< the whole width
    friend bool operator==(const MemoryBarData&, const MemoryBarData&) = default;
};

class MemoryBar : public QWidget {
    Q_OBJECT

public:
    explicit MemoryBar(QWidget* parent = nullptr);
    void setData(const MemoryBarData& data, ByteUnit unit);
    [[nodiscard]] const MemoryBarData& data() const { return m_data; }
    /// "Weights 8.4 GiB, KV cache 1.3 GiB, …": what the colours mean, and what a screen reader says.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString legendHtml() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MemoryBarData m_data;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
