# SPDX-License-Identifier: GPL-3.0-or-later
# The languages: each file in translations/ is one.
#
# The .qm files become resources ":/i18n/vram-sizer_<language>.qm" of the library, so that the program and the tests
# have them alike. `cmake --build … --target update_translations` collects the strings of the sources; it runs
# only on demand, because a build that rewrites .ts files loses work.

function(vram_add_translations target)
    set(directory "${CMAKE_SOURCE_DIR}/translations")
    # English needs a file too, but only for its plural forms.
    set(english "${directory}/vram-sizer_en.ts")
    file(GLOB others CONFIGURE_DEPENDS "${directory}/vram-sizer_*.ts")
    list(REMOVE_ITEM others "${english}")

    qt_add_lrelease(${target}
        TS_FILES "${english}" ${others}
        OPTIONS -silent
        QM_FILES_OUTPUT_VARIABLE qm_files)
    qt_add_resources(${target} vram_translations
        PREFIX "/i18n"
        BASE "${CMAKE_CURRENT_BINARY_DIR}"
        FILES ${qm_files})

    set(options -no-obsolete -locations none -no-ui-lines -extensions cpp,h -I .)
    add_custom_target(update_translations
        COMMAND Qt6::lupdate ${options} ui app -ts ${others}
        COMMAND Qt6::lupdate ${options} -pluralonly ui app -ts "${english}"
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
        COMMENT "Collecting the strings of ui/ and app/ in translations/"
        VERBATIM)
endfunction()
