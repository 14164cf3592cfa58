// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/sysfs_gpus.h"

#include "core/hardware/machine_readings.h"
#include "core/hardware/machine_text.h"
#include "core/hardware/pci_gpus.h"
#include "detect/text_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace vram::detect {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostCards = 256;
constexpr std::size_t kMostFunctions = 8192; ///< PCI functions that are looked through
constexpr int kMostTiles = 8;
constexpr std::size_t kDeepestBridge = 16;
constexpr Bytes kMostCarveOut = kGiB * 4; ///< of an unknown processor's graphics
constexpr std::string_view kDisplayClass = "0x03";

std::vector<fs::path> entriesOf(const fs::path& folder, std::size_t most) {
    std::vector<fs::path> entries;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    while (!error && entry != fs::directory_iterator() && entries.size() < most) {
        entries.push_back(entry->path());
        entry.increment(error);
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// "card0", not "card0-DP-1" nor "renderD128".
bool isCard(const fs::path& path) {
    constexpr std::string_view kCard = "card";
    const std::string name = path.filename().string();
    return name.starts_with(kCard) && name.size() > kCard.size() &&
           name.find_first_not_of("0123456789", kCard.size()) == std::string::npos;
}

class CardReader {
public:
    CardReader(const fs::path& card, SysfsGpus& result) : m_card(card), m_device(card / "device"), m_result(result) {}

    void read() {
        const std::int64_t vendor = number("vendor");
        if (vendor == kPciNvidia) {
            m_result.nvidia = true;
        }
        if (vendor != kPciAmd && vendor != kPciIntel) {
            return; // NVIDIA's own tool tells more; the others (servers' consoles, virtual screens) run no model
        }
        m_known = findPciGpu(vendor, number("device"), number("revision"));
        DetectedGpu gpu;
        gpu.vendor = vendor == kPciAmd ? Vendor::Amd : Vendor::Intel;
        gpu.reportedName = nameOf(gpu.vendor);
        if (gpu.vendor == Vendor::Amd) {
            readAmd(gpu);
        } else {
            readIntel(gpu);
        }
        if (!gpu.unified) {
            gpu.pcie = pciLinkText(link(gpu.vendor));
        }
        m_result.gpus.push_back(std::move(gpu));
    }

private:
    /// Trimmed; empty where there is none. What is there and cannot be read is a trouble.
    std::string text(const fs::path& path) {
        FileText file = readTextFile(path, kMostOfAttribute);
        if (!file.text) {
            if (file.isThere()) {
                m_result.troubles.push_back(
                    {MachineTroubleCode::FileUnreadable, {path.string(), std::string(file.trouble)}});
            }
            return {};
        }
        if (!isReadableText(*file.text)) {
            m_result.troubles.push_back({MachineTroubleCode::ValueOutOfRange, {path.string(), excerptOf(*file.text)}});
            return {};
        }
        return std::string(trimmed(*file.text));
    }

    std::int64_t number(const char* attribute) { return wholeNumber(text(m_device / attribute)).value_or(0); }

    std::optional<Bytes> size(const fs::path& path) {
        const std::string value = text(path);
        return value.empty() ? std::nullopt : sizeOf(value, Bytes{1}, path.string(), m_result.troubles);
    }

    /// The table's name, else the driver's (servers' cards have one), else the numbers.
    std::string nameOf(Vendor vendor) {
        if (m_known != nullptr) {
            return std::string(m_known->name);
        }
        const std::string product = text(m_device / "product_name");
        if (!product.empty()) {
            return excerptOf(product);
        }
        const auto hex = [this](const char* attribute) { return excerptOf(text(m_device / attribute)); };
        return (vendor == Vendor::Amd ? "AMD graphics " : "Intel graphics ") + hex("device") + " revision " +
               hex("revision");
    }

    void readAmd(DetectedGpu& gpu) {
        const fs::path totalPath = m_device / "mem_info_vram_total";
        gpu.total = size(totalPath);
        const std::optional<Bytes> used = size(m_device / "mem_info_vram_used");
        if (gpu.total && used) {
            if (*used <= *gpu.total) {
                gpu.free = *gpu.total - *used;
            } else {
                m_result.troubles.push_back(
                    {MachineTroubleCode::ValueOutOfRange,
                     {(m_device / "mem_info_vram_used").string(), std::to_string(used->count())}});
            }
        }
        // Memory chips of its own have a maker.
        const std::string maker = text(m_device / "mem_info_vram_vendor");
        const bool hasChips = !maker.empty() && maker != "unknown";
        gpu.unified = m_known != nullptr ? m_known->unified : gpu.total && *gpu.total <= kMostCarveOut && !hasChips;
    }

    void readIntel(DetectedGpu& gpu) {
        Bytes tiles;
        for (int i = 0; i < kMostTiles; ++i) {
            tiles += size(m_device / ("tile" + std::to_string(i)) / "physical_vram_size_bytes").value_or(Bytes{});
        }
        gpu.total = tiles > Bytes{} ? std::optional(tiles) : size(m_card / "lmem_total_bytes");
        std::error_code error;
        const std::string function = fs::canonical(m_device, error).filename().string();
        // The processor's own graphics is always this function.
        gpu.unified = m_known != nullptr ? m_known->unified : !gpu.total && function.starts_with("0000:00:02.");
        if (gpu.unified) {
            gpu.total.reset();
        }
    }

    /// Card, the switches on it, and the slot: the least of the chain counts.
    PciLink link(Vendor vendor) {
        std::error_code error;
        fs::path function = fs::canonical(m_device, error);
        std::vector<PciLink> chain;
        while (!error && chain.size() < kDeepestBridge && isFunction(function)) {
            const std::string speed = text(function / "max_link_speed");
            const PciLink most = readPciLink(speed, text(function / "max_link_width"));
            chain.push_back(narrowest(most, readPciLink({}, text(function / "current_link_width"))));
            function = function.parent_path();
        }
        // Behind the switch on an Arc card a link of the slowest kind is shown that does not exist.
        const bool shown = vendor == Vendor::Intel && chain.size() > 2 && chain.front().generation == 1;
        PciLink least;
        for (std::size_t i = shown ? 2 : 0; i < chain.size(); ++i) {
            least = narrowest(least, chain[i]);
        }
        return least;
    }

    static bool isFunction(const fs::path& path) { // "0000:01:00.0", not "pci0000:00"
        const std::string name = path.filename().string();
        return name.find(':') != std::string::npos && name.find('.') != std::string::npos;
    }

    fs::path m_card;
    fs::path m_device;
    SysfsGpus& m_result;
    const PciGpu* m_known = nullptr;
};

/// Cards without a display driver's node are seen on the bus alone.
bool hasNvidiaFunction(const fs::path& sys) {
    for (const fs::path& function : entriesOf(sys / "bus/pci/devices", kMostFunctions)) {
        const FileText kind = readTextFile(function / "class", kMostOfAttribute);
        if (!kind.text || !kind.text->starts_with(kDisplayClass)) {
            continue;
        }
        const FileText vendor = readTextFile(function / "vendor", kMostOfAttribute);
        if (vendor.text && wholeNumber(*vendor.text) == kPciNvidia) {
            return true;
        }
    }
    return false;
}

} // namespace

SysfsGpus readSysfsGpus(const fs::path& sys) {
    SysfsGpus result;
    std::size_t count = 0;
    for (const fs::path& entry : entriesOf(sys / "class/drm", kMostFunctions)) {
        if (isCard(entry) && count < kMostCards) {
            ++count;
            CardReader(entry, result).read();
        }
    }
    result.nvidia = result.nvidia || hasNvidiaFunction(sys);
    return result;
}

} // namespace vram::detect
