// SPDX-License-Identifier: GPL-3.0-or-later
// What the user waits for, on the real window. Figures and machine: docs/performance.md.
#include "core/catalog/catalog.h"
#include "ui/export/chart_export.h"
#include "ui/language/language_switcher.h"
#include "ui/settings/settings.h"
#include "ui/table/row_table.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QSlider>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <future>
#include <vector>

namespace {

using namespace vram;
using namespace Qt::StringLiterals;

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

/// Wall clock, and the time that the window's thread computed: neither what other processes take counts in the latter,
/// nor what is looked for in threads beside it.
struct Spent {
    double wall = 0; ///< milliseconds
    double cpu = 0;
};

class Watch {
public:
    Watch() { m_timer.start(); }
    [[nodiscard]] Spent spent() const {
        return {static_cast<double>(m_timer.nsecsElapsed()) / 1e6, computed() - m_start};
    }

private:
    /// Milliseconds.
    static double computed() {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
        return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
#endif
    }
    QElapsedTimer m_timer;
    double m_start = computed();
};

/// Resident memory of this process in MiB (Linux; 0 elsewhere).
double residentMiB() {
    QFile file(u"/proc/self/status"_s);
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

void print(const char* what, const std::vector<Spent>& values) {
    const auto share = [&](double Spent::*which, double part) {
        std::vector<double> sorted;
        for (const Spent& value : values) {
            sorted.push_back(value.*which);
        }
        std::sort(sorted.begin(), sorted.end());
        const auto index = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
        return sorted[std::min(sorted.size() - 1, index)];
    };
    out() << QString::asprintf("%-18s n %5zu  CPU median %6.2f p95 %6.2f worst %6.2f   wall median %6.2f p95 %6.2f ms",
                               what, values.size(), share(&Spent::cpu, 0.5), share(&Spent::cpu, 0.95),
                               share(&Spent::cpu, 1), share(&Spent::wall, 0.5), share(&Spent::wall, 0.95))
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

/// Moves a slider up and down its whole length, a step at a time, painting each.
class Sweep {
public:
    explicit Sweep(QSlider& slider) : m_slider(slider) {}

    Spent step() {
        int next = m_slider.value() + m_direction * m_slider.singleStep();
        if (next > m_slider.maximum() || next < m_slider.minimum()) {
            m_direction = -m_direction;
            next = m_slider.value() + m_direction * m_slider.singleStep();
        }
        const Watch watch;
        m_slider.setValue(next);
        QCoreApplication::processEvents(); // layout, update requests, painting
        return watch.spent();
    }

private:
    QSlider& m_slider;
    int m_direction = 1;
};

constexpr const char* kSliders[] = {"contextSlider", "sizeSlider", "weightsSlider", "batchSlider"};

std::vector<Sweep> sweeps(const ui::MainWindow& window) {
    std::vector<Sweep> all;
    for (const char* name : kSliders) {
        auto* slider = window.findChild<QSlider*>(QString::fromLatin1(name));
        if (slider == nullptr) {
            qFatal("%s is missing", name);
        }
        all.emplace_back(*slider);
    }
    return all;
}

/// Until what is looked for beside the question has been found: zones of the sliders, limits of the rows.
void settle() {
    constexpr int kMilliseconds = 600;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kMilliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void measureSliders(const ui::MainWindow& window, int steps, const QString& only) {
    std::vector<Sweep> all = sweeps(window);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!only.isEmpty() && only != QLatin1StringView(kSliders[i])) {
            continue;
        }
        std::vector<Spent> spent;
        for (int step = -20; step < steps; ++step) {
            const Spent each = all[i].step();
            if (step >= 0) {
                spent.push_back(each);
            }
        }
        print(kSliders[i], spent);
    }
}

/// What each slider's user may wait for who stops, and at once goes on: the window's longest turn in the time after.
void measureRest(const ui::MainWindow& window) {
    constexpr int kMilliseconds = 500;
    std::vector<Sweep> all = sweeps(window);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<Spent> longest;
        for (int drag = 0; drag < 20; ++drag) {
            for (int step = 0; step < 7; ++step) {
                all[i].step();
            }
            Spent most;
            QElapsedTimer rest;
            rest.start();
            while (rest.elapsed() < kMilliseconds) {
                const Watch turn;
                QCoreApplication::processEvents();
                const Spent spent = turn.spent();
                most = spent.cpu > most.cpu ? spent : most;
            }
            longest.push_back(most);
        }
        print((QByteArray(kSliders[i]) + ", rest").constData(), longest);
    }
}

/// Resident memory while all sliders are moved in turn.
void measureGrowth(const ui::MainWindow& window, int steps) {
    std::vector<Sweep> all = sweeps(window);
    for (int step = 1; step <= steps; ++step) {
        all[static_cast<std::size_t>(step / 100) % all.size()].step();
        if (step == steps / 10 || step == steps) {
            out() << QString::asprintf("after %6d steps resident %.1f MiB", step, residentMiB()) << Qt::endl;
        }
    }
}

void measureLanguages() {
    std::vector<Spent> spent;
    for (int i = 0; i < 30; ++i) {
        const Watch watch;
        const QStringList codes = ui::LanguageSwitcher::codes();
        ui::LanguageSwitcher::ofApplication().setLanguage(codes.at(i % codes.size()));
        QCoreApplication::processEvents();
        spent.push_back(watch.spent());
    }
    print("language switch", spent);
}

/// From opening a model to its answer on the screen, and the longest time in which the window could not answer.
void measureOpening(ui::MainWindow& window, const QString& path) {
    std::vector<Spent> spent;
    std::vector<Spent> blocked;
    for (int i = 0; i < 10; ++i) {
        window.store().edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-14B"}; });
        QCoreApplication::processEvents();
        const Watch watch;
        window.openScenario(path);
        Spent longest;
        const auto shown = [&window] {
            return std::holds_alternative<ModelFile>(window.store().scenario().model) &&
                   window.store().snapshot().resolved.has_value();
        };
        while (!shown() && watch.spent().wall < 10'000) {
            const Watch turn;
            QCoreApplication::processEvents();
            longest.wall = std::max(longest.wall, turn.spent().wall);
            longest.cpu = std::max(longest.cpu, turn.spent().cpu);
        }
        QCoreApplication::processEvents();
        spent.push_back(watch.spent());
        blocked.push_back(longest);
    }
    print("open a model", spent);
    print("  longest turn", blocked);
}

void measureExport(const ui::MainWindow& window, const QString& folder) {
    std::vector<Spent> spent;
    for (int i = 0; i < 10; ++i) {
        const Watch watch;
        ui::ExportOptions options;
        options.scale = 2;
        const QImage image = ui::renderChart(window.store().unfilteredSnapshot(), options);
        if (!ui::writePng(folder + u"/chart.png"_s, image, nullptr)) {
            qFatal("cannot write");
        }
        spent.push_back(watch.spent());
    }
    print("PNG at 2x", spent);
}

void print(const ui::MainWindow& window, const QCommandLineParser& parser) {
    const std::vector<ui::Row>& rows = window.store().snapshot().rows;
    static constexpr const char* kViews[] = {"bars", "table", "lines"};
    out() << rows.size() << " rows of " << QString::fromStdString(window.store().scenario().view.axis) << ", "
          << kViews[static_cast<int>(window.comparison().view())] << (parser.isSet(u"why"_s) ? " and explanations" : "")
          << (parser.isSet(u"run"_s) ? " and commands" : "") << ", 1920x1080, " << QGuiApplication::platformName()
          << Qt::endl;
}

} // namespace

