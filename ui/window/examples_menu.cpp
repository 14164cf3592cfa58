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
    Title{"worked", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Worked cases")},
    Title{"worked-7b", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&7B in FP16: tight on 16 GB, at ease on 24 GB")},
    Title{"worked-qlora", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&QLoRA of a 7B on 12, 16 and 24 GB")},
    Title{"worked-13b", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&13B in FP16: 24 GB is not enough")},
    Title{"large-model", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A 70B model on a 12 GB &card")},
    Title{"large-enough-ram",
          QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&With 64 GB of RAM: runs, slowly, mostly from RAM")},
    Title{"large-little-ram", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "With 32 GB of RAM: &swaps")},
    Title{"small-instead",
          QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&A 13B model on the same card: whole, and an order faster")},
    Title{"home", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "At &home: one card of 8 to 24 GB")},
    Title{"home-8", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "An &8B model on 8 GB")},
    Title{"home-16", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A &14B model on 16 GB")},
    Title{"home-24", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A &32B model on 24 GB")},
    Title{"team", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A small &team’s service on 24 to 48 GB")},
    Title{"team-24", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Four users of an 8B model on 24 GB")},
    Title{"team-48", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Eight users of a 32B model on 48 GB")},
    Title{"research", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Enterprise and research: 80 GB and several cards")},
    Title{"research-service", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "A &service with a 70B model")},
    Title{"research-full", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&Full training of an 8B on eight cards")},
    Title{"research-qlora", QT_TRANSLATE_NOOP("vram::ui::ExamplesMenu", "&QLoRA of a 70B on one card")},
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
