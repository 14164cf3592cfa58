// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QUrl>

namespace vram::net {

/// Whether a machine on the internet can have this address: neither loopback, private, link-local, shared (carrier or
/// VPN), multicast nor reserved, also not behind an IPv6 address that embeds one.
[[nodiscard]] bool isPublicAddress(const QHostAddress& address);

/// The same scheme, host and port.
[[nodiscard]] bool isSameOrigin(const QUrl& a, const QUrl& b);

} // namespace vram::net
