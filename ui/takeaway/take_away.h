// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/takeaway/report_document.h"
#include "ui/window/feature.h"

#include <memory>

class QFileDialog;
class QPrintDialog;
class QPrinter;

namespace vram::ui {

/// What the user takes along: a report as a file or on paper, the scenario as a link, the answer as text.
class TakeAway : public Feature {
    Q_OBJECT

public:
    explicit TakeAway(const FeatureContext& context);
    ~TakeAway() override;
    void retranslate() override;

    /// Writes the report; the ending says as what. What came of it is in the message bar.
    void writeTo(const QString& path);
    /// Prints it on a printer that is set up.
    void printOn(QPrinter& printer);
    /// The options of now: unit, patterns, what of the machine is a guess.
    [[nodiscard]] static ReportOptions optionsOf(const Settings& settings);

private:
    void askExport();
    void askPrint();
    void copyLink();
    void copyText();
    void copyRow();

    FeatureContext m_context;
    QAction* m_export;
    QAction* m_print;
    QAction* m_link;
    QAction* m_text;
    QAction* m_row; ///< of the bars
    QPointer<QFileDialog> m_dialog;
    std::unique_ptr<QPrinter> m_printer; ///< outlives its dialog
    QPointer<QPrintDialog> m_printDialog;
};

} // namespace vram::ui
