// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/repository/repository_browser.h"
#include "ui/text/format.h"

#include <cstdint>
#include <functional>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace vram::ui {

class ChoiceTable;

/// Opens a model of a repository: its address, the models that are there, and the reading of the chosen one's headers.
class RepositoryDialog : public QDialog {
    Q_OBJECT

public:
    RepositoryDialog(RepositoryBrowser& browser, ByteUnit unit, QWidget* parent = nullptr);
    ~RepositoryDialog() override;

    void setByteUnit(ByteUnit unit);

signals:
    /// "hf:org/name:file": its headers have been read and are kept.
    void chosen(const QString& address);

protected:
    void changeEvent(QEvent* event) override;
    /// Escape ends the question that is under way, and only then the dialog.
    void reject() override;

private:
    enum class State : std::uint8_t { Waiting, Listing, Reading };
    using Text = std::function<QString()>; ///< asked again after a switch of the language

    void build();
    void connectParts();
    void takeFromClipboard();
    void list();
    void showListing(const RepositoryListing& listing);
    void use();
    void fail(const Error& error);
    void setState(State state);
    void showStatus(Text text, bool trouble);
    void updateStatus();
    void updateButtons();
    void retranslate();

    RepositoryBrowser& m_browser;
    ChoiceTable* m_choices;
    QLabel* m_label;
    QLineEdit* m_address;
    QPushButton* m_list;
    QLabel* m_hint;
    QTableView* m_view;
    QLabel* m_status;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QDialogButtonBox* m_buttons;
    State m_state = State::Waiting;
    RepositoryAddress m_listed; ///< whose models are shown
    Text m_statusText;
    bool m_trouble = false;
    qint64 m_received = 0;
};

} // namespace vram::ui
