// SPDX-License-Identifier: GPL-3.0-or-later
// What the user waits for, on the real window: a slider step until it is painted, a language switch, a PNG, memory.
// usage: bench_frame [STEPS] [CARDS]; prints milliseconds. Figures and machine: docs/performance.md.
#include "core/catalog/catalog.h"
#include "ui/export/chart_export.h"
#include "ui/language/language_switcher.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSlider>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <vector>

namespace {

using namespace vram;

double milliseconds(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// Resident memory of this process in MiB (Linux; 0 elsewhere).
double residentMiB() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024.0;
        }
    }
    return 0;
}

void print(const char* what, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    QTextStream(stdout) << QString::asprintf("%-28s n %5zu  median %7.2f  p95 %7.2f  worst %7.2f ms", what,
                                             values.size(), at(0.5), at(0.95), values.back())
                        << Qt::endl;
}

void chooseCards(ui::ScenarioStore& store, int count) {
    store.edit([&](Scenario& scenario) {
        scenario.view.rows.clear();
        const auto& gpus = store.catalog().gpus();
        const std::size_t stride = std::max<std::size_t>(1, gpus.size() / static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < gpus.size() && scenario.view.rows.size() < static_cast<std::size_t>(count);
             i += stride) {
            scenario.view.rows.push_back({gpus[i].name, 1});
        }
    });
}

/// Sweeps one slider up and down its whole length, a step at a time, painting each.
std::vector<double> sweep(QSlider& slider, int steps) {
    std::vector<double> times;
    int direction = 1;
    for (int i = 0; i < steps; ++i) {
        int next = slider.value() + direction * slider.singleStep();
        if (next > slider.maximum() || next < slider.minimum()) {
            direction = -direction;
            next = slider.value() + direction * slider.singleStep();
        }
        QElapsedTimer timer;
        timer.start();
        slider.setValue(next);
        QCoreApplication::processEvents(); // layout, update requests, painting
        times.push_back(milliseconds(timer));
    }
    return times;
}

} // namespace

int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QElapsedTimer start;
    start.start();
    QApplication application(argc, argv);
    const int steps = argc > 1 ? QByteArray(argv[1]).toInt() : 500;
    const int cards = argc > 2 ? QByteArray(argv[2]).toInt() : 12;
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    ui::LanguageSwitcher::ofApplication().setLanguage(QStringLiteral("en"));
    ui::applyTheme(ui::Theme::Light);
    ui::MainWindow window(loadCatalog(), settings);
    window.resize(1920, 1080);
    window.show();
    QCoreApplication::processEvents();
    QTextStream out(stdout);
    out << QString::asprintf("start to first frame %.0f ms, resident %.0f MiB", milliseconds(start), residentMiB())
        << Qt::endl;

    chooseCards(window.store(), cards);
    QCoreApplication::processEvents();
    out << cards << " cards, 1920x1080, " << QGuiApplication::platformName() << Qt::endl;
    for (const char* name : {"contextSlider", "sizeSlider", "weightsSlider", "batchSlider"}) {
        auto* slider = window.findChild<QSlider*>(QString::fromLatin1(name));
        if (slider == nullptr) {
            out << name << " is missing" << Qt::endl;
            return 1;
        }
        sweep(*slider, 20);
        print(name, sweep(*slider, steps));
    }
    std::vector<double> switches;
    for (int i = 0; i < 12; ++i) {
        QElapsedTimer timer;
        timer.start();
        ui::LanguageSwitcher::ofApplication().setLanguage(ui::LanguageSwitcher::codes().at(i % 3));
        QCoreApplication::processEvents();
        switches.push_back(milliseconds(timer));
    }
    print("language switch", switches);
    out << QString::asprintf("resident at the end %.0f MiB", residentMiB()) << Qt::endl;
    return 0;
}
