// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/advice/finder_filter.h"

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace vram::ui {

/// The conditions of a search for models, one under the other.
class FilterPane : public QWidget {
    Q_OBJECT

public:
    explicit FilterPane(const Catalog& catalog, QWidget* parent = nullptr);
    [[nodiscard]] FinderFilter filter() const;
    void retranslate();

signals:
    void changed();

private:
    /// A list of choices whose words depend on the language.
    struct Choice {
        QComboBox* box = nullptr;
        QLabel* label = nullptr;
        std::function<QString()> name;
        std::vector<std::function<QString()>> words;
    };
    QComboBox* add(const char* objectName, std::function<QString()> name, std::vector<std::function<QString()>> words);
    void addChoices(const Catalog& catalog);

    std::vector<Choice> m_choices;
    QLineEdit* m_search;
    QLabel* m_searchLabel;
    QComboBox* m_family = nullptr;
    QComboBox* m_least = nullptr;
    QComboBox* m_most = nullptr;
    QComboBox* m_active = nullptr;
    QComboBox* m_licence = nullptr;
    QComboBox* m_since = nullptr;
    QComboBox* m_modality = nullptr;
    QComboBox* m_bits = nullptr;
    QComboBox* m_speed = nullptr;
    QComboBox* m_verdict = nullptr;
    QCheckBox* m_everyFormat;
    std::vector<std::string> m_families;
    std::vector<std::string> m_years;
};

} // namespace vram::ui
