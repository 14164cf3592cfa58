// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <QString>

#include <optional>
#include <vector>

namespace vram::ui {

/// A horizontal slider over a table of stops. It takes the wheel only while focused, tells assistive technology the
/// value behind the stop rather than the index, and can mark a limit that part of the range lies beyond.
class StopSlider : public QSlider {
    Q_OBJECT

public:
    explicit StopSlider(QWidget* parent = nullptr);

    /// The figures behind the positions 0, 1, ...; ascending. Keeps the position where it can, without a signal.
    void setStops(std::vector<double> numbers);
    [[nodiscard]] const std::vector<double>& stops() const { return m_stops; }
    [[nodiscard]] double number() const;

    /// The current value in words ("32,768 tokens"), for screen readers.
    void setValueText(const QString& text);
    [[nodiscard]] const QString& valueText() const { return m_valueText; }

    /// Marks the value `number` (between stops too); nullopt removes the mark.
    void setLimit(std::optional<double> number);
    [[nodiscard]] std::optional<double> limit() const { return m_limit; }

    /// The handle, for drags.
    [[nodiscard]] QRect handleRect() const;
    /// Where the middle of the handle would be for a figure between the stops.
    [[nodiscard]] int pixelOf(double number) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// Pixel of a figure on the groove; fractional between two stops.
    std::vector<double> m_stops{0};
    QString m_valueText;
    std::optional<double> m_limit;
};

} // namespace vram::ui
