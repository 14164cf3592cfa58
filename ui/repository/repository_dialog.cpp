// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repository_dialog.h"

#include "ui/access/spoken.h"
#include "ui/panel/figure_delegate.h"
#include "ui/repository/choice_table.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

RepositoryDialog::RepositoryDialog(RepositoryBrowser& browser, ByteUnit unit, QWidget* parent)
    : QDialog(parent),
      m_browser(browser),
      m_choices(new ChoiceTable(this)),
      m_label(new QLabel),
      m_address(new QLineEdit),
      m_list(new QPushButton),
      m_hint(new QLabel),
      m_view(new QTableView),
      m_status(new QLabel),
      m_progress(new QProgressBar),
      m_stop(new QPushButton),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setObjectName(u"repositoryDialog"_s);
    build();
    connectParts();
    setByteUnit(unit);
    takeFromClipboard();
    setState(State::Waiting);
    retranslate();
    resize(680, 460);
    m_address->setFocus();
}

RepositoryDialog::~RepositoryDialog() {
    m_browser.disconnect(this);
    m_browser.cancel();
}

void RepositoryDialog::build() {
    m_address->setObjectName(u"repositoryAddress"_s);
    m_address->setClearButtonEnabled(true);
    m_address->setMaxLength(static_cast<int>(kLongestAddress));
    m_label->setBuddy(m_address);
    m_list->setObjectName(u"listRepository"_s);
    m_stop->setObjectName(u"stopRepository"_s);
    m_view->setObjectName(u"repositoryChoices"_s);
    m_status->setObjectName(u"repositoryStatus"_s);
    for (QLabel* words : {m_hint, m_status}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    m_view->setModel(m_choices);
    m_view->setItemDelegateForColumn(ChoiceTable::Size, new FigureDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false); // Tab leaves the list; arrows move within
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(ChoiceTable::Name, QHeaderView::Stretch);
    m_progress->setRange(0, 0); // how long a header is shows only when it has been read
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(140);
    for (QPushButton* button :
         {m_list, m_stop, m_buttons->button(QDialogButtonBox::Ok), m_buttons->button(QDialogButtonBox::Cancel)}) {
        button->setAutoDefault(false); // Enter belongs to where the focus is
        button->setIcon({});           // Fusion's is black on black in the dark theme
    }

    auto* address = new QHBoxLayout;
    address->addWidget(m_label);
    address->addWidget(m_address, 1);
    address->addWidget(m_list);
    auto* status = new QHBoxLayout;
    status->addWidget(m_status, 1);
    status->addWidget(m_progress);
    status->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addLayout(address);
    layout->addWidget(m_hint);
    layout->addWidget(m_view, 1);
    layout->addLayout(status);
    layout->addWidget(m_buttons);
    // The box of buttons alone would leave its buttons out of the way that Tab goes.
    QWidget* before = m_address;
    for (QWidget* next : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_stop),
                          static_cast<QWidget*>(m_buttons->button(QDialogButtonBox::Ok)),
                          static_cast<QWidget*>(m_buttons->button(QDialogButtonBox::Cancel))}) {
        setTabOrder(before, next);
        before = next;
    }
}

void RepositoryDialog::connectParts() {
    connect(m_address, &QLineEdit::returnPressed, this, &RepositoryDialog::list);
    connect(m_address, &QLineEdit::textChanged, this, &RepositoryDialog::updateButtons);
    connect(m_list, &QPushButton::clicked, this, &RepositoryDialog::list);
    connect(m_stop, &QPushButton::clicked, &m_browser, &RepositoryBrowser::cancel);
    connect(m_view, &QTableView::activated, this, &RepositoryDialog::use);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RepositoryDialog::updateButtons);
    connect(m_choices, &ChoiceTable::modelReset, this, &RepositoryDialog::updateButtons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RepositoryDialog::use);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&m_browser, &RepositoryBrowser::listed, this, &RepositoryDialog::showListing);
    connect(&m_browser, &RepositoryBrowser::failed, this, &RepositoryDialog::fail);
    connect(&m_browser, &RepositoryBrowser::progressed, this, [this](qint64 bytes) {
        m_received = bytes;
        updateStatus();
    });
    connect(&m_browser, &RepositoryBrowser::headersRead, this, [this](const RepositoryAddress& address) {
        setState(State::Waiting);
        emit chosen(QString::fromStdString(repositoryAddressText(address)));
        accept();
    });
}

void RepositoryDialog::takeFromClipboard() {
    // Only what can be nothing else: it is shown, and asked for only when the user says so.
    const std::string text = QGuiApplication::clipboard()->text().left(kLongestAddress).trimmed().toStdString();
    if (isRepositoryAddress(text) && parseRepositoryAddress(text, m_browser.mirror())) {
        m_address->setText(QString::fromStdString(text));
        m_address->selectAll();
    }
}

