// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include "core/hardware/memory_bandwidth.h"
#include "core/scenario/detected_choice.h"
#include "ui/store/row_order.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

/// Key and default of a value, declared together.
template <typename T>
struct Key {
    QStringView name;
    T fallback;
};

constexpr Key<QStringView> kLanguage{u"ui/language", u""};
constexpr Key<Theme> kTheme{u"ui/theme", Theme::System};
constexpr Key<ByteUnit> kByteUnit{u"ui/byte_unit", ByteUnit::GiB};
constexpr Key<Animations> kAnimations{u"ui/animations", Animations::System};
constexpr Key<bool> kPatterns{u"ui/patterns", false};
constexpr Key<bool> kAdvancedOpen{u"ui/advanced_open", false};
constexpr Key<bool> kPlacementOpen{u"ui/placement_open", false};
constexpr Key<double> kMargin{u"machine/margin_percent", Settings::kDefaultMargin};
constexpr Key<double> kRam{u"machine/ram_gib", Settings::kDefaultRam};
constexpr Key<bool> kShareScale{u"compare/share_scale", false};
constexpr QStringView kRows = u"compare/rows";
constexpr QStringView kSort = u"compare/sort";
constexpr Key<bool> kTable{u"compare/table", false}; ///< of versions without kView
constexpr Key<ViewKind> kView{u"compare/view", ViewKind::Bars};
constexpr Key<bool> kLinesOverSequences{u"compare/lines_over_sequences", false};
constexpr QStringView kColumns = u"compare/columns";
constexpr QStringView kShell = u"run/shell";
constexpr QStringView kDesktop = u"machine/desktop_mib";
constexpr QStringView kMachineGpus = u"machine/gpus";
constexpr QStringView kRamType = u"machine/ram_type";
constexpr QStringView kRamChannels = u"machine/ram_channels";
constexpr QStringView kRamSpeed = u"machine/ram_gb_s";
constexpr QStringView kCores = u"machine/cpu_cores";
constexpr QStringView kPcie = u"machine/pcie";
constexpr QStringView kDisk = u"machine/disk_gb_s";
constexpr QStringView kPretended = u"machine/pretended";
constexpr QStringView kRecentFiles = u"files/recent";
constexpr QStringView kDrawerSplitter = u"window/drawer_splitter";
constexpr Key<int> kExportScale{u"export/scale", 2};
constexpr QStringView kLastFolder = u"files/last_folder";
constexpr QStringView kOpenFile = u"files/open";
constexpr QStringView kGeometry = u"window/geometry";
constexpr QStringView kSplitter = u"window/splitter";

constexpr int kCheckMilliseconds = 500; ///< after a change: whether it could be written

template <typename T>
struct Word {
    T value;
    QStringView text;
};
constexpr std::array kThemes{Word<Theme>{Theme::System, u"system"}, Word<Theme>{Theme::Light, u"light"},
                             Word<Theme>{Theme::Dark, u"dark"}};
constexpr std::array kMotions{Word<Animations>{Animations::System, u"system"}, Word<Animations>{Animations::On, u"on"},
                              Word<Animations>{Animations::Off, u"off"}};
constexpr std::array kViews{Word<ViewKind>{ViewKind::Bars, u"bars"}, Word<ViewKind>{ViewKind::Table, u"table"},
                            Word<ViewKind>{ViewKind::Lines, u"lines"}};
constexpr std::array kUnits{Word<ByteUnit>{ByteUnit::GiB, u"GiB"}, Word<ByteUnit>{ByteUnit::GB, u"GB"}};

template <typename T, std::size_t N>
T fromText(const std::array<Word<T>, N>& words, const QString& text, T fallback) {
    const auto word = std::ranges::find(words, text, [](const Word<T>& each) { return each.text.toString(); });
    return word == words.end() ? fallback : word->value;
}

template <typename T, std::size_t N>
QString toText(const std::array<Word<T>, N>& words, T value) {
    return std::ranges::find(words, value, &Word<T>::value)->text.toString();
}

double numberWithin(const QSettings& store, const Key<double>& key, double most) {
    bool good = false;
    const double value = store.value(key.name.toString()).toDouble(&good);
    return good && std::isfinite(value) && value >= 0 && value <= most ? value : key.fallback;
}

