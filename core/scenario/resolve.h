// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/runtime_table.h"
#include "core/catalog/training_table.h"
#include "core/scenario/scenario.h"
#include "core/source/model_description.h"
#include "core/source/model_reader.h"
#include "core/units/result.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vram {

enum class ArchitectureSource : std::uint8_t { Catalog, File, Config, Generic };

/// The model behind a scenario: layout, names, limits.
struct ResolvedModel {
    std::string name; ///< "Qwen3 14B"; empty for a generic model (the front ends word it)
    ArchitectureSource source{};
    std::shared_ptr<const Architecture> architecture;
    std::int64_t parameters = 0;
    std::int64_t activeParameters = 0;
    std::optional<std::int64_t> maxContext; ///< tokens; absent for a generic model
    std::string nativeFormat;
    std::string ggufArchitecture;
    bool cacheKnown = true;
    std::shared_ptr<const ModelDescription> description; ///< of a file or a configuration; null otherwise
};

/// Cards of one kind in the machine.
struct MachineGpu {
    Gpu gpu;
    std::int64_t count = 1;
};

/// Hardware that a question is asked about.
struct Machine {
    std::vector<MachineGpu> gpus; ///< empty: CPU only
    Bytes ram;
    double marginPercent = 10;
    std::optional<Bytes> desktop; ///< what the desktop takes of the first card; absent: by its class
    std::optional<double> ramGbPerSecond;
    std::optional<std::int64_t> cpuCores;  ///< physical ones
    std::string pcie;                      ///< link of the cards; empty: the cards' own
    std::optional<double> diskGbPerSecond; ///< of the disk that holds the model
};

/// Something that a later layer remembers between questions of one Resolver, such as memory plans: results keyed by
/// value, so that an answer never depends on what was asked before.
struct Memo {
    Memo() = default;
    Memo(const Memo&) = delete;
    Memo& operator=(const Memo&) = delete;
    virtual ~Memo() = default;
};
struct MemoSlot {
    std::unique_ptr<Memo> value;
};

struct Fitted;
struct Resolved;

/// The model's layers of multi-token prediction, as a model of their own.
struct NextTokenLayers {
    std::shared_ptr<const Architecture> architecture;
    std::shared_ptr<const WeightSizes> weights;
    KvFormat keyFormat; ///< llama.cpp's drafting context has the draft's types; the others share the model's
    KvFormat valueFormat;
    std::int64_t tokens = 1; ///< drafted at a time
};

/// What is loaded beside the model, looked up.
struct ResolvedExtras {
    std::shared_ptr<const Resolved> draft; ///< the draft model's own question; null: none
    std::vector<TensorRole> loraTargets;   ///< empty: no adapter
    bool vision = false; ///< a projector file: only where the model has one and does not hold it itself
    std::shared_ptr<const NextTokenLayers> nextToken; ///< null: not asked for, or model or runtime have none
};

/// A training task, looked up and with the framework's defaults filled in.
struct ResolvedTraining {
    const TrainingFramework* framework = nullptr;
    const OptimizerRow* optimizer = nullptr;
    Recompute recompute{};
    LossKind loss{};
    bool fusedKernels = false;
    std::vector<TensorRole> loraTargets; ///< LoRA and QLoRA
};

/// A scenario with every name looked up and every default filled in: what report() works on.
struct Resolved {
    Scenario scenario;
    ResolvedModel model;
    const RuntimeProfile* runtime = nullptr; ///< a row of the static table
    WeightFormat format;
    std::shared_ptr<const WeightSizes> weights;
    KvFormat keyFormat;
    KvFormat valueFormat;
    Machine machine;
    bool placementIgnored = false;  ///< the scenario asks for what the runtime has no option for; taken out of it here
    const Fitted* fitted = nullptr; ///< constants of the estimates (core/memory/fitted.h); null: the shipped ones
    std::shared_ptr<const ResolvedExtras> extras;     ///< null: nothing beside the model
    std::shared_ptr<const ResolvedTraining> training; ///< null: inference
    std::shared_ptr<MemoSlot> memo; ///< shared by all answers of one Resolver; never null, not thread-safe
};

/// Looks up names and fills in defaults. Remembers the last model and weights, so that a step of the context slider
/// does not expand the inventory again; not thread-safe, one per thread.
class Resolver {
public:
    /// `reader` opens what a scenario names by a path or an address; by default files of this machine.
    explicit Resolver(std::shared_ptr<const Catalog> catalog, std::shared_ptr<ModelReader> reader = nullptr);
    [[nodiscard]] Result<Resolved> resolve(const Scenario& scenario);
    /// False: models from files are described by their files alone.
    void setUseCatalog(bool use) { m_useCatalog = use; }
    /// The model is looked up or read again with the next question: its file changed.
    void forgetModel() { m_lastSource.reset(); }
    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return m_catalog; }

private:
    Result<ResolvedModel> resolveModel(const ModelSource& source);
    Result<ResolvedModel> describedModel(const ModelSource& source);
    Result<std::shared_ptr<const ModelDescription>> describe(const ModelSource& source);
    void resolveWeights(Resolved& resolved);
    std::optional<Error> resolveExtras(Resolved& resolved);
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<ModelReader> m_reader;
    bool m_useCatalog = true;
    std::optional<ModelSource> m_lastSource;
    ResolvedModel m_lastModel;
    std::shared_ptr<const Architecture> m_weightsArchitecture;
    std::string m_weightsFormat;
    Container m_weightsContainer{};
    QuantizerChoice m_weightsQuantizer;
    std::shared_ptr<const WeightSizes> m_weights;
    std::shared_ptr<MemoSlot> m_memo = std::make_shared<MemoSlot>();
    std::shared_ptr<const NextTokenLayers> nextTokenLayers(const Resolved& resolved);
    std::shared_ptr<const Architecture> m_nextTokenOf; ///< the model whose layers these are
    std::shared_ptr<const Architecture> m_nextToken;
    std::shared_ptr<const WeightSizes> m_nextTokenWeights;
    std::pair<std::string, Container> m_nextTokenFormat;
    std::unique_ptr<Resolver> m_draft; ///< remembers the draft model beside the model
};

/// The same without memory.
[[nodiscard]] Result<Resolved> resolve(const Scenario& scenario, const std::shared_ptr<const Catalog>& catalog);

/// A row of a comparison as a machine: its cards, with the RAM and margin of the scenario.
[[nodiscard]] Result<Machine> resolveMachine(const MachineChoice& choice, const Catalog& catalog);

} // namespace vram
