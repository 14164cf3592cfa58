# SPDX-License-Identifier: GPL-3.0-or-later
# A package for Debian and its relatives: build the programs, then `cpack -G DEB` in the build folder
# (tools/check_package.sh does both and tries the package). Included last, when everything is known that is installed.

set(VRAM_MAINTAINER "The VRAM Sizer developers <vram-sizer@example.org>" CACHE STRING "Maintainer of packages")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vram-sizer)
set(CPACK_PACKAGE_VENDOR "VRAM Sizer")
set(CPACK_PACKAGE_CONTACT "${VRAM_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "memory calculator for large language models on GPUs")
set(CPACK_PACKAGE_DESCRIPTION
"Shows how much memory a language model needs, where it goes (weights, KV cache,
activations, overhead) and which graphics cards can hold it, while model,
quantization, context and batch are dragged. Inference and training, one card
or several, with llama.cpp, vLLM, Transformers and other runtimes.
.
The window speaks English, Traditional Chinese and Simplified Chinese;
vram-sizer-cli answers the same questions as JSON.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Chinese characters; Qt's own dialogs in Chinese; Wayland sessions.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, fonts-noto-core, qt6-translations-l10n, qt6-wayland")

# What Debian's policy wants in /usr/share/doc, and the manual pages, compressed where there is gzip.
function(vram_install_compressed file name destination)
    find_program(VRAM_GZIP gzip)
    mark_as_advanced(VRAM_GZIP)
    if(VRAM_GZIP)
        set(packed "${CMAKE_BINARY_DIR}/compressed/${name}.gz")
        file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/compressed")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        # Without name and time: the same input gives the same package.
        execute_process(COMMAND "${VRAM_GZIP}" -9nc "${file}" OUTPUT_FILE "${packed}" COMMAND_ERROR_IS_FATAL ANY)
        install(FILES "${packed}" DESTINATION "${destination}")
    else()
        install(FILES "${file}" RENAME "${name}" DESTINATION "${destination}")
    endif()
endfunction()

if(UNIX AND NOT APPLE)
    include(GNUInstallDirs)
    set(documents "${CMAKE_INSTALL_DATADIR}/doc/vram-sizer")
    install(FILES "${CMAKE_SOURCE_DIR}/resources/debian/copyright" DESTINATION "${documents}")
    vram_install_compressed("${CMAKE_SOURCE_DIR}/resources/debian/changelog" changelog "${documents}")
    foreach(page vram-sizer vram-sizer-cli)
        vram_install_compressed("${CMAKE_SOURCE_DIR}/resources/man/${page}.1" ${page}.1 "${CMAKE_INSTALL_MANDIR}/man1")
    endforeach()
endif()

include(CPack)
