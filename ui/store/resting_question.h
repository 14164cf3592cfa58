// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace vram::ui {

/// A question whose answer takes too long for a slider to wait for: it is answered once it has come to rest, and only
/// while somebody looks. `Question` holds all that the answer depends on, so that going back to it needs no new answer.
template <typename Question>
class RestingQuestion {
public:
    /// `answer` looks for the answer to `asked()`, keeps it and calls `settle()`.
    RestingQuestion(int delayMilliseconds, std::function<void()> answer)
        : m_delay(delayMilliseconds),
          m_answer(std::move(answer)) {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_answer(); });
    }

    /// Nothing: there is no question now, and what was answered is of none.
    [[nodiscard]] const std::optional<Question>& asked() const { return m_asked; }
    /// Whether the answer is to the question as it is now.
    [[nodiscard]] bool isCurrent() const { return m_asked == m_answered && m_asked.has_value(); }
    [[nodiscard]] bool isWanted() const { return m_wanted; }

    void setWanted(bool wanted) {
        if (std::exchange(m_wanted, wanted) != wanted && wanted && !isCurrent()) {
            m_timer.start(0);
        }
    }
    /// The question is `question` now; it may be the same.
    void ask(std::optional<Question> question) {
        if (question == m_asked) {
            return;
        }
        m_asked = std::move(question);
        if (!m_asked) {
            m_timer.stop();
            m_answered.reset();
        } else if (isCurrent()) {
            m_timer.stop(); // back where it was
        } else if (m_wanted) {
            m_timer.start(m_delay);
        }
    }
    /// Does not wait for the rest: a click, no drag.
    void hurry() {
        if (m_wanted && m_asked && !isCurrent()) {
            m_timer.start(0);
        }
    }
    /// Looks for the answer now.
    void finish() {
        if (m_asked && !isCurrent()) {
            m_timer.stop();
            m_answer();
        }
    }
    void settle() { m_answered = m_asked; }

private:
    int m_delay;
    std::function<void()> m_answer;
    QTimer m_timer;
    std::optional<Question> m_asked;
    std::optional<Question> m_answered;
    bool m_wanted = false;
};

} // namespace vram::ui
