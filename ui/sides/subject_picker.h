// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/sides/side_subjects.h"

class QComboBox;
class QSpinBox;

namespace vram::ui {

/// One side: what it is, from a list that is searched by typing, and how many of the card.
class SubjectPicker : public QWidget {
    Q_OBJECT

public:
    SubjectPicker(const Catalog& catalog, int number, QWidget* parent = nullptr);
    [[nodiscard]] const SideChoice& side() const { return m_side; }
    void setSide(SideChoice side);
    /// The rows that are offered, and the words.
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();

signals:
    void chosen();
    /// A file is wanted.
    void fileWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        SideChoice side;
        QString title;
    };
    [[nodiscard]] std::vector<Entry> entriesOf(const Snapshot& snapshot) const;
    void fill();
    void choose(int index);
    void showSide();
    const Catalog& m_catalog;
    int m_number;
    QComboBox* m_list;
    QSpinBox* m_count;
    std::vector<Entry> m_entries;
    SideChoice m_side;
};

} // namespace vram::ui
