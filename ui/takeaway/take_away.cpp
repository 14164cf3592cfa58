// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/take_away.h"

#include "core/scenario/scenario_link.h"
#include "ui/chart/bar_chart.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"
#include "ui/takeaway/report_pages.h"
#include "ui/takeaway/report_writer.h"
#include "ui/takeaway/summary_text.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_document.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPrintDialog>
#include <QPrinter>

namespace vram::ui {

using namespace Qt::StringLiterals;

TakeAway::TakeAway(const FeatureContext& context)
    : Feature(&context.window),
      m_context(context),
      m_export(context.menus.output.add(u"exportReportAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E))),
      m_print(context.menus.output.add(u"printAction"_s, QKeySequence::Print)),
      m_link(context.menus.copy.add(u"copyLinkAction"_s, QKeySequence(Qt::CTRL | Qt::Key_L))),
      m_text(context.menus.copy.add(u"copyTextAction"_s)),
      m_row(new QAction(this)) {
    connect(m_export, &QAction::triggered, this, &TakeAway::askExport);
    connect(m_print, &QAction::triggered, this, &TakeAway::askPrint);
    connect(m_link, &QAction::triggered, this, &TakeAway::copyLink);
    connect(m_text, &QAction::triggered, this, &TakeAway::copyText);
    connect(m_row, &QAction::triggered, this, &TakeAway::copyRow);
    m_row->setObjectName(u"copyBarAction"_s);
    m_row->setShortcut(QKeySequence::Copy);
    m_row->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (auto* chart : context.window.findChildren<BarChart*>()) {
        chart->addAction(m_row);
    }
    retranslate();
}

TakeAway::~TakeAway() { delete m_printDialog; }

void TakeAway::retranslate() {
    m_export->setText(tr("Export re&port…"));
    m_print->setText(tr("Pr&int…"));
    m_link->setText(tr("Copy as &link"));
    m_text->setText(tr("Copy as &text"));
    m_row->setText(tr("Bars: copy the row"));
}

ReportOptions TakeAway::optionsOf(const Settings& settings) {
    ReportOptions options;
    options.unit = settings.byteUnit();
    options.patterns = settings.patterns();
    options.guess.machine = settings.machine();
    for (const QString& field : settings.pretended()) {
        options.guess.fields.push_back(field.toStdString());
    }
    return options;
}

void TakeAway::askExport() {
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    const QStringList filters = reportFilters();
    const QStringList endings = reportEndings();
    m_dialog = new QFileDialog(&m_context.window, tr("Export report"), m_context.settings.lastFolder());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setNameFilters(filters);
    const QString stem = m_context.document.suggestedName().section(u".vram"_s, 0, 0);
    m_dialog->setDefaultSuffix(endings.front());
    m_dialog->selectFile(stem + u'.' + endings.front());
    connect(m_dialog, &QFileDialog::filterSelected, this, [this, filters, endings, stem](const QString& filter) {
        const QString ending = endings.value(filters.indexOf(filter), endings.front());
        m_dialog->setDefaultSuffix(ending);
        const QString name = QFileInfo(m_dialog->selectedFiles().value(0)).completeBaseName();
        m_dialog->selectFile((name.isEmpty() ? stem : name) + u'.' + ending);
    });
    connect(m_dialog, &QFileDialog::fileSelected, this, &TakeAway::writeTo);
    m_dialog->open();
}

void TakeAway::writeTo(const QString& path) {
    m_context.settings.setLastFolder(QFileInfo(path).absolutePath());
    QString why;
    if (!writeReport(path, m_context.store.unfilteredSnapshot(), m_context.store.catalog(),
                     optionsOf(m_context.settings), &why)) {
        m_context.messages.showMessage(MessageBar::Kind::Error, [why] { return why; });
        return;
    }
    m_context.messages.showMessage(MessageBar::Kind::Information, [path] {
        return tr("Report written to %1").arg(shownText(QDir::toNativeSeparators(path)));
    });
}

void TakeAway::askPrint() {
    if (m_printDialog) {
        m_printDialog->activateWindow();
        return;
    }
    m_printer = std::make_unique<QPrinter>();
    m_printer->setDocName(m_context.document.suggestedName().section(u".vram"_s, 0, 0));
    m_printDialog = new QPrintDialog(m_printer.get(), &m_context.window);
    m_printDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_printDialog->setObjectName(u"printDialog"_s);
    connect(m_printDialog, &QDialog::accepted, this, [this] { printOn(*m_printer); });
    m_printDialog->open();
}

void TakeAway::printOn(QPrinter& printer) {
    printer.setResolution(reportResolution()); // the painter's unit; lines and letters stay as fine as the printer is
    const Snapshot snapshot = m_context.store.unfilteredSnapshot();
    const ReportOptions options = optionsOf(m_context.settings);
    const bool printed =
        paintReport(printer, snapshot, reportDocument(snapshot, m_context.store.catalog(), options), options) &&
        printer.printerState() != QPrinter::Error;
    m_context.messages.showMessage(printed ? MessageBar::Kind::Information : MessageBar::Kind::Error, [printed] {
        return printed ? tr("Report printed") : tr("The report was not printed. Check the printer, or export a PDF.");
    });
}

void TakeAway::copyLink() {
    const Result<ScenarioLink> link = linkOf(m_context.store.scenario());
    if (!link) {
        m_context.messages.showMessage(MessageBar::Kind::Error, [error = link.error()] {
            return tr("The scenario does not fit into a link. %1").arg(errorText(error));
        });
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(link->text));
    m_context.messages.showMessage(MessageBar::Kind::Information, [folder = link->leftOutFolder] {
        return folder
                   ? tr("Link copied. It names the model’s file without its folder: whoever opens it needs the file.")
                   : tr("Link copied to the clipboard");
    });
}

void TakeAway::copyText() {
    QGuiApplication::clipboard()->setText(summaryText(m_context.store.snapshot(), m_context.settings.byteUnit()));
    m_context.messages.showMessage(MessageBar::Kind::Information, [] { return tr("Text copied to the clipboard"); });
}

void TakeAway::copyRow() {
    const Snapshot& snapshot = m_context.store.snapshot();
    if (!snapshot.rows.empty()) {
        QGuiApplication::clipboard()->setText(rowText(snapshot, snapshot.focusedRow, m_context.settings.byteUnit()));
    }
}

} // namespace vram::ui