void RepositoryDialog::list() {
    if (m_address->text().trimmed().isEmpty()) {
        return;
    }
    m_choices->setChoices({});
    const auto address = parseRepositoryAddress(m_address->text().toStdString(), m_browser.mirror());
    if (!address) {
        fail(address.error());
        return;
    }
    m_listed = *address;
    setState(State::Listing);
    showStatus(
        [repository = shownText(address->repository)] { return tr("Asking for the files of %1…").arg(repository); },
        false);
    m_browser.list(*address);
}

void RepositoryDialog::showListing(const RepositoryListing& listing) {
    setState(State::Waiting);
    const RepositoryContents contents = groupRepositoryFiles(listing.files);
    const RepositoryChoice* const named = findRepositoryChoice(contents, m_listed.file);
    const auto row = named == nullptr ? contents.models.end() : std::ranges::find(contents.models, *named);
    const int current = row == contents.models.end() ? -1 : static_cast<int>(row - contents.models.begin());
    m_choices->setChoices(contents.models);
    if (contents.models.empty()) {
        fail(Error{ErrorCode::NoModelFiles, {}, {m_listed.repository}});
        return;
    }
    const int count = m_choices->rowCount();
    showStatus(
        [count, repository = shownText(m_listed.repository), offline = listing.offline] {
            return offline ? tr("%n model(s) in %1, as it was when it was read before: the host cannot be reached.",
                                nullptr, count)
                                 .arg(repository)
                           : tr("%n model(s) in %1", nullptr, count).arg(repository);
        },
        false);
    m_view->setFocus();
    m_view->selectRow(std::max(current, 0));
}

void RepositoryDialog::use() {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (m_state != State::Waiting || rows.isEmpty()) {
        return;
    }
    RepositoryAddress address = m_listed;
    address.file = m_choices->choices().at(static_cast<std::size_t>(rows.front().row())).file();
    setState(State::Reading);
    showStatus([file = shownText(address.file)] { return tr("Reading the header of %1…").arg(file); }, false);
    m_browser.read(address);
}

void RepositoryDialog::fail(const Error& error) {
    setState(State::Waiting);
    showStatus([error] { return errorText(error); }, error.code != ErrorCode::Cancelled);
}

void RepositoryDialog::setState(State state) {
    const bool focusLost = m_stop->hasFocus();
    m_state = state;
    m_received = 0;
    const bool running = state != State::Waiting;
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_address->setReadOnly(running);
    if (focusLost && !running) {
        m_address->setFocus();
    }
    updateButtons();
}

void RepositoryDialog::showStatus(Text text, bool trouble) {
    m_statusText = std::move(text);
    m_trouble = trouble;
    updateStatus();
}

void RepositoryDialog::updateStatus() {
    QString text = m_statusText ? m_statusText() : QString();
    if (m_received > 0 && m_state != State::Waiting) {
        //: what is being done, and how many bytes have come
        text = substitute(tr("%1 %2"), {text, formatBytes(Bytes{m_received})});
    }
    m_status->setText(text);
    QPalette palette = this->palette();
    if (m_trouble) {
        palette.setColor(QPalette::WindowText, verdictColour(Verdict::No, isDark(palette)));
    }
    m_status->setPalette(palette);
}

void RepositoryDialog::updateButtons() {
    const bool waiting = m_state == State::Waiting;
    m_list->setEnabled(waiting && !m_address->text().trimmed().isEmpty());
    m_view->setEnabled(waiting && m_choices->rowCount() > 0);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(waiting && m_view->selectionModel()->hasSelection());
}

void RepositoryDialog::setByteUnit(ByteUnit unit) { m_choices->setByteUnit(unit); }

void RepositoryDialog::reject() {
    if (m_state != State::Waiting) {
        m_browser.cancel();
        return;
    }
    QDialog::reject();
}

void RepositoryDialog::retranslate() {
    setWindowTitle(tr("Open from Hugging Face or ModelScope"));
    m_label->setText(tr("&Repository"));
    nameControl(*m_address, withoutMnemonic(m_label->text()));
    nameClearButton(*m_address);
    m_address->setPlaceholderText(tr("Address of its page, or hf:organisation/name, ms:organisation/name"));
    m_address->setToolTip(
        tr("Paste the address of a model's page or file, or write hf:organisation/name, with :file or "
           ":Q4_K_M behind it for one of its models"));
    m_list->setText(tr("&Show models"));
    m_hint->setText(tr("Only the list of files and the header of the chosen model are read, never its weights."));
    m_view->setAccessibleName(tr("Models of the repository"));
    m_progress->setAccessibleName(tr("Waiting for the repository"));
    m_stop->setText(tr("S&top"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Use this model"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    m_choices->retranslate();
    updateStatus();
}

void RepositoryDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        updateStatus();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
