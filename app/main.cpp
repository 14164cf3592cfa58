// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_service.h"
#include "app/program_net.h"
#include "app/repository_service.h"
#include "core/catalog/catalog.h"
#include "net/repository_reader.h"
#include "ui/language/language_switcher.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/command_line.h"
#include "ui/window/export_run.h"
#include "ui/window/main_window.h"
#include "ui/window/platform.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

#include <cstdio>
#include <future>
#include <memory>
#include <utility>

namespace {

constexpr int kUsage = 2;

QStringList toStrings(int argc, char* argv[]) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

/// Read beside the search for fonts, which takes as long; only when asked for where it is not needed for certain.
std::future<vram::CatalogLoad> readCatalog(const vram::ui::CommandLine& line) {
    using vram::ui::Action;
    const bool needed = line.error.isEmpty() && (line.action == Action::ShowWindow || line.action == Action::Export);
    const std::launch policy = needed ? std::launch::async | std::launch::deferred : std::launch::deferred;
    return std::async(policy, vram::loadCatalog, vram::ui::userCatalogFolder());
}

int showWindow(const vram::ui::CommandLine& line, vram::ui::Settings& settings, vram::CatalogLoad catalog) {
    vram::net::NetSettings network = vram::app::programNetSettings();
    vram::app::RepositoryService repositories(network); // asks nothing until the user does
    network.access = vram::net::NetAccess::CacheOnly;
    vram::app::MachineService machine(catalog.catalog); // asks nothing either
    vram::ui::MainWindow window(std::move(catalog), settings, nullptr,
                                std::make_shared<vram::net::RepositoryModelReader>(network));
    window.offerRepositories(repositories);
    window.offerDetection(machine);
    if (line.size) {
        window.resize(*line.size);
    }
    window.keepLastState(vram::ui::lastStateFile(), line.scenarioFile.isEmpty());
    if (!line.scenarioFile.isEmpty()) {
        window.openScenario(line.scenarioFile);
    }
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
    using namespace vram::ui;
    // Once before there is an application, because the platform must be chosen; once after Qt took its own options.
    const CommandLine first = parseCommandLine(toStrings(argc, argv));
    choosePlatform(first.isWindowless(), !first.error.isEmpty());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vram-sizer"));
    QApplication::setApplicationVersion(versionText().section(u' ', 1));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.vramsizer.VramSizer"));
    QApplication::setWindowIcon(
        QIcon::fromTheme(QStringLiteral("vram-sizer"), QIcon(QStringLiteral(":/icons/vram-sizer-64.png"))));

    std::future<vram::CatalogLoad> catalog = readCatalog(first);
    Settings settings(settingsFile());
    CommandLine line = parseCommandLine(QApplication::arguments());
    const QString code = !line.language.isEmpty()         ? line.language
                         : !settings.language().isEmpty() ? settings.language()
                                                          : LanguageSwitcher::codeFor(QLocale::system().uiLanguages());
    LanguageSwitcher::ofApplication().setLanguage(code);

    QTextStream out(stdout);
    QTextStream errors(stderr);
    if (!line.error.isEmpty()) {
        line = parseCommandLine(QApplication::arguments()); // again, in the language of the user
        errors << QStringLiteral("vram-sizer: ") << line.error << Qt::endl;
        return kUsage;
    }
    switch (line.action) {
    case Action::PrintVersion:
        out << versionText() << Qt::endl;
        return 0;
    case Action::PrintHelp:
        out << helpText() << Qt::flush;
        return 0;
    case Action::Export:
        // Light unless asked otherwise: a picture goes into documents, whatever the desktop looks like.
        applyTheme(line.theme.value_or(Theme::Light));
        return runExport(line, catalog.get().catalog, settings, errors);
    case Action::ShowWindow:
        break;
    }
    applyTheme(line.theme.value_or(settings.theme()));
    return showWindow(line, settings, catalog.get());
}
