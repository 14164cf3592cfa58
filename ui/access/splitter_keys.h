// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSplitter;
class QSplitterHandle;

namespace vram::ui {

/// Lets the keyboard move the border between the two panes of a splitter: Tab reaches it, arrows move it, Home and End
/// take it as far as it goes.
class SplitterKeys : public QObject {
    Q_OBJECT

public:
    static constexpr int kStep = 16; ///< pixels of one arrow

    /// The splitter owns this object.
    explicit SplitterKeys(QSplitter& splitter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveTo(int first);
    QSplitter& m_splitter;
    QSplitterHandle* m_handle;
};

} // namespace vram::ui
