# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles through ccache where it is installed.

find_program(VRAM_CCACHE ccache)
mark_as_advanced(VRAM_CCACHE)
if(VRAM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without this sloppiness ccache refuses every file that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${VRAM_CCACHE}")
endif()