/// nullopt for what is missing or makes no sense.
std::optional<double> numberWithin(const QSettings& store, QStringView key, double least, double most) {
    bool good = false;
    const double value = store.value(key.toString()).toDouble(&good);
    return good && std::isfinite(value) && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> countWithin(const QSettings& store, QStringView key, std::int64_t most) {
    bool good = false;
    const qlonglong value = store.value(key.toString()).toLongLong(&good);
    return good && value >= 1 && value <= most ? std::optional<std::int64_t>(value) : std::nullopt;
}

std::string wordOf(const QSettings& store, QStringView key) {
    constexpr qsizetype kLongest = 32;
    const QString word = store.value(key.toString()).toString();
    return word.size() <= kLongest ? word.toStdString() : std::string();
}

QString textOf(std::string_view id) { return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())); }

// An absent value is remembered as an empty one.
QVariant remembered(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(QString()); }
QVariant remembered(const std::optional<std::int64_t>& value) {
    return value ? QVariant(static_cast<qlonglong>(*value)) : QVariant(QString());
}

/// One "2 x GeForce RTX 4090" a kind of card; readable in the file and safe against any name.
std::vector<GpuChoice> cardsFrom(const QStringList& texts) {
    std::vector<GpuChoice> cards;
    for (const QString& text : texts) {
        bool good = false;
        const qsizetype cross = text.indexOf(u" x "_s);
        const qlonglong count = cross < 0 ? 0 : text.left(cross).toLongLong(&good);
        const QString name = text.mid(cross + 3).trimmed();
        if (good && count >= 1 && count <= kMostGpus && !name.isEmpty() && cards.size() < Settings::kMostRows) {
            cards.push_back({name.toStdString(), count});
        }
    }
    return cards;
}

QStringList textsOf(const std::vector<GpuChoice>& cards) {
    QStringList texts;
    for (const GpuChoice& card : cards) {
        texts.append(QString::number(card.count) + u" x "_s + QString::fromStdString(card.name));
    }
    return texts;
}

bool flag(const QSettings& store, const Key<bool>& key) {
    const QString text = store.value(key.name.toString()).toString();
    return text == u"true"_s || (text != u"false"_s && key.fallback);
}

bool isDamaged(const QString& path) {
    const QFileInfo file(path);
    // A folder cannot be read, and a pipe would be waited for.
    if (!file.isFile() || file.size() > Settings::kLargestFile) {
        return true;
    }
    QSettings probe(path, QSettings::IniFormat);
    probe.allKeys();
    return probe.status() == QSettings::FormatError;
}

/// QSettings drops what it cannot parse with the next write; the user's file stays beside the new one instead.
QString withoutDamage(const QString& path, QString* aside) {
    if (!QFileInfo::exists(path) || !isDamaged(path)) {
        return path;
    }
    const QString damaged = path + u".damaged"_s;
    QFile::remove(damaged);
    const bool moved = QFile::rename(path, damaged);
    *aside = moved ? damaged : path;
    return moved ? path : path + u".new"_s;
}

} // namespace

Settings::Settings(const QString& path, QObject* parent)
    : QObject(parent),
      m_store(withoutDamage(path, &m_damaged), QSettings::IniFormat) {
    m_check.setSingleShot(true);
    m_check.setInterval(kCheckMilliseconds);
    connect(&m_check, &QTimer::timeout, this, &Settings::sync);
}

void Settings::sync() {
    m_check.stop();
    m_store.sync();
    if (m_store.status() == QSettings::AccessError && !m_failed) {
        m_failed = true;
        emit writingFailed(m_store.fileName());
    }
}

bool Settings::write(const QString& key, const QVariant& value) {
    if (m_store.value(key) == value) {
        return false;
    }
    m_store.setValue(key, value);
    if (!m_failed) {
        m_check.start();
    }
    return true;
}

QString Settings::language() const {
    const QString code = m_store.value(kLanguage.name.toString()).toString();
    return code.size() < 32 ? code : kLanguage.fallback.toString();
}
void Settings::setLanguage(const QString& code) { write(kLanguage.name.toString(), code); }

