# SPDX-License-Identifier: GPL-3.0-or-later
# project_options: language level, warnings and sanitizers of every target.
# qt_options: what the program's own Qt code (ui/ and app/) is additionally held to.

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)

if(MSVC)
    target_compile_options(project_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus)
    if(VRAM_WERROR)
        target_compile_options(project_options INTERFACE /WX)
    endif()
else()
    target_compile_options(project_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
    if(VRAM_WERROR)
        target_compile_options(project_options INTERFACE -Werror)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # GCC 12 sees overlaps in std::string's own operator+ (bug 105651).
        target_compile_options(project_options INTERFACE -Wno-restrict)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND VRAM_CCACHE)
        # ccache needs it to see into a precompiled header.
        target_compile_options(project_options INTERFACE -fpch-preprocess)
    endif()
    if(VRAM_SANITIZE)
        target_compile_options(project_options INTERFACE
            -fsanitize=${VRAM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(project_options INTERFACE -fsanitize=${VRAM_SANITIZE})
    endif()
endif()

# "vram_version.h" for the captions and --version.
configure_file("${CMAKE_CURRENT_LIST_DIR}/vram_version.h.in" "${CMAKE_BINARY_DIR}/generated/vram_version.h" @ONLY)
target_include_directories(project_options INTERFACE "${CMAKE_BINARY_DIR}/generated")

add_library(qt_options INTERFACE)
target_compile_definitions(qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER)

# Adds each of the given subdirectories that has a CMakeLists.txt.
function(vram_add_subdirectories)
    foreach(directory IN LISTS ARGN)
        if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${directory}/CMakeLists.txt")
            add_subdirectory(${directory})
        endif()
    endforeach()
endfunction()
