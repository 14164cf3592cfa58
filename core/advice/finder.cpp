// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/finder.h"

#include "core/advice/model_questions.h"
#include "core/placement/layouts.h"
#include "core/placement/settled.h"
#include "core/report/judgement.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vram {

namespace {

/// Without cards: looking names up is all that is wanted of the resolver, and the machine is given.
Scenario withoutMachine(Scenario scenario) {
    scenario.machine.gpus.clear();
    scenario.view = {};
    return scenario;
}

/// The question of one model of the catalogue that every answer begins with.
Result<Resolved> firstOf(Resolver& resolver, const Scenario& scenario, const CatalogModel& model,
                         const std::vector<WeightFormat>& formats) {
    return resolver.resolve(withModel(scenario, model, formats.front()));
}

Result<std::vector<WeightFormat>> formatsOf(const Catalog& catalog, const Scenario& scenario) {
    const RuntimeProfile* const runtime = findRuntime(scenario.runtime.name);
    if (runtime == nullptr) {
        return Error{ErrorCode::UnknownRuntime, "runtime.name", {scenario.runtime.name}};
    }
    return loadableFormats(catalog, *runtime);
}

FinderRow rowOf(std::size_t model, std::size_t format) {
    FinderRow row;
    row.model = static_cast<std::uint16_t>(model);
    row.format = static_cast<std::uint16_t>(format);
    return row;
}

/// What a runtime makes of the machine's cards in each format; no model changes that.
std::vector<Support> supportsOf(Resolved question, const std::vector<WeightFormat>& formats, const Cards& cards) {
    std::vector<Support> supports;
    for (const WeightFormat& format : formats) {
        question.format = format;
        supports.push_back(supportOf(question, cards).first);
    }
    return supports;
}

/// Cards of one machine, one kind each, and what their loads have in common.
struct CardClass {
    Machine machine;
    Cards cards;
    std::vector<Support> supports;
};

/// Loads of a model on one card alone, by what they depend on. llama.cpp's depend on the vendor and on the batch that
/// the cards decide (Ollama); other engines' on more, so they are worked out for each class.
class LoadsOfOneCard {
public:
    const Loads& on(const ModelQuestions::Asked& asked, const Cards& cards, const Layout& layout) {
        const bool byVendor = asked.question->runtime->engine == Engine::LlamaCpp;
        const Vendor vendor = cards.gpus.front()->vendor;
        for (const Known& known : m_known) {
            if (byVendor && known.vendor == vendor && known.buffers == asked.demand.llamaCpp.get()) {
                return known.loads;
            }
        }
        if (!byVendor) {
            m_known.clear();
        }
        m_known.push_back(
            {vendor, asked.demand.llamaCpp.get(), loadsOf(*asked.question, asked.demand, layout, cards.gpus)});
        return m_known.back().loads;
    }

private:
    struct Known {
        Vendor vendor{};
        const LlamaCppBuffers* buffers = nullptr;
        Loads loads;
    };
    std::vector<Known> m_known;
};

std::vector<CardClass> cardClassesOf(const FinderProduct& product, const Catalog& catalog, const Machine& base,
                                     const Resolved& question) {
    std::vector<CardClass> classes;
    for (const std::size_t gpu : product.classes().representative) {
        CardClass one{base, {}, {}};
        one.machine.gpus = {{catalog.gpus()[gpu], 1}};
        one.cards = cardsOf(one.machine, question.scenario.placement);
        one.supports = supportsOf(question, product.formats(), one.cards);
        classes.push_back(std::move(one)); // the cards point to what moves along
    }
    return classes;
}

/// The question asked last, on each class of cards.
void judgeFormat(ModelQuestions& questions, std::size_t model, std::size_t format,
                 const std::vector<CardClass>& classes, FinderProduct& product) {
    LoadsOfOneCard loads;
    std::optional<SettledDemands> searched;
    std::optional<Layout> layout;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const CardClass& one = classes[c];
        const ModelQuestions::Asked& asked = questions.on(one.cards);
        if (!layout) {
            layout = fullLayout(*asked.question, one.cards); // of one card: all on it
        }
        const Loads& full = loads.on(asked, one.cards, *layout);
        const Judgement judgement =
            judgementOf(*asked.question, asked.demand, one.machine, one.cards, one.supports[format], *layout, full);
        Verdict verdict = judgement.verdict.value_or(Verdict::Unknown);
        if (judgement.countable && !judgement.verdict) {
            if (!searched) {
                searched.emplace(questions.searchable());
            }
            const SettledDemands::Entry& entry = searched->on(one.cards);
            verdict = searchedVerdict(*entry.question, entry.demand, one.machine, one.cards, *layout, full);
        }
        product.set(model, format, c, verdict);
    }
}

/// The question in each format on one machine.
void addRows(ModelQuestions& questions, std::size_t model, const CardClass& machine, FinderTable& table) {
    for (std::size_t f = 0; f < table.formats.size(); ++f) {
        questions.ask(table.formats[f]);
        const auto& [question, demand] = questions.on(machine.cards);
        const Layout layout = fullLayout(*question, machine.cards);
        const Loads full = loadsOf(*question, demand, layout, machine.cards.gpus);
        const Judgement judgement =
            judgementOf(*question, demand, machine.machine, machine.cards, machine.supports[f], layout, full);
        FinderRow row = rowOf(model, f);
        row.verdict = judgement.countable ? judgement.verdict : Verdict::Unknown;
        row.need = judgement.need;
        row.headroom = judgement.headroom;
        table.rows.push_back(row);
    }
}

} // namespace