Theme Settings::theme() const {
    return fromText(kThemes, m_store.value(kTheme.name.toString()).toString(), kTheme.fallback);
}
void Settings::setTheme(Theme theme) {
    const bool changes = theme != this->theme();
    write(kTheme.name.toString(), toText(kThemes, theme));
    if (changes) {
        emit themeChanged(theme);
    }
}

ByteUnit Settings::byteUnit() const {
    return fromText(kUnits, m_store.value(kByteUnit.name.toString()).toString(), kByteUnit.fallback);
}
void Settings::setByteUnit(ByteUnit unit) {
    const bool changes = unit != byteUnit();
    write(kByteUnit.name.toString(), toText(kUnits, unit));
    if (changes) {
        emit byteUnitChanged(unit);
    }
}

Animations Settings::animations() const {
    return fromText(kMotions, m_store.value(kAnimations.name.toString()).toString(), kAnimations.fallback);
}
void Settings::setAnimations(Animations animations) {
    const bool changes = animations != this->animations();
    write(kAnimations.name.toString(), toText(kMotions, animations));
    if (changes) {
        emit animationsChanged(animations);
    }
}

double Settings::marginPercent() const { return numberWithin(m_store, kMargin, kMostMargin); }
void Settings::setMarginPercent(double percent) { write(kMargin.name.toString(), percent); }

double Settings::ramGib() const { return numberWithin(m_store, kRam, kMostRam); }
void Settings::setRamGib(double gib) {
    write(kRam.name.toString(), gib);
    // Said now, and no guess any more.
    QStringList guessed = pretended();
    if (guessed.removeAll(textOf(kPretendedRam)) > 0) {
        setPretended(guessed);
    }
}

std::optional<double> Settings::desktopMib() const { return numberWithin(m_store, kDesktop, 0, kMostDesktop); }
void Settings::setDesktopMib(std::optional<double> mib) {
    write(kDesktop.toString(), mib ? QVariant(*mib) : QVariant(u"auto"_s));
}

std::vector<GpuChoice> Settings::rows() const { return cardsFrom(m_store.value(kRows.toString()).toStringList()); }
void Settings::setRows(const std::vector<GpuChoice>& rows) { write(kRows.toString(), textsOf(rows)); }

MachineChoice Settings::machine() const {
    MachineChoice machine;
    machine.gpus = cardsFrom(m_store.value(kMachineGpus.toString()).toStringList());
    machine.ramGib = ramGib();
    machine.ramGbPerSecond = numberWithin(m_store, kRamSpeed, kLeastRate, kMostRate);
    machine.marginPercent = marginPercent();
    machine.desktopMib = desktopMib();
    machine.ramType = wordOf(m_store, kRamType);
    machine.ramChannels = countWithin(m_store, kRamChannels, kMostMemoryChannels);
    machine.cpuCores = countWithin(m_store, kCores, kMostCores);
    machine.pcie = wordOf(m_store, kPcie);
    machine.diskGbPerSecond = numberWithin(m_store, kDisk, kLeastDiskRate, kMostRate);
    return machine;
}
void Settings::setMachine(const MachineChoice& machine) {
    write(kMachineGpus.toString(), textsOf(machine.gpus));
    setRamGib(machine.ramGib);
    write(kRamSpeed.toString(), remembered(machine.ramGbPerSecond));
    setMarginPercent(machine.marginPercent);
    setDesktopMib(machine.desktopMib);
    write(kRamType.toString(), QString::fromStdString(machine.ramType));
    write(kRamChannels.toString(), remembered(machine.ramChannels));
    write(kCores.toString(), remembered(machine.cpuCores));
    write(kPcie.toString(), QString::fromStdString(machine.pcie));
    write(kDisk.toString(), remembered(machine.diskGbPerSecond));
}

QStringList Settings::pretended() const {
    return m_store.contains(kRam.name.toString()) ? m_store.value(kPretended.toString()).toStringList()
                                                  : QStringList{textOf(kPretendedRam)};
}
void Settings::setPretended(const QStringList& ids) { write(kPretended.toString(), ids); }

bool Settings::shareScale() const { return flag(m_store, kShareScale); }
void Settings::setShareScale(bool share) { write(kShareScale.name.toString(), share); }

