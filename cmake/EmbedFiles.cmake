# SPDX-License-Identifier: GPL-3.0-or-later
# Embeds text files in a target, so that build tree, installation and package behave alike.
#
#   vram_embed_files(<target> <namespace> [FUNCTION <name>] FILES <file>...)
#
# The target's sources may then include "embedded_files.h":
#
#   namespace <namespace> {
#   struct EmbeddedFile { std::string_view name; std::string_view content; };   // name: without directory
#   std::span<const EmbeddedFile> <name>();                                     // default: embeddedCatalogFiles
#   }
#
# The files are generated anew whenever one of the inputs changes.

function(vram_embed_files target namespace)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "FUNCTION" "FILES")
    if(NOT arg_FUNCTION)
        set(arg_FUNCTION embeddedCatalogFiles)
    endif()
    set(inputs "")
    foreach(file IN LISTS arg_FILES)
        file(REAL_PATH "${file}" absolute BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        list(APPEND inputs "${absolute}")
    endforeach()

    set(directory "${CMAKE_CURRENT_BINARY_DIR}/embedded")
    set(header "${directory}/embedded_files.h")
    set(source "${directory}/embedded_files.cpp")
    # A response file: the list of inputs does not survive a command line unharmed on every platform.
    set(settings "${directory}/settings.cmake")
    string(CONFIGURE [==[
set(namespace "@namespace@")
set(function "@arg_FUNCTION@")
set(inputs "@inputs@")
set(header "@header@")
set(source "@source@")
]==] settings_text @ONLY)
    file(CONFIGURE OUTPUT "${settings}" CONTENT "${settings_text}" @ONLY)
    add_custom_command(
        OUTPUT "${header}" "${source}"
        COMMAND "${CMAKE_COMMAND}" "-Dsettings=${settings}" -P "${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
        DEPENDS ${inputs} "${settings}" "${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
        COMMENT "Embedding files in ${target}"
        VERBATIM)
    # Generated sources are known only in the directory that makes them; the object library carries them to
    # the target, which may belong to a directory above.
    add_library(${target}_embedded OBJECT "${source}" "${header}")
    target_link_libraries(${target}_embedded PRIVATE project_options)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_embedded>)
    add_dependencies(${target} ${target}_embedded)
    target_include_directories(${target} PRIVATE "${directory}")
endfunction()
