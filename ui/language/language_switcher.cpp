// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language_switcher.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QWidget>

#include <array>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

/// One row a language: adding one is a row here, a .ts file and a line in cmake/Translations.cmake.
struct Language {
    QStringView code;
    QStringView endonym;
    std::array<QStringView, 4> hanFamilies; ///< Linux, Linux (subset fonts), Windows, macOS
};

constexpr std::array kLanguages{
    Language{u"zh_TW", u"繁體中文", {u"Noto Sans CJK TC", u"Noto Sans TC", u"Microsoft JhengHei UI", u"PingFang TC"}},
    Language{u"zh_CN", u"简体中文", {u"Noto Sans CJK SC", u"Noto Sans SC", u"Microsoft YaHei UI", u"PingFang SC"}},
    Language{u"en", u"English", {u"Noto Sans CJK TC", u"Noto Sans TC", u"Microsoft JhengHei UI", u"PingFang TC"}},
};

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

} // namespace

QStringList hanFontFamilies(const QString& code) {
    QStringList families = systemFamilies();
    const Language* language = findLanguage(code);
    for (const QStringView family : (language ? *language : kLanguages.back()).hanFamilies) {
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