QString Settings::sort() const {
    const QString id = m_store.value(kSort.toString()).toString();
    return findRowOrder(id.toStdString()) != nullptr ? id : QString();
}
void Settings::setSort(const QString& sort) { write(kSort.toString(), sort); }

ViewKind Settings::view() const {
    const ViewKind before = flag(m_store, kTable) ? ViewKind::Table : kView.fallback;
    return fromText(kViews, m_store.value(kView.name.toString()).toString(), before);
}
void Settings::setView(ViewKind view) { write(kView.name.toString(), toText(kViews, view)); }

bool Settings::linesOverSequences() const { return flag(m_store, kLinesOverSequences); }
void Settings::setLinesOverSequences(bool sequences) { write(kLinesOverSequences.name.toString(), sequences); }

QStringList Settings::columns() const { return m_store.value(kColumns.toString()).toStringList(); }
void Settings::setColumns(const QStringList& ids) { write(kColumns.toString(), ids); }

std::optional<Shell> Settings::shell() const { return findShell(wordOf(m_store, kShell)); }
void Settings::setShell(Shell shell) { write(kShell.toString(), textOf(shellId(shell))); }

int Settings::exportScale() const {
    bool good = false;
    const int scale = m_store.value(kExportScale.name.toString()).toInt(&good);
    return good && scale >= 1 && scale <= 4 ? scale : kExportScale.fallback;
}
void Settings::setExportScale(int scale) { write(kExportScale.name.toString(), scale); }

QString Settings::lastFolder() const {
    const QString folder = m_store.value(kLastFolder.toString()).toString();
    return QDir(folder).exists() ? folder : QString();
}
void Settings::setLastFolder(const QString& folder) { write(kLastFolder.toString(), folder); }

QStringList Settings::recentFiles() const {
    QStringList paths = m_store.value(kRecentFiles.toString()).toStringList();
    paths.removeIf([](const QString& path) { return !QDir::isAbsolutePath(path); });
    return paths.mid(0, kMostRecentFiles);
}
void Settings::addRecentFile(const QString& path) {
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    QStringList paths = recentFiles();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    writeRecentFiles(paths.mid(0, kMostRecentFiles));
}
void Settings::removeRecentFile(const QString& path) {
    QStringList paths = recentFiles();
    paths.removeAll(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    writeRecentFiles(paths);
}
void Settings::clearRecentFiles() { writeRecentFiles({}); }
void Settings::writeRecentFiles(const QStringList& paths) {
    if (write(kRecentFiles.toString(), paths)) {
        emit recentFilesChanged();
    }
}

QString Settings::openFile() const {
    const QString path = m_store.value(kOpenFile.toString()).toString();
    return QDir::isAbsolutePath(path) ? path : QString();
}
void Settings::setOpenFile(const QString& path) {
    const QString absolute = path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
    if (absolute != openFile()) {
        write(kOpenFile.toString(), absolute);
    }
}

bool Settings::patterns() const { return flag(m_store, kPatterns); }
void Settings::setPatterns(bool patterns) {
    const bool changes = patterns != this->patterns();
    write(kPatterns.name.toString(), patterns);
    if (changes) {
        emit patternsChanged(patterns);
    }
}

bool Settings::advancedOpen() const { return flag(m_store, kAdvancedOpen); }
void Settings::setAdvancedOpen(bool open) { write(kAdvancedOpen.name.toString(), open); }

bool Settings::placementOpen() const { return flag(m_store, kPlacementOpen); }
void Settings::setPlacementOpen(bool open) { write(kPlacementOpen.name.toString(), open); }

QByteArray Settings::geometry() const { return m_store.value(kGeometry.toString()).toByteArray(); }
void Settings::setGeometry(const QByteArray& geometry) { write(kGeometry.toString(), geometry); }

QByteArray Settings::splitter() const { return m_store.value(kSplitter.toString()).toByteArray(); }
void Settings::setSplitter(const QByteArray& state) { write(kSplitter.toString(), state); }

QByteArray Settings::drawerSplitter() const { return m_store.value(kDrawerSplitter.toString()).toByteArray(); }
void Settings::setDrawerSplitter(const QByteArray& state) { write(kDrawerSplitter.toString(), state); }

} // namespace vram::ui
