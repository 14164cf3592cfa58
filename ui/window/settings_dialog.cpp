// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_dialog.h"

#include "ui/access/spoken.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/repository/repository_browser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QDoubleSpinBox* makeSpin(const QString& name, double most, const QString& unit) {
    auto* spin = new QDoubleSpinBox;
    spin->setObjectName(name);
    spin->setRange(0, most);
    spin->setDecimals(0);
    spin->setKeyboardTracking(false);
    spin->setSuffix(u'\u00A0' + unit);
    guardWheel(spin);
    return spin;
}

QComboBox* makeList(const QString& name, const QVariantList& values) {
    auto* list = new QComboBox;
    list->setObjectName(name);
    for (const QVariant& value : values) {
        list->addItem(QString(), value);
    }
    guardWheel(list);
    return list;
}

void choose(QComboBox* list, const QVariant& value) {
    const QSignalBlocker quiet(list);
    list->setCurrentIndex(list->findData(value));
}

void write(QDoubleSpinBox* spin, double value) {
    const QSignalBlocker quiet(spin);
    spin->setValue(value);
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, ScenarioStore& store, RepositoryBrowser* repositories,
                               QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_store(store),
      m_form(new QFormLayout),
      m_language(makeList(u"languageList"_s, {QString()})),
      m_theme(makeList(u"themeList"_s, {static_cast<int>(Theme::System), static_cast<int>(Theme::Light),
                                        static_cast<int>(Theme::Dark)})),
      m_unit(makeList(u"unitList"_s, {static_cast<int>(ByteUnit::GiB), static_cast<int>(ByteUnit::GB)})),
      m_animations(
          makeList(u"animationsList"_s, {static_cast<int>(Animations::System), static_cast<int>(Animations::On),
                                         static_cast<int>(Animations::Off)})),
      m_margin(makeSpin(u"marginSetting"_s, Settings::kMostMargin, u"%"_s)),
      m_patterns(new QCheckBox),
      m_automatic(new QCheckBox),
      m_desktop(makeSpin(u"desktopSetting"_s, Settings::kMostDesktop, u"MiB"_s)),
      m_hint(new QLabel),
      m_repositories(repositories) {
    setObjectName(u"settingsDialog"_s);
    for (const QString& code : LanguageSwitcher::codes()) {
        m_language->addItem(LanguageSwitcher::endonym(code), code);
    }
    build();
    connectControls();
    retranslate();
    m_language->setFocus();
}

void SettingsDialog::build() {
    m_margin->setDecimals(1);
    m_automatic->setObjectName(u"automaticDesktop"_s);
    m_desktop->setSingleStep(128);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto* desktop = new QHBoxLayout;
    desktop->addWidget(m_automatic);
    desktop->addWidget(m_desktop, 1);
    for (QWidget* field :
         {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_theme), static_cast<QWidget*>(m_unit),
          static_cast<QWidget*>(m_animations), static_cast<QWidget*>(m_margin)}) {
        m_form->addRow(new QLabel, field);
    }
    m_patterns->setObjectName(u"patternsSetting"_s);
    m_form->addRow(new QLabel, m_patterns);
    m_form->addRow(new QLabel, desktop);
    if (m_repositories != nullptr) {
        addKept(*m_form);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // Fusion's is black on black in the dark theme
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void SettingsDialog::addKept(QFormLayout& form) {
    m_kept = {new QLabel, new QLabel, new QPushButton};
    m_kept.size->setObjectName(u"keptSize"_s);
    m_kept.clear->setObjectName(u"clearKept"_s);
    m_kept.clear->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_kept.size, 1);
    row->addWidget(m_kept.clear);
    form.addRow(m_kept.label, row);
    connect(m_kept.clear, &QPushButton::clicked, this, [this] {
        m_repositories->clearKept();
        showKept();
    });
    connect(m_repositories, &RepositoryBrowser::listed, this, &SettingsDialog::showKept);
    connect(m_repositories, &RepositoryBrowser::headersRead, this, &SettingsDialog::showKept);
}

void SettingsDialog::showKept() {
    if (m_repositories == nullptr) {
        return;
    }
    const Bytes kept = m_repositories->keptBytes();
    m_kept.size->setText(formatBytes(kept, m_settings.byteUnit()));
    m_kept.clear->setEnabled(kept > Bytes{});
}

void SettingsDialog::connectControls() {
    connect(m_language, &QComboBox::activated, this, [this] {
        const QString code = m_language->currentData().toString();
        m_settings.setLanguage(code);
        LanguageSwitcher::ofApplication().setLanguage(
            code.isEmpty() ? LanguageSwitcher::codeFor(QLocale::system().uiLanguages()) : code);
    });
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_settings.setTheme(static_cast<Theme>(m_theme->currentData().toInt())); });
    connect(m_unit, &QComboBox::activated, this,
            [this] { m_settings.setByteUnit(static_cast<ByteUnit>(m_unit->currentData().toInt())); });
    connect(m_animations, &QComboBox::activated, this,
            [this] { m_settings.setAnimations(static_cast<Animations>(m_animations->currentData().toInt())); });
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        m_settings.setMarginPercent(percent);
        m_store.edit([percent](Scenario& scenario) { scenario.machine.marginPercent = percent; });
    });
    connect(m_patterns, &QCheckBox::toggled, &m_settings, &Settings::setPatterns);
    connect(&m_settings, &Settings::patternsChanged, this, &SettingsDialog::showValues);
    connect(m_automatic, &QCheckBox::toggled, this, &SettingsDialog::applyDesktop);
    connect(m_desktop, &QDoubleSpinBox::valueChanged, this, &SettingsDialog::applyDesktop);
    // What is changed elsewhere (menu, panel, undo) shows here too.
    connect(&m_settings, &Settings::themeChanged, this, &SettingsDialog::showValues);
    connect(&m_settings, &Settings::byteUnitChanged, this, &SettingsDialog::showValues);
    connect(&m_settings, &Settings::animationsChanged, this, &SettingsDialog::showValues);
    connect(&m_store, &ScenarioStore::changed, this, &SettingsDialog::showValues);
}

