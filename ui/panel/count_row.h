// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/slider_row.h"

#include <cstdint>
#include <optional>
#include <span>

namespace vram::ui {

/// What a row of counts measures: its stops, its bounds and its words.
struct CountKind {
    std::span<const std::int64_t> stops;
    std::int64_t least = 0;
    std::int64_t most = 0;
    int pageStep = 4; ///< stops a page key moves
    std::optional<std::int64_t> (*parse)(const QString&) = nullptr;
    QString (*format)(std::int64_t) = nullptr;           ///< for the box
    QString (*speak)(std::int64_t) = nullptr;            ///< with its unit, for screen readers
    QString (*complain)(const QString& typed) = nullptr; ///< `typed` is no such count; says what would be
};

[[nodiscard]] const CountKind& sizeKind();    ///< parameters of a generic model
[[nodiscard]] const CountKind& contextKind(); ///< tokens of one sequence
[[nodiscard]] const CountKind& batchKind();   ///< concurrent sequences
[[nodiscard]] const CountKind& rankKind();    ///< rank of a LoRA adapter

/// A slider row whose value is a count; typed counts between the stops are kept as they are.
class CountRow : public SliderRow {
    Q_OBJECT

public:
    CountRow(const QString& name, const CountKind& kind, QWidget* parent = nullptr);
    void showCount(std::int64_t count);
    void showZones(const ShownZones& shown);

signals:
    /// The user moved the slider or typed a count.
    void countChosen(std::int64_t count);

private:
    void parse(const QString& text);
    const CountKind& m_kind;
};

} // namespace vram::ui
