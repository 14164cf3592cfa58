// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace vram::ui {

/// Tells assistive technology that a widget's text is another one, once it has come to rest: a slider that is dragged
/// changes it many times a second, and nobody can listen to that.
class Announcer : public QObject {
    Q_OBJECT

public:
    static constexpr int kRestMilliseconds = 400; ///< without a change

    /// `place`: the widget with the text, which owns this object.
    explicit Announcer(QWidget& place);
    /// The text as it is now. The first one is not announced: it was there from the start.
    void textIs(const QString& text);

signals:
    void announced(const QString& text);

private:
    void announce();
    QWidget& m_place;
    QTimer m_rest;
    QString m_text;
    QString m_announced;
};

} // namespace vram::ui
