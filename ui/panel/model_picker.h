// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "ui/panel/model_list.h"

#include <memory>

class QCompleter;
class QTreeView;

namespace vram::ui {

/// Shows the model in use; a click or the first key opens the list of the catalogue, which narrows while one types
/// words of a name, id or family. Arrow keys and Enter choose, Escape goes back.
class ModelPicker : public QLineEdit {
    Q_OBJECT

public:
    explicit ModelPicker(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);

    /// `id`: the catalogue model in use; empty for one that is not in the catalogue.
    void showModel(const QString& text, const QString& id);
    /// Where a model comes from that is not the catalogue's: shown in the tooltip.
    void setPath(const QString& path);
    void retranslate();
    /// Takes the focus and opens the whole list at the model in use.
    void openAll();
    void clearSearch(); ///< the model in use again
    /// The list that opens below the field.
    [[nodiscard]] QTreeView* popup() const { return m_view; }

signals:
    void modelChosen(const QString& id);
    /// Nothing in the catalogue has these words; empty when a search matches again.
    void nothingFound(const QString& text);
    /// Enter on words that nothing in the catalogue has.
    void enteredUnknown();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void open(const QString& search);
    void choose(const QModelIndex& index);
    void revert();
    void updateToolTip();
    void leaveRoom(); ///< for the arrow
    ModelListModel* m_models;
    WordFilter* m_filter;
    QTreeView* m_view;
    QCompleter* m_completer;
    QString m_shown;
    QString m_id;
    QString m_path;
};

} // namespace vram::ui
