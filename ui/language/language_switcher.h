// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace vram::ui {

/// Font families in the order of preference for text in a language ("zh_TW", "zh_CN", "en"): the system's own first,
/// then one whose Han glyphs have the forms of that language. Use with QFont::setFamilies; charts need it too.
[[nodiscard]] QStringList hanFontFamilies(const QString& code);

/// The language of the interface: translators of the program and of Qt, default locale, fonts. Every widget receives
/// a LanguageChange event after a switch.
class LanguageSwitcher : public QObject {
    Q_OBJECT

public:
    /// The one of the running application; created with the first call.
    [[nodiscard]] static LanguageSwitcher& ofApplication();

    /// The languages that there are, in the order of the menu.
    [[nodiscard]] static QStringList codes();
    /// The language's own name for itself: "繁體中文".
    [[nodiscard]] static QString endonym(const QString& code);
    /// The language for a list of BCP 47 tags or locale names, the first usable one; "en" where none is.
    /// Hong Kong, Macau and the script Hant get zh_TW; mainland China, Singapore, Malaysia and Hans zh_CN.
    [[nodiscard]] static QString codeFor(const QStringList& uiLanguages);
    /// The same for what a user typed ("zh-HK", "zh_TW.UTF-8", "en_GB"); empty when it is no language of ours.
    [[nodiscard]] static QString codeForName(const QString& name);

    /// Switches everything that is open; `code` is one of codes(), anything else is English.
    void setLanguage(const QString& code);
    /// The code of the language in use.
    [[nodiscard]] QString language() const { return m_code; }

signals:
    void languageChanged(const QString& code);

private:
    explicit LanguageSwitcher(QObject* parent);
    void applyFonts() const;
    QTranslator m_own;
    QTranslator m_qt;
    QString m_code;
};

} // namespace vram::ui