Scenario withModel(Scenario scenario, const CatalogModel& model, const WeightFormat& format) {
    scenario.model = CatalogName{model.id};
    scenario.weights = format.id;
    return scenario;
}

std::vector<WeightFormat> loadableFormats(const Catalog& catalog, const RuntimeProfile& runtime) {
    std::vector<WeightFormat> formats;
    for (const WeightFormat& format : catalog.weightFormats()) {
        if (!format.offered || !loadsFormat(runtime, format)) {
            continue;
        }
        WeightFormat loaded = catalog.weightFormatIn(format.id, runtime.containers).value_or(format);
        const bool known =
            std::ranges::any_of(formats, [&](const WeightFormat& other) { return other.id == loaded.id; });
        if (!known) {
            formats.push_back(std::move(loaded));
        }
    }
    return formats;
}

FinderProduct::FinderProduct(const Catalog& catalog, std::vector<WeightFormat> formats, const MachineChoice& machine)
    : m_formats(std::move(formats)),
      m_classes(classesOf(catalog.gpus(), machine)),
      m_verdicts(catalog.models().size() * m_formats.size() * m_classes.representative.size(), Verdict::Unknown) {}

ModelFinder::ModelFinder(std::shared_ptr<const Catalog> catalog) : m_catalog(catalog), m_resolver(std::move(catalog)) {}

Result<FinderTable> ModelFinder::find(const Scenario& asked, const Machine& machine, const FinderProgress& progress) {
    const Scenario scenario = withoutMachine(asked);
    Result<std::vector<WeightFormat>> formats = formatsOf(*m_catalog, scenario);
    if (!formats) {
        return formats.error();
    }
    FinderTable table;
    table.formats = std::move(formats).value();
    const std::vector<CatalogModel>& models = m_catalog->models();
    table.rows.reserve(models.size() * table.formats.size());
    const bool shares = ModelQuestions::shares(scenario);
    std::optional<CardClass> asOne;
    for (std::size_t m = 0; m < models.size() && !table.formats.empty(); ++m) {
        if (progress && !progress(m, models.size())) {
            return table;
        }
        Result<Resolved> first = firstOf(m_resolver, scenario, models[m], table.formats);
        if (!first) {
            return first.error(); // names of the scenario: every model of the catalogue is known
        }
        if (!shares) {
            for (std::size_t f = 0; f < table.formats.size(); ++f) {
                table.rows.push_back(rowOf(m, f));
                static_cast<void>(look(scenario, machine, table.formats, table.rows.back()));
            }
            continue;
        }
        if (!asOne) {
            asOne = CardClass{machine, {}, {}};
            asOne->cards = cardsOf(asOne->machine, first->scenario.placement);
            asOne->supports = supportsOf(*first, table.formats, asOne->cards);
        }
        ModelQuestions questions(m_resolver, std::move(first).value(), machine);
        addRows(questions, m, *asOne, table);
    }
    table.complete = true;
    return table;
}

std::optional<Report> ModelFinder::look(const Scenario& scenario, const Machine& machine,
                                        const std::vector<WeightFormat>& formats, FinderRow& row) {
    row.looked = true;
    Result<Resolved> question =
        m_resolver.resolve(withModel(withoutMachine(scenario), m_catalog->models()[row.model], formats[row.format]));
    if (!question) {
        row.verdict = Verdict::Unknown;
        return std::nullopt;
    }
    Resolved resolved = std::move(question).value();
    resolved.machine = machine;
    Result<Report> answer = report(resolved);
    if (!answer) {
        row.verdict = Verdict::Unknown;
        return std::nullopt;
    }
    row.verdict = answer->verdict;
    row.need = answer->needTotal.high;
    row.headroom = answer->headroom;
    row.decode = answer->speed                  ? answer->speed->decode.typical
                 : answer->trainTokensPerSecond ? answer->trainTokensPerSecond->typical
                                                : 0;
    row.gpuLayers = answer->gpuLayers;
    row.layers = answer->layersTotal;
    return std::move(answer).value();
}

bool ModelFinder::judge(const Scenario& asked, FinderProduct& product, std::size_t first, std::size_t end,
                        const FinderProgress& progress) {
    const Scenario scenario = withoutMachine(asked);
    const std::vector<CatalogModel>& models = m_catalog->models();
    const std::vector<WeightFormat>& formats = product.formats();
    const bool shares = ModelQuestions::shares(scenario);
    const Result<Machine> base = resolveMachine(scenario.machine, *m_catalog);
    std::vector<CardClass> classes;
    for (std::size_t m = first; m < end && !formats.empty(); ++m) {
        if (progress && !progress(m - first, end - first)) {
            return false;
        }
        Result<Resolved> question = firstOf(m_resolver, scenario, models[m], formats);
        if (!question || !base) {
            continue; // stays unknown
        }
        if (classes.empty()) {
            classes = cardClassesOf(product, *m_catalog, *base, *question);
        }
        ModelQuestions questions(m_resolver, std::move(question).value(), *base);
        for (std::size_t f = 0; f < formats.size(); ++f) {
            if (shares) {
                questions.ask(formats[f]);
                judgeFormat(questions, m, f, classes, product);
                continue;
            }
            for (std::size_t c = 0; c < classes.size(); ++c) {
                FinderRow row = rowOf(m, f);
                static_cast<void>(look(scenario, classes[c].machine, formats, row));
                product.set(m, f, c, row.verdict.value_or(Verdict::Unknown));
            }
        }
    }
    return true;
}

} // namespace vram
