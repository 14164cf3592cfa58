// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address_check.h"

#include <array>
#include <utility>

namespace vram::net {

namespace {

struct Subnet {
    const char* address;
    int bits;
};

// IANA's special-purpose registries (RFC 6890 and later). 198.18.0.0/15 is left out: it is meant for benchmarks, but
// proxies that many users depend on answer every name with an address of it.
constexpr std::array kNotPublicV4{
    Subnet{"0.0.0.0", 8},      Subnet{"10.0.0.0", 8},    Subnet{"100.64.0.0", 10}, Subnet{"127.0.0.0", 8},
    Subnet{"169.254.0.0", 16}, Subnet{"172.16.0.0", 12}, Subnet{"192.0.0.0", 24},  Subnet{"192.168.0.0", 16},
    Subnet{"224.0.0.0", 4},    Subnet{"240.0.0.0", 4},
};
constexpr std::array kNotPublicV6{
    Subnet{"::", 128},    Subnet{"::1", 128},  Subnet{"fe80::", 10},
    Subnet{"fec0::", 10}, Subnet{"fc00::", 7}, Subnet{"ff00::", 8},
};

template <std::size_t n>
bool isIn(const QHostAddress& address, const std::array<Subnet, n>& subnets) {
    for (const Subnet& subnet : subnets) {
        if (address.isInSubnet(QHostAddress(QString::fromLatin1(subnet.address)), subnet.bits)) {
            return true;
        }
    }
    return false;
}

quint32 fourBytes(const Q_IPV6ADDR& address, int from) {
    quint32 value = 0;
    for (int i = from; i < from + 4; ++i) {
        value = value << 8U | address[i];
    }
    return value;
}

} // namespace

bool isPublicAddress(const QHostAddress& address) {
    if (address.isNull()) {
        return false;
    }
    bool embedded = false;
    const quint32 mapped = address.toIPv4Address(&embedded); // also ::ffff:a.b.c.d
    if (address.protocol() == QAbstractSocket::IPv4Protocol || embedded) {
        return !isIn(QHostAddress(mapped), kNotPublicV4);
    }
    if (isIn(address, kNotPublicV6)) {
        return false;
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (address.isInSubnet(QHostAddress(QStringLiteral("64:ff9b::")), 96) ||
        address.isInSubnet(QHostAddress(QStringLiteral("::")), 96)) { // translated, and the old "compatible" form
        return !isIn(QHostAddress(fourBytes(bytes, 12)), kNotPublicV4);
    }
    if (address.isInSubnet(QHostAddress(QStringLiteral("2002::")), 16)) { // 6to4
        return !isIn(QHostAddress(fourBytes(bytes, 2)), kNotPublicV4);
    }
    return true;
}

bool isSameOrigin(const QUrl& a, const QUrl& b) {
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace vram::net
