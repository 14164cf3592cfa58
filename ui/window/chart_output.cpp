// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chart_output.h"

#include "ui/export/chart_export.h"
#include "ui/export/lines_export.h"
#include "ui/lines/line_view.h"
#include "ui/window/comparison.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_document.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr double kClipboardScale = 2;

} // namespace

ChartOutput::ChartOutput(ScenarioStore& store, const Comparison& comparison, Settings& settings,
                         const ScenarioDocument& document, MessageBar& messages, QWidget& window)
    : QObject(&window),
      m_store(store),
      m_comparison(comparison),
      m_settings(settings),
      m_document(document),
      m_messages(messages),
      m_window(window) {}

QImage ChartOutput::render(double scale) const {
    ExportOptions options;
    options.scale = scale;
    options.dark = isDark(m_window.palette());
    options.unit = m_settings.byteUnit();
    options.patterns = m_settings.patterns();
    if (m_comparison.view() == ViewKind::Lines) {
        return renderLines(m_comparison.lines().dataNow(), m_store.snapshot(), options);
    }
    return renderChart(m_store.unfilteredSnapshot(), options);
}

void ChartOutput::exportPng(int scale) {
    m_settings.setExportScale(scale);
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    const QString stem = m_document.suggestedName().section(u".vram"_s, 0, 0);
    m_dialog =
        new QFileDialog(&m_window, tr("Export chart as PNG"), m_settings.lastFolder(), tr("PNG pictures (*.png)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(u"png"_s);
    m_dialog->selectFile(stem + u".png"_s);
    connect(m_dialog, &QFileDialog::fileSelected, this, [this, scale](const QString& path) { writeTo(path, scale); });
    m_dialog->open();
}

void ChartOutput::writeTo(const QString& path, int scale) {
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    const QImage image = render(scale);
    QString why;
    if (!writePng(path, image, &why)) {
        m_messages.showMessage(MessageBar::Kind::Error, [why] { return why; });
        return;
    }
    const QSize size = image.size();
    m_messages.showMessage(MessageBar::Kind::Information, [path, size] {
        return tr("Chart written to %1 (%2 × %3 pixels)")
            .arg(QDir::toNativeSeparators(path), QString::number(size.width()), QString::number(size.height()));
    });
}

void ChartOutput::copy() {
    QGuiApplication::clipboard()->setImage(render(kClipboardScale));
    m_messages.showMessage(MessageBar::Kind::Information, [] { return tr("Chart copied to the clipboard"); });
}

} // namespace vram::ui
