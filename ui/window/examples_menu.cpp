// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/examples_menu.h"

#include "core/advice/examples.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::ui {

namespace {

using namespace Qt::StringLiterals;

struct Title {
    std::string_view id;
    const char* text;
};
constexpr std::array kTitles{
    Title{"large-model", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A 70B model on a 12 GB &card")},
    Title{"large-enough-ram",
          QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&With 64 GB of RAM: runs, slowly, mostly from RAM")},
    Title{"large-little-ram", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "With 32 GB of RAM: &swaps")},
    Title{"small-instead",
          QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&A 13B model on the same card: whole, and an order faster")},
    Title{"placement", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "Cards, &RAM and several machines")},
    Title{"experts-in-ram", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&gpt-oss 120B with its experts in RAM")},
    Title{"two-cards", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Two different cards for a 32B model")},
    Title{"mac", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A 70B model in a &Mac’s unified memory")},
    Title{"server", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&DeepSeek-V3 on servers with eight GPUs")},
};

const char* titleOf(std::string_view id) {
    const auto* const found = std::ranges::find(kTitles, id, &Title::id);
    return found == kTitles.end() ? "" : found->text;
}

} // namespace

ExamplesMenu::ExamplesMenu(QWidget* parent) : QMenu(parent) {
    setObjectName(u"examplesMenu"_s);
    std::string_view group;
    QMenu* menu = nullptr;
    for (const Example& example : examples()) {
        if (menu == nullptr || example.group != group) {
            group = example.group;
            menu = addMenu(QString());
            m_groups.emplace_back(menu, titleOf(group));
        }
        QAction* action = menu->addAction(QString());
        action->setObjectName(QString::fromUtf8(example.id.data(), static_cast<qsizetype>(example.id.size())));
        connect(action, &QAction::triggered, this, [this, &example] { emit chosen(exampleScenario(example)); });
        m_steps.emplace_back(action, titleOf(example.id));
    }
    retranslate();
}

void ExamplesMenu::retranslate() {
    setTitle(tr("E&xamples"));
    for (const auto& [menu, title] : m_groups) {
        menu->setTitle(tr(title));
    }
    for (const auto& [action, title] : m_steps) {
        action->setText(tr(title));
    }
}

} // namespace vram::ui
