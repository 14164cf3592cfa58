// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/extras_section.h"

#include "core/scenario/next_token_use.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_picker.h"
#include "ui/text/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

namespace {

constexpr int kMostRankHere = 1024; // of the box; a file may ask for more
constexpr int kRankStep = 8;

QWidget* side(QWidget* wide, QWidget* narrow) {
    auto* both = new QWidget;
    auto* layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(wide, 1);
    layout->addWidget(narrow);
    return both;
}

} // namespace

ExtrasSection::ExtrasSection(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_draft(new ModelPicker(store.sharedCatalog())),
      m_noDraft(new QToolButton),
      m_mtp(new QCheckBox),
      m_rank(new QSpinBox),
      m_vision(new QCheckBox),
      m_draftRow(new FieldRow(side(m_draft, m_noDraft), m_draft)),
      m_mtpRow(new FieldRow(m_mtp)),
      m_rankRow(new FieldRow(m_rank)),
      m_visionRow(new FieldRow(m_vision)) {
    m_draft->setObjectName(QStringLiteral("draftPicker"));
    m_draft->popup()->setObjectName(QStringLiteral("draftPopup"));
    m_noDraft->setObjectName(QStringLiteral("noDraftButton"));
    m_noDraft->setAutoRaise(true);
    m_noDraft->setIcon(style()->standardIcon(QStyle::SP_LineEditClearButton));
    m_mtp->setObjectName(QStringLiteral("mtpBox"));
    m_rank->setObjectName(QStringLiteral("loraRankBox"));
    m_rank->setRange(0, kMostRankHere);
    m_rank->setSingleStep(kRankStep);
    m_rank->setKeyboardTracking(false);
    guardWheel(m_rank);
    m_vision->setObjectName(QStringLiteral("visionBox"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    for (FieldRow* row : {m_draftRow, m_mtpRow, m_rankRow, m_visionRow}) {
        layout->addWidget(row);
    }
    m_rankRow->leaveKeysToOthers(); // no letter of its own is left
    connect(m_draft, &ModelPicker::modelChosen, this, [this](const QString& id) {
        m_store.edit([&id](Scenario& scenario) {
            DraftChoice draft;
            draft.model = id.toStdString();
            scenario.extras.draft = std::move(draft);
        });
    });
    connect(m_noDraft, &QToolButton::clicked, this,
            [this] { m_store.edit([](Scenario& scenario) { scenario.extras.draft.reset(); }); });
    connect(m_rank, &QSpinBox::valueChanged, this, [this](int rank) {
        m_store.edit([rank](Scenario& scenario) {
            if (rank == 0) {
                scenario.extras.lora.reset();
                return;
            }
            LoraChoice lora = scenario.extras.lora.value_or(LoraChoice{});
            lora.rank = rank;
            scenario.extras.lora = lora;
        });
    });
    connect(m_mtp, &QCheckBox::clicked, this,
            [this](bool on) { m_store.edit([on](Scenario& scenario) { scenario.extras.mtp = on; }); });
    connect(m_vision, &QCheckBox::clicked, this,
            [this](bool on) { m_store.edit([on](Scenario& scenario) { scenario.extras.vision = on; }); });
}

QWidget* ExtrasSection::lastControl() const { return m_vision; }

void ExtrasSection::setSnapshot(const Snapshot& snapshot) {
    const ExtrasChoice& extras = snapshot.scenario.extras;
    const QSignalBlocker quiet(m_rank);
    m_rank->setValue(extras.lora ? static_cast<int>(std::min<std::int64_t>(extras.lora->rank, kMostRankHere)) : 0);
    m_mtp->setChecked(extras.mtp);
    m_vision->setChecked(extras.vision);
    m_noDraft->setVisible(extras.draft.has_value());
    if (!snapshot.resolved) {
        return;
    }
    const Resolved& resolved = *snapshot.resolved;
    const bool draft = resolved.extras != nullptr && resolved.extras->draft != nullptr;
    m_draft->showModel(draft ? modelLabel(resolved.extras->draft->model) : tr("None"),
                       extras.draft ? QString::fromStdString(extras.draft->model) : QString());
    m_mtpRow->setVisible(canDraftItself(*resolved.runtime, resolved.model));
    m_visionRow->setVisible(resolved.runtime->engine == Engine::LlamaCpp &&
                            resolved.model.architecture->visionParameters > 0);
}

void ExtrasSection::retranslate() {
    m_draft->retranslate();
    m_draftRow->setLabel(tr("&Draft model"));
    const QString draft =
        tr("A small model of the same family that drafts tokens for speculative decoding, with its own "
           "weights and KV cache");
    m_draft->setToolTip(draft);
    m_draft->setAccessibleName(tr("Draft model"));
    m_noDraft->setToolTip(tr("Without a draft model"));
    m_noDraft->setAccessibleName(tr("Without a draft model"));
    m_mtpRow->setLabel(tr("&Prediction"));
    m_mtp->setText(tr("Multi-token prediction"));
    m_mtp->setToolTip(
        tr("Loads the model’s own layers that draft tokens for speculative decoding, with their KV cache; "
           "a draft model takes their place"));
    m_rankRow->setLabel(tr("LoRA rank"));
    m_rank->setSpecialValueText(tr("None"));
    m_rank->setToolTip(tr("Rank of a LoRA adapter on every linear layer, loaded beside the weights in 16 bits"));
    m_rank->setAccessibleName(tr("LoRA rank"));
    m_visionRow->setLabel(tr("V&ision"));
    m_vision->setText(tr("Load the vision part"));
    m_vision->setToolTip(tr("The projector file (mmproj) in 16 bits, with its working memory on the first card"));
}

} // namespace vram::ui