void SettingsDialog::applyDesktop() {
    const std::optional<double> mib = m_automatic->isChecked() ? std::nullopt : std::optional(m_desktop->value());
    m_settings.setDesktopMib(mib);
    m_store.edit([mib](Scenario& scenario) { scenario.machine.desktopMib = mib; });
    showValues();
}

void SettingsDialog::showValues() {
    showKept();
    choose(m_language, m_settings.language());
    choose(m_theme, static_cast<int>(m_settings.theme()));
    choose(m_unit, static_cast<int>(m_settings.byteUnit()));
    choose(m_animations, static_cast<int>(m_settings.animations()));
    m_patterns->setChecked(m_settings.patterns());
    const MachineChoice& machine = m_store.scenario().machine;
    write(m_margin, machine.marginPercent);
    const QSignalBlocker quiet(m_automatic);
    m_automatic->setChecked(!machine.desktopMib);
    m_desktop->setEnabled(machine.desktopMib.has_value());
    write(m_desktop, machine.desktopMib.value_or(kUsualDesktop.toMiB()));
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Preferences"));
    const auto name = [this](QWidget* field, const QString& label, const QString& toolTip) {
        auto* const words = static_cast<QLabel*>(m_form->labelForField(field));
        words->setBuddy(field);
        words->setText(label);
        field->setAccessibleName(withoutMnemonic(label));
        field->setToolTip(toolTip);
    };
    name(m_language, tr("Language"), tr("Language of the interface"));
    m_language->setItemText(0, tr("Follow the system"));
    name(m_theme, tr("Theme"), tr("Colours of the window"));
    m_theme->setItemText(0, tr("Follow the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    name(m_unit, tr("Unit of memory"), tr("What figures of memory are shown in"));
    m_unit->setItemText(0, tr("GiB (1,073,741,824 bytes)"));
    m_unit->setItemText(1, tr("GB (1,000,000,000 bytes)"));
    name(m_animations, tr("Animations"), tr("Whether messages and the explanation slide in"));
    m_animations->setItemText(0, tr("Follow the system"));
    m_animations->setItemText(1, tr("On"));
    m_animations->setItemText(2, tr("Off"));
    name(m_patterns, tr("Segments of the bars"),
         tr("Lines of another kind on each part, for readers who cannot tell the colours apart"));
    m_patterns->setText(tr("With patterns"));
    m_patterns->setAccessibleName(tr("Patterns on the segments of the bars"));
    name(m_margin, tr("Safety margin"),
         tr("Share of the usable memory that should stay free. What needs more than the rest is tight."));
    m_margin->setAccessibleName(tr("Safety margin (percent)"));
    m_automatic->setText(tr("Automatic"));
    m_automatic->setToolTip(
        tr("By the card: what a desktop usually takes of consumer and laptop cards, nothing of others"));
    m_desktop->setToolTip(tr("What desktop, browser and other programs take of the first card"));
    m_desktop->setAccessibleName(tr("Used by the desktop (MiB)"));
    const int desktopRow = m_form->rowCount() - (m_repositories == nullptr ? 1 : 2);
    static_cast<QLabel*>(m_form->itemAt(desktopRow, QFormLayout::LabelRole)->widget())
        ->setText(tr("Used by the desktop"));
    if (m_repositories != nullptr) {
        m_kept.label->setText(tr("Kept of repositories"));
        m_kept.clear->setText(tr("Clear"));
        m_kept.clear->setAccessibleName(tr("Clear what is kept of repositories"));
        m_kept.clear->setToolTip(tr(
            "Lists of files and headers of models from Hugging Face and ModelScope, kept for use without a network"));
    }
    m_hint->setText(tr("Changes take effect at once."));
    showValues();
}

void SettingsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
