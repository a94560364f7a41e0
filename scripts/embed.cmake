# Writes an assembler file that holds every file of templates/, themes/ and content/ and a table of
# them, which src/load/embedded_files.cpp reads. -DROOT=<source folder> -DOUTPUT=<file.S>
#
# The scripts of a page, themes/<theme>/scripts/<page>.js, are embedded with all that they import in
# one file, without comments, indentation and most line breaks: a visitor loads half as much. This
# asks of them what tests/scripts/joined.test.mjs checks: each name at the top of a module is the only
# one, imports and exports begin a line, and no text goes over several lines.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE ${ROOT}
     ${ROOT}/templates/* ${ROOT}/themes/* ${ROOT}/content/*)
list(SORT files)

# Appends the module `file` to the variable `joined`, after those that it imports.
function(join_module file)
  get_property(seen GLOBAL PROPERTY joined_modules)
  if(file IN_LIST seen)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY joined_modules ${file})
  get_filename_component(folder ${file} DIRECTORY)
  file(READ ${file} text)
  string(REGEX MATCHALL "\nimport {[^}]*} from '[^']*'" imports "${text}")
  foreach(import ${imports})
    string(REGEX REPLACE ".*'([^']*)'" "\\1" name "${import}")
    get_filename_component(imported ${folder}/${name} ABSOLUTE)
    join_module(${imported})
  endforeach()
  string(REGEX REPLACE "/\\*\\*([^*]|\\*[^/])*\\*/ ?" "" text "\n${text}")
  string(REGEX REPLACE "\nimport {[^}]*} from '[^']*';" "" text "${text}")
  string(REGEX REPLACE "\n[ ]*//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "  // [^\n]*" "" text "${text}")
  string(REGEX REPLACE "\nexport " "\n" text "${text}")
  string(REGEX REPLACE "\n[ \n]+" "\n" text "${text}")
  string(REGEX REPLACE "([;{,(=>?:&|])\n" "\\1" text "${text}")
  string(REGEX REPLACE "\n([})?:.&|])" "\\1" text "${text}")
  set_property(GLOBAL APPEND_STRING PROPERTY joined "${text}")
endfunction()

set(table "")
set(data "")
set(index 0)
foreach(file ${files})
  set(source ${ROOT}/${file})
  if(file MATCHES "^themes/[^/]*/scripts/.*/")
    continue()
  elseif(file MATCHES "^themes/[^/]*/scripts/[^/]*\\.js$")
    set_property(GLOBAL PROPERTY joined_modules "")
    set_property(GLOBAL PROPERTY joined "")
    join_module(${source})
    get_property(text GLOBAL PROPERTY joined)
    get_filename_component(folder ${OUTPUT} DIRECTORY)
    set(source ${folder}/embedded/${file})
    file(WRITE ${source} "${text}")
  endif()
  string(APPEND table
    "  .quad name_${index}, data_${index}, end_${index} - data_${index}\n")
  string(APPEND data
    "name_${index}: .asciz \"${file}\"\ndata_${index}: .incbin \"${source}\"\nend_${index}: .byte 0\n")
  math(EXPR index "${index} + 1")
endforeach()
# Always written anew: its text stays the same when only the content of the files has changed.
file(WRITE ${OUTPUT}
".section .note.GNU-stack,\"\",%progbits
.section .data.rel.ro,\"aw\"
.balign 8
.global stagecraft_embedded_files
stagecraft_embedded_files:
${table}.global stagecraft_embedded_count
stagecraft_embedded_count: .quad ${index}
.section .rodata
${data}")
