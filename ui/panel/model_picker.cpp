// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/model_picker.h"

#include "ui/panel/figure_delegate.h"
#include "ui/panel/spaced_delegate.h"
#include "ui/text/shown_text.h"

#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;
namespace {

constexpr int kPopupWidth = 460;
constexpr int kArrowWidth = 18;
constexpr int kVisibleRows = 14;

} // namespace

ModelPicker::ModelPicker(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : QLineEdit(parent),
      m_models(new ModelListModel(std::move(catalog), this)),
      m_filter(new WordFilter(ModelListModel::SearchRole, this)),
      m_view(new QTreeView),
      m_completer(new QCompleter(this)) {
    setObjectName(QStringLiteral("modelPicker"));
    leaveRoom();
    m_filter->setSourceModel(m_models);

    m_view->setObjectName(QStringLiteral("modelPopup"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->hide();
    m_view->setItemDelegateForColumn(ModelListModel::Size, new FigureDelegate(m_view));
    m_view->setItemDelegateForColumn(ModelListModel::Family, new SpacedDelegate(m_view));

    // The words are matched by the filter; the completer brings the popup, its keys and its placement.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setModel(m_filter);
    m_completer->setPopup(m_view);
    m_completer->setMaxVisibleItems(kVisibleRows);
    m_completer->setWidget(this);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ModelListModel::Name, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ModelListModel::Size, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ModelListModel::Family, QHeaderView::ResizeToContents);

    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &ModelPicker::choose);
    connect(this, &QLineEdit::textEdited, this, &ModelPicker::open);
}

void ModelPicker::showModel(const QString& text, const QString& id) {
    m_id = id;
    if (text != m_shown) {
        m_shown = text;
        revert();
    }
}

void ModelPicker::setPath(const QString& path) {
    if (path != m_path) {
        m_path = path;
        updateToolTip();
    }
}

void ModelPicker::updateToolTip() {
    const QString general = tr("The model. Type words of its name, size or family, such as “qwen 14b”.");
    setToolTip(m_path.isEmpty() ? general : plainToolTip(general + u'\n' + m_path));
}

void ModelPicker::retranslate() {
    setPlaceholderText(tr("Search models"));
    updateToolTip();
    setAccessibleName(tr("Model"));
    m_models->retranslate();
}

void ModelPicker::clearSearch() { revert(); }

void ModelPicker::openAll() {
    revert();
    setFocus(Qt::OtherFocusReason);
    selectAll();
    open({});
}

void ModelPicker::open(const QString& search) {
    m_filter->setSearch(search);
    if (m_filter->rowCount() == 0) {
        m_view->hide();
        emit nothingFound(search);
        return;
    }
    emit nothingFound({});
    m_completer->setCompletionPrefix({});
    QRect place = rect();
    place.setWidth(std::max(place.width(), kPopupWidth));
    m_completer->complete(place);
    // With a search the best match is ready for Enter; without one the list opens at the model in use.
    const int row = search.isEmpty() ? m_models->rowOf(m_id.toStdString()) : -1;
    const QModelIndex current =
        row < 0 ? m_completer->completionModel()->index(0, 0) : m_completer->completionModel()->index(row, 0);
    m_view->setCurrentIndex(current);
    m_view->scrollTo(current, QAbstractItemView::PositionAtCenter);
}

void ModelPicker::choose(const QModelIndex& index) {
    const QString id = index.data(ModelListModel::IdRole).toString();
    m_view->hide();
    revert();
    if (!id.isEmpty()) {
        emit modelChosen(id);
    }
}

void ModelPicker::revert() {
    if (text() != m_shown) {
        setText(m_shown);
    }
    setCursorPosition(0);
    emit nothingFound({});
}

void ModelPicker::mousePressEvent(QMouseEvent* event) {
    QLineEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !m_view->isVisible()) {
        selectAll();
        open(text() == m_shown ? QString() : text());
    }
}

void ModelPicker::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_view->isVisible() && text() != m_shown) {
        if (m_filter->rowCount() > 0) {
            choose(m_filter->index(0, 0));
        } else {
            emit enteredUnknown();
        }
    } else if (event->key() == Qt::Key_Escape && text() != m_shown) {
        revert();
        selectAll();
    } else if ((event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) && !m_view->isVisible()) {
        openAll();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void ModelPicker::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && !m_view->isVisible()) {
        revert();
    }
}

void ModelPicker::leaveRoom() {
    const bool mirrored = isRightToLeft();
    setTextMargins(mirrored ? kArrowWidth : 0, 0, mirrored ? 0 : kArrowWidth, 0);
}

void ModelPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) {
        leaveRoom();
    }
    QLineEdit::changeEvent(event);
}

void ModelPicker::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    QStyleOption arrow;
    arrow.initFrom(this);
    const QRect place = QRect(width() - kArrowWidth - 2, 0, kArrowWidth, height()).adjusted(4, 0, -4, 0);
    arrow.rect = QStyle::visualRect(layoutDirection(), rect(), place);
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
}

} // namespace vram::ui
