// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QWidget>

#include "core/advice/steps.h"
#include "ui/text/format.h"

#include <functional>

namespace vram::ui {

/// What is known at a moment: the question, and what the core says of it so far.
struct StepsView {
    const StepsQuestion& question;
    const StepsKnowledge* knowledge = nullptr; ///< null: `problem` says why
    const StepsAnswer* answer = nullptr;       ///< null: not asked yet
    bool stale = false;                        ///< the answer is that of an earlier question
    QString problem;
    ByteUnit unit = ByteUnit::GiB;
};

/// The label at the top of each page.
constexpr QLatin1StringView kHeadingName("stepsHeading");

using StepsEdit = std::function<void(StepsQuestion&)>;

/// One of the four pages: it shows the question's part that it asks for, and says what the user changes.
class StepsPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void setView(const StepsView& view) = 0;
    virtual void retranslate() = 0;
    /// What has the focus when the page comes up.
    [[nodiscard]] virtual QWidget* firstControl() const = 0;

signals:
    void edited(const vram::ui::StepsEdit& edit);
};

} // namespace vram::ui
