// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace vram {

/// a * b, held at the largest 64-bit value instead of wrapping. Counts in this program are never negative, so a
/// saturated figure is recognisable (`isSaturated`) and is refused by `report()` as an overflow.
[[nodiscard]] constexpr std::int64_t saturatingMultiply(std::int64_t a, std::int64_t b) {
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    if (a <= 0 || b <= 0) {
        return 0;
    }
    return a > kMax / b ? kMax : a * b;
}

/// a + b for non-negative a and b, held at the largest 64-bit value instead of wrapping.
[[nodiscard]] constexpr std::int64_t saturatingAdd(std::int64_t a, std::int64_t b) {
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    return b > 0 && a > kMax - b ? kMax : a + b;
}

/// The smallest multiple of `step` that is not below `value` (both positive; saturates).
[[nodiscard]] constexpr std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return rest == 0 ? value : saturatingAdd(value, step - rest);
}

/// ceil(a / b) for a >= 0 and b > 0.
[[nodiscard]] constexpr std::int64_t divideUp(std::int64_t a, std::int64_t b) { return a / b + (a % b != 0 ? 1 : 0); }

/// A number of bytes. Whole, never mixed with another unit silently: GiB (2^30) and GB (10^9) appear only as named
/// constructors and readers. Sums and products saturate.
class Bytes {
public:
    constexpr Bytes() = default;
    explicit constexpr Bytes(std::int64_t count) : m_count(count) {}

    /// Rounded down to whole bytes; values beyond 64 bits saturate, NaN and negatives give 0.
    [[nodiscard]] static constexpr Bytes fromDouble(double bytes) {
        if (!(bytes > 0)) {
            return Bytes{};
        }
        constexpr double kLimit = 9.2e18;
        return bytes >= kLimit ? Bytes{std::numeric_limits<std::int64_t>::max()}
                               : Bytes{static_cast<std::int64_t>(bytes)};
    }
    [[nodiscard]] static constexpr Bytes fromMiB(double mib) { return fromDouble(mib * 1048576.0); }
    [[nodiscard]] static constexpr Bytes fromGiB(double gib) { return fromDouble(gib * 1073741824.0); }
    [[nodiscard]] static constexpr Bytes fromGB(double gb) { return fromDouble(gb * 1e9); }

    [[nodiscard]] constexpr std::int64_t count() const { return m_count; }
    [[nodiscard]] constexpr double toMiB() const { return static_cast<double>(m_count) / 1048576.0; }
    [[nodiscard]] constexpr double toGiB() const { return static_cast<double>(m_count) / 1073741824.0; }
    [[nodiscard]] constexpr double toGB() const { return static_cast<double>(m_count) / 1e9; }
    [[nodiscard]] constexpr bool isSaturated() const { return m_count == std::numeric_limits<std::int64_t>::max(); }

    friend constexpr auto operator<=>(Bytes, Bytes) = default;
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return Bytes{saturatingAdd(a.m_count, b.m_count)}; }
    friend constexpr Bytes operator-(Bytes a, Bytes b) { return Bytes{a.m_count - b.m_count}; }
    friend constexpr Bytes operator*(Bytes a, std::int64_t n) { return Bytes{saturatingMultiply(a.m_count, n)}; }
    friend constexpr Bytes operator*(std::int64_t n, Bytes a) { return a * n; }
    constexpr Bytes& operator+=(Bytes other) { return *this = *this + other; }
    constexpr Bytes& operator-=(Bytes other) { return *this = *this - other; }

private:
    std::int64_t m_count = 0;
};

constexpr Bytes kKiB{1024};
constexpr Bytes kMiB{1024 * 1024};
constexpr Bytes kGiB{1024 * 1024 * 1024};

/// A figure with the interval that it is believed to lie in; low == typical == high where it is exact.
struct ByteRange {
    Bytes low;
    Bytes typical;
    Bytes high;

    [[nodiscard]] static constexpr ByteRange exact(Bytes value) { return {value, value, value}; }
    [[nodiscard]] constexpr bool isExact() const { return low == high; }
    friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
    friend constexpr ByteRange operator+(const ByteRange& a, const ByteRange& b) {
        return {a.low + b.low, a.typical + b.typical, a.high + b.high};
    }
    constexpr ByteRange& operator+=(const ByteRange& other) { return *this = *this + other; }
};

/// 10^9 bytes a second, as memory vendors quote bandwidth.
struct GigabytesPerSecond {
    double value = 0;
    friend constexpr auto operator<=>(GigabytesPerSecond, GigabytesPerSecond) = default;
};

/// 10^12 floating-point operations a second.
struct Teraflops {
    double value = 0;
    friend constexpr auto operator<=>(Teraflops, Teraflops) = default;
};

} // namespace vram