int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const Watch start;
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"steps"_s, u"Steps of each slider (default 300)."_s, u"n"_s, u"300"_s},
                       {u"slider"_s, u"This slider alone (contextSlider, sizeSlider ...)."_s, u"name"_s},
                       {u"cards"_s, u"Compared cards (default 24)."_s, u"n"_s, u"24"_s},
                       {u"table"_s, u"The table instead of the bars."_s},
                       {u"lines"_s, u"The lines instead of the bars."_s},
                       {u"axis"_s, u"Rows of this instead of cards (weights, context, runtime ...)."_s, u"axis"_s},
                       {u"why"_s, u"With the explanations open."_s},
                       {u"run"_s, u"With the commands open."_s},
                       {u"rest"_s, u"Measure the window's longest turn after a drag has ended."_s},
                       {u"limits"_s, u"With the columns of largest contexts, users, weights and layers."_s},
                       {u"language"_s, u"Measure language switches."_s},
                       {u"export"_s, u"Measure PNG export."_s},
                       {u"open"_s, u"Measure opening this model."_s, u"path"_s},
                       {u"growth"_s, u"Measure memory over this many steps."_s, u"n"_s}});
    parser.addHelpOption();
    parser.process(application);
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    auto catalog = std::async(std::launch::async, loadCatalog, std::filesystem::path{}); // as the program does
    ui::LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    ui::applyTheme(ui::Theme::Light);
    ui::MainWindow window(catalog.get(), settings);
    window.resize(1920, 1080);
    window.show();
    QCoreApplication::processEvents();
    const Spent started = start.spent();
    out() << QString::asprintf("start to first frame: CPU %.0f wall %.0f ms, resident %.1f MiB", started.cpu,
                               started.wall, residentMiB())
          << Qt::endl;

    chooseCards(window.store(), parser.value(u"cards"_s).toInt());
    if (parser.isSet(u"axis"_s)) {
        window.store().edit([&](Scenario& scenario) { scenario.view.axis = parser.value(u"axis"_s).toStdString(); });
    }
    window.comparison().setTableShown(parser.isSet(u"table"_s));
    if (parser.isSet(u"lines"_s)) {
        window.comparison().setView(ui::ViewKind::Lines);
    }
    window.comparison().setWhyShown(parser.isSet(u"why"_s));
    window.comparison().setRunShown(parser.isSet(u"run"_s));
    if (parser.isSet(u"limits"_s)) {
        ui::RowTable& table = window.comparison().table();
        table.setColumns(table.columns() +
                         QStringList{u"max_context"_s, u"max_users"_s, u"best_weights"_s, u"most_layers"_s});
    }
    settle();
    print(window, parser);
    if (parser.isSet(u"open"_s)) {
        measureOpening(window, parser.value(u"open"_s));
        return 0;
    }
    if (parser.isSet(u"growth"_s)) {
        measureGrowth(window, parser.value(u"growth"_s).toInt());
        return 0;
    }
    measureSliders(window, parser.value(u"steps"_s).toInt(), parser.value(u"slider"_s));
    if (parser.isSet(u"rest"_s)) {
        measureRest(window);
    }
    if (parser.isSet(u"language"_s)) {
        measureLanguages();
    }
    if (parser.isSet(u"export"_s)) {
        measureExport(window, folder.path());
    }
    return 0;
}
