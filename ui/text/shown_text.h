// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace vram::ui {

/// Text that comes from a file, a repository or a path, as it is shown: plain, what is invisible (control characters,
/// marks of the writing direction) as escapes, and the middle of a very long one left out. All text of such origin goes
/// through here once; names that are looked up stay as they are.
[[nodiscard]] QString shownText(std::string_view utf8);
[[nodiscard]] QString shownText(const QString& text);

/// `text` for a tooltip, which Qt would take for markup where it looks like it.
[[nodiscard]] QString plainToolTip(const QString& text);

/// `text` for a button or a menu, where an ampersand is no mnemonic.
[[nodiscard]] QString buttonText(QString text);

} // namespace vram::ui
