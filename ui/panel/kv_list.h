// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "core/catalog/catalog.h"
#include "core/runtime/runtime.h"

#include <string>

namespace vram::ui {

/// The types in which a runtime can keep cached keys or values.
class KvList : public QComboBox {
    Q_OBJECT

public:
    KvList(const Catalog& catalog, const QString& name, QWidget* parent = nullptr);

    /// `id`: the type in use; an id that is not in the list is shown as it is ("f16 / q8_0").
    void showType(const RuntimeProfile& runtime, const std::string& id);
    void retranslate();

signals:
    void typeChosen(const std::string& id);

private:
    void fill();
    const Catalog& m_catalog;
    const RuntimeProfile* m_runtime = nullptr;
};

} // namespace vram::ui
