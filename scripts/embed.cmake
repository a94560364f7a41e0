# Writes an assembler file that holds every file of templates/, themes/ and content/ and a table of
# them, which src/load/embedded_files.cpp reads. -DROOT=<source folder> -DOUTPUT=<file.S>
file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE ${ROOT}
     ${ROOT}/templates/* ${ROOT}/themes/* ${ROOT}/content/*)
list(SORT files)
set(table "")
set(data "")
set(index 0)
foreach(file ${files})
  string(APPEND table
    "  .quad name_${index}, data_${index}, end_${index} - data_${index}\n")
  string(APPEND data
    "name_${index}: .asciz \"${file}\"\ndata_${index}: .incbin \"${ROOT}/${file}\"\nend_${index}: .byte 0\n")
  math(EXPR index "${index} + 1")
endforeach()
# Always written: when only the bytes of a file changed, this text is the same, and the object has to
# be made again nevertheless.
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
