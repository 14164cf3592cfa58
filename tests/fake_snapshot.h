// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include "ui/store/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

/// Hand-made answers for tests of what paints them: every figure is stated here, none comes from the core.
namespace fake {

struct Card {
    const char* name;
    double capacityGib;
    double usableGib;
    std::int64_t count = 1;
};

struct Parts {
    double weights = 8.5;
    double kv = 1.25;
    double activations = 0.25;
    double overhead = 0.5;
    double spread = 0; ///< of the weights, up and down; 0: exact
};

inline vram::Bytes gib(double value) { return vram::Bytes::fromGiB(value); }

inline vram::Report report(const Card& card, const Parts& parts, vram::Verdict verdict) {
    vram::Report result;
    result.modelName = "Qwen3 14B";
    result.layers = 40;
    result.layersTotal = 41;
    result.need.set(vram::MemoryPart::Weights,
                    {gib(parts.weights - parts.spread), gib(parts.weights), gib(parts.weights + parts.spread)});
    result.need.set(vram::MemoryPart::KvCache, vram::ByteRange::exact(gib(parts.kv)));
    result.need.set(vram::MemoryPart::Activations, vram::ByteRange::exact(gib(parts.activations)));
    result.need.set(vram::MemoryPart::Overhead, vram::ByteRange::exact(gib(parts.overhead)));
    result.needTotal = result.need.total();
    const auto count = static_cast<double>(card.count);
    result.usable = gib(card.usableGib * count);
    result.capacity = gib(card.capacityGib * count);
    result.headroom = result.usable - result.needTotal.high;
    result.verdict = verdict;
    result.gpuLayers = verdict == vram::Verdict::Offload ? 33 : 41;
    for (std::int64_t i = 0; i < card.count; ++i) {
        vram::DeviceReport device;
        device.name = card.name;
        device.capacity = gib(card.capacityGib);
        device.usable = vram::ByteRange::exact(gib(card.usableGib));
        result.devices.push_back(device);
    }
    return result;
}

inline vram::ui::Row row(const Card& card, vram::Verdict verdict, const Parts& parts = {}) {
    return {{card.name, card.count}, report(card, parts, verdict)};
}

/// Needs 10.5 GiB on 8, 12 and 24 GB: offload, tight, fits.
inline vram::ui::Snapshot snapshot(const Parts& parts = {}) {
    vram::Resolved resolved;
    resolved.model.name = "Qwen3 14B";
    resolved.model.parameters = 14'768'307'200;
    resolved.format.id = "Q4_K_M";
    resolved.keyFormat.id = "f16";
    resolved.valueFormat.id = "f16";
    vram::ui::Snapshot result;
    result.resolved = resolved;
    result.rows = {row({"GeForce RTX 4060", 8, 7.5}, vram::Verdict::Offload, parts),
                   row({"GeForce RTX 3060 12GB", 12, 11.5}, vram::Verdict::Tight, parts),
                   row({"GeForce RTX 4090", 24, 23.5}, vram::Verdict::Fits, parts)};
    result.focusedRow = 2;
    return result;
}

/// Marks every translated text, so that a text that was not translated anew shows.
class PseudoTranslator : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
};

} // namespace fake
