// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_run.h"

#include "ui/export/chart_export.h"
#include "ui/store/scenario_store.h"
#include "ui/takeaway/report_writer.h"
#include "ui/takeaway/take_away.h"
#include "ui/text/labels.h"
#include "ui/window/scenario_document.h"

#include <QCoreApplication>

#include <utility>

namespace vram::ui {

int runExport(const CommandLine& line, std::shared_ptr<const Catalog> catalog, const Settings& settings,
              QTextStream& errors) {
    ScenarioStore store(std::move(catalog));
    if (!line.scenarioFile.isEmpty()) {
        Result<Scenario> scenario = readScenarioFile(line.scenarioFile, store.sharedCatalog());
        if (!scenario) {
            errors << QCoreApplication::translate("ExportRun", "%1: %2")
                          .arg(line.scenarioFile, errorText(scenario.error()))
                   << Qt::endl;
            return 1;
        }
        store.setScenario(std::move(scenario).value());
        store.models().wait();
    }
    const ByteUnit unit = line.unit.value_or(settings.byteUnit());
    QString why;
    if (!line.reportFile.isEmpty()) {
        ReportOptions report = TakeAway::optionsOf(settings);
        report.unit = unit;
        if (!writeReport(line.reportFile, store.unfilteredSnapshot(), store.catalog(), report, &why)) {
            errors << why << Qt::endl;
            return 1;
        }
    }
    if (line.exportFile.isEmpty()) {
        return 0;
    }
    ExportOptions options;
    options.size = line.size.value_or(options.size);
    options.scale = line.scale.value_or(options.scale);
    options.dark = line.theme == Theme::Dark;
    options.unit = unit;
    options.patterns = settings.patterns();
    if (!writePng(line.exportFile, renderChart(store.snapshot(), options), &why)) {
        errors << why << Qt::endl;
        return 1;
    }
    return 0;
}

} // namespace vram::ui
