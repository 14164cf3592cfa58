// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/about_dialog.h"

#include "vram_version.h"

#include <QApplication>
#include <QDate>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace vram::ui {

AboutDialog::AboutDialog(const Catalog& catalog, QWidget* parent)
    : QDialog(parent),
      m_catalog(catalog),
      m_name(new QLabel),
      m_text(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close)) {
    setObjectName(QStringLiteral("aboutDialog"));
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_name->setFont(large);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(380);
    m_text->setObjectName(QStringLiteral("aboutText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_text);
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Close)->setIcon({}); // Fusion's is black on black in the dark theme
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    retranslate();
    m_buttons->button(QDialogButtonBox::Close)->setFocus();
}

void AboutDialog::retranslate() {
    setWindowTitle(tr("About VRAM Sizer"));
    m_name->setText(tr("VRAM Sizer"));
    const QDate date = QDate::fromString(QString::fromStdString(m_catalog.date()), Qt::ISODate);
    const QStringList paragraphs{
        tr("How much memory a large language model needs, where it goes, and which GPUs can hold it."),
        tr("Version %1").arg(QString::fromUtf8(kVersion.data(), static_cast<qsizetype>(kVersion.size()))),
        tr("Facts of %1: %2 models, %3 GPUs, %4 weight formats")
            .arg(date.isValid() ? QLocale().toString(date, QLocale::LongFormat)
                                : QString::fromStdString(m_catalog.date()),
                 QLocale().toString(static_cast<qlonglong>(m_catalog.models().size())),
                 QLocale().toString(static_cast<qlonglong>(m_catalog.gpus().size())),
                 QLocale().toString(static_cast<qlonglong>(m_catalog.weightFormats().size()))),
        //: %1: version of Qt, %2: version of the JSON library
        tr("Made with Qt %1 (GNU Lesser General Public License 3; Qt Charts: GNU General Public License 3) and JSON "
           "for "
           "Modern C++ %2 by Niels Lohmann (MIT License). Fonts are the system's own.")
            .arg(QString::fromLatin1(qVersion()),
                 QString::fromUtf8(kJsonVersion.data(), static_cast<qsizetype>(kJsonVersion.size()))),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
    };
    m_text->setText(paragraphs.join(QStringLiteral("\n\n")));
    // A dialog takes two thirds of a small screen at most, unless its text says that it needs more.
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->minimumWidth()));
}

void AboutDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
