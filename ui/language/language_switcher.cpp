// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language_switcher.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QWidget>

#include <algorithm>
#include <array>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

/// One row a language: adding one is a row here, a .ts file and a line in cmake/Translations.cmake.
struct Language {
    QStringView code;
    QStringView endonym;
    std::array<QStringView, 4> hanFamilies; ///< Linux, Linux (subset fonts), Windows, macOS
    bool latinPunctuation = false;          ///< quotes, dots and dashes as wide as Latin ones, not as a character
};

constexpr std::array kLanguages{
    Language{u"zh_TW", u"繁體中文", {u"Noto Sans CJK TC", u"Noto Sans TC", u"Microsoft JhengHei UI", u"PingFang TC"}},
    Language{u"zh_CN", u"简体中文", {u"Noto Sans CJK SC", u"Noto Sans SC", u"Microsoft YaHei UI", u"PingFang SC"}},
    Language{u"en", u"English", {u"Noto Sans CJK TC", u"Noto Sans TC", u"Microsoft JhengHei UI", u"PingFang TC"}, true},
};

/// Where the system's own font is a Han font: the usual ones of a Linux desktop.
constexpr std::array<QStringView, 3> kLatinFamilies{u"Noto Sans", u"DejaVu Sans", u"Liberation Sans"};

const Language* findLanguage(QStringView code) {
    for (const Language& language : kLanguages) {
        if (language.code == code) {
            return &language;
        }
    }
    return nullptr;
}

/// Families of the platform's own interface font, as they were before the first switch.
const QStringList& systemFamilies() {
    static const QStringList families = QFont().families();
    return families;
}

bool isHanFamily(const QString& family) {
    return std::ranges::any_of(
        kLanguages, [&family](const Language& language) { return std::ranges::count(language.hanFamilies, family); });
}

/// The font for Latin text behind an alias such as "Sans Serif", which is all that there is without a desktop; empty
/// where the system names a font. Qt looks for families by name: it would pass over the alias and take all of the text,
/// apostrophes included, from the Han font.
QString latinFamily() {
    const QStringList& system = systemFamilies();
    if (system.isEmpty() || QFontDatabase::hasFamily(system.front())) {
        return {};
    }
    QFont font;
    font.setFamilies(system);
    QString behind = QFontInfo(font).family();
    if (!isHanFamily(behind)) {
        return behind;
    }
    const auto installed = std::ranges::find_if(
        kLatinFamilies, [](QStringView family) { return QFontDatabase::hasFamily(family.toString()); });
    return installed == kLatinFamilies.end() ? QString() : installed->toString();
}

} // namespace

QStringList hanFontFamilies(const QString& code) {
    QStringList families = systemFamilies();
    const Language* const known = findLanguage(code);
    const Language& language = known != nullptr ? *known : kLanguages.back();
    if (const QString latin = latinFamily(); language.latinPunctuation && !latin.isEmpty()) {
        families.append(latin);
    }
    for (const QStringView family : language.hanFamilies) {
        // A family that is not installed would be replaced by whatever the system likes best.
        if (QFontDatabase::hasFamily(family.toString())) {
            families.append(family.toString());
        }
    }
    return families;
}

LanguageSwitcher::LanguageSwitcher(QObject* parent) : QObject(parent) { systemFamilies(); }

LanguageSwitcher& LanguageSwitcher::ofApplication() {
    auto* known = qApp->findChild<LanguageSwitcher*>(QString(), Qt::FindDirectChildrenOnly);
    return known ? *known : *new LanguageSwitcher(qApp);
}

QStringList LanguageSwitcher::codes() {
    QStringList codes;
    for (const Language& language : kLanguages) {
        codes.append(language.code.toString());
    }
    return codes;
}

QString LanguageSwitcher::endonym(const QString& code) {
    const Language* language = findLanguage(code);
    return language ? language->endonym.toString() : code;
}

QString LanguageSwitcher::codeForName(const QString& name) {
    QString tag = name.section(u'.', 0, 0).section(u'@', 0, 0);
    tag.replace(u'_', u'-');
    const QStringList parts = tag.toLower().split(u'-', Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return {};
    }
    if (parts.front() == u"en"_s) {
        return u"en"_s;
    }
    if (parts.front() != u"zh"_s && parts.front() != u"yue"_s) {
        return {};
    }
    // The script decides where it is named; else the territory; else the language's usual script.
    if (parts.contains(u"hant"_s)) {
        return u"zh_TW"_s;
    }
    if (parts.contains(u"hans"_s)) {
        return u"zh_CN"_s;
    }
    for (const QStringView traditional : {u"tw", u"hk", u"mo"}) {
        if (parts.contains(traditional)) {
            return u"zh_TW"_s;
        }
    }
    return parts.front() == u"yue"_s && !parts.contains(u"cn"_s) ? u"zh_TW"_s : u"zh_CN"_s;
}

QString LanguageSwitcher::codeFor(const QStringList& uiLanguages) {
    for (const QString& name : uiLanguages) {
        if (QString code = codeForName(name); !code.isEmpty()) {
            return code;
        }
    }
    return u"en"_s;
}

void LanguageSwitcher::setLanguage(const QString& code) {
    const QString wanted = findLanguage(code) ? code : u"en"_s;
    if (wanted == m_code) {
        return;
    }
    m_code = wanted;
    const QLocale locale(wanted);
    // Before the events: retranslate() formats numbers.
    QLocale::setDefault(locale);
    for (QWidget* window : QApplication::topLevelWidgets()) {
        window->setLocale(locale);
    }
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    // English has none of Qt's (its texts are English) but one of ours for the plural forms.
    if (m_qt.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)) ||
        m_qt.load(u"qtbase_"_s + wanted, QCoreApplication::applicationDirPath() + u"/translations"_s)) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(u":/i18n/vram-sizer_"_s + wanted + u".qm"_s)) {
        QCoreApplication::installTranslator(&m_own);
    }
    applyFonts();
    emit languageChanged(m_code);
}

void LanguageSwitcher::applyFonts() const {
    QFont font = QApplication::font();
    font.setFamilies(hanFontFamilies(m_code));
    QApplication::setFont(font);
}

} // namespace vram::ui
