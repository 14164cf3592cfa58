// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/source/repository_files.h"
#include "ui/text/format.h"

#include <vector>

namespace vram::ui {

/// The models of a repository: quantization, size, number of files, name.
class ChoiceTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Quantization, Size, Files, Name, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setChoices(std::vector<RepositoryChoice> choices);
    [[nodiscard]] const std::vector<RepositoryChoice>& choices() const { return m_choices; }
    void setByteUnit(ByteUnit unit);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const RepositoryChoice& choice, int column) const;
    std::vector<RepositoryChoice> m_choices;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
