// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "core/report/shell_quote.h"
#include "core/scenario/scenario.h"
#include "ui/settings/view_kind.h"
#include "ui/text/format.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

/// What the program remembers between starts. Typed; a value that is missing or makes no sense reads as its default,
/// and a damaged file is put aside (".damaged") and costs nothing else. Setters write and emit only what changed.
class Settings : public QObject {
    Q_OBJECT

public:
    static constexpr double kDefaultMargin = 10; ///< percent of the usable memory
    static constexpr double kMostMargin = 50;
    static constexpr double kDefaultRam = 64; ///< GiB
    static constexpr double kMostRam = 65536;
    static constexpr double kLeastRate = 0.1; ///< GB/s of RAM
    static constexpr double kLeastDiskRate = 0.001;
    static constexpr double kMostRate = 1e6;
    static constexpr std::int64_t kMostCores = 65536;
    static constexpr std::size_t kMostRows = 256;
    static constexpr double kMostDesktop = 65536; ///< MiB
    static constexpr qsizetype kMostRecentFiles = 8;
    static constexpr qint64 kLargestFile = 1 << 20; ///< bytes; a settings file has a few thousand

    /// `path`: an ini file that need not exist.
    explicit Settings(const QString& path, QObject* parent = nullptr);
    /// Where a file that could not be read was put aside; empty: there was none.
    [[nodiscard]] const QString& damagedFile() const { return m_damaged; }

    [[nodiscard]] QString language() const; ///< code; empty: follow the system
    void setLanguage(const QString& code);
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] ByteUnit byteUnit() const;
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] Animations animations() const;
    void setAnimations(Animations animations);
    [[nodiscard]] bool patterns() const; ///< lines over the colours of the bars' segments
    void setPatterns(bool patterns);
    [[nodiscard]] double marginPercent() const;
    void setMarginPercent(double percent);
    [[nodiscard]] double ramGib() const;
    void setRamGib(double gib);
    [[nodiscard]] std::optional<double> desktopMib() const; ///< of the first card; absent: by the card's class
    void setDesktopMib(std::optional<double> mib);
    /// The user's own machine: the three above with its cards, memory and links, as it was last set.
    [[nodiscard]] MachineChoice machine() const;
    void setMachine(const MachineChoice& machine);
    [[nodiscard]] QStringList pretended() const; ///< what of it is a guess; ids as in DetectedChoice::pretended
    void setPretended(const QStringList& ids);
    [[nodiscard]] std::vector<GpuChoice> rows() const; ///< compared cards; empty: the defaults
    void setRows(const std::vector<GpuChoice>& rows);
    [[nodiscard]] bool shareScale() const;
    void setShareScale(bool share);
    [[nodiscard]] QString sort() const;
    void setSort(const QString& sort);
    [[nodiscard]] ViewKind view() const; ///< of the comparison
    void setView(ViewKind view);
    [[nodiscard]] bool linesOverSequences() const; ///< rather than over the context
    void setLinesOverSequences(bool sequences);
    [[nodiscard]] QStringList columns() const; ///< of the table, by id; empty: the usual ones
    void setColumns(const QStringList& ids);
    [[nodiscard]] std::optional<Shell> shell() const; ///< of commands; absent: the system's usual one
    void setShell(Shell shell);
    [[nodiscard]] int exportScale() const; ///< 1 to 4
    void setExportScale(int scale);
    [[nodiscard]] QString lastFolder() const; ///< empty: none yet
    void setLastFolder(const QString& folder);
    [[nodiscard]] QStringList recentFiles() const; ///< absolute paths, the latest first
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();
    [[nodiscard]] QString openFile() const; ///< the scenario file that was open last; empty: none
    void setOpenFile(const QString& path);
    [[nodiscard]] bool advancedOpen() const;
    void setAdvancedOpen(bool open);
    [[nodiscard]] bool placementOpen() const;
    void setPlacementOpen(bool open);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray splitter() const;
    void setSplitter(const QByteArray& state);
    [[nodiscard]] QByteArray drawerSplitter() const; ///< between the comparison and the explanation
    void setDrawerSplitter(const QByteArray& state);

    /// Writes to disk now (it happens by itself as well).
    void sync();

signals:
    void themeChanged(vram::ui::Theme theme);
    void byteUnitChanged(vram::ui::ByteUnit unit);
    void animationsChanged(vram::ui::Animations animations);
    void patternsChanged(bool patterns);
    void recentFilesChanged();
    /// Once: what was changed cannot be written to `path`.
    void writingFailed(const QString& path);

private:
    /// False when the value was there already.
    bool write(const QString& key, const QVariant& value);
    void writeRecentFiles(const QStringList& paths);
    QString m_damaged;
    QSettings m_store;
    QTimer m_check;
    bool m_failed = false;
};

} // namespace vram::ui
