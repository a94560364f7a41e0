#include "format/module_imports.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// The addresses that `script` names, late ones with a "!" before them.
std::string named_by(std::string_view script) {
  std::string names;
  for (const ModuleImport& import : module_imports(script)) {
    CHECK(script.substr(import.offset + 1, import.length - 2) == import.address);
    names += (names.empty() ? "" : " ") + std::string(import.is_late ? "!" : "") + import.address;
  }
  return names;
}

TEST_CASE("every form of import names a module") {
  CHECK(named_by("import './a.js';") == "./a.js");
  CHECK(named_by("import a from \"./a.js\";") == "./a.js");
  CHECK(named_by("import { a, b as c } from './a.js'") == "./a.js");
  CHECK(named_by("import {\n  a,\n  $b_1,\n} from './a.js';") == "./a.js");
  CHECK(named_by("import * as a from './a.js';") == "./a.js");
  CHECK(named_by("import a, { b } from'./a.js';") == "./a.js");
}

TEST_CASE("an export from a module names it, any other export ends the imports") {
  CHECK(named_by("export { a } from './a.js'; export * from './b.js';") == "./a.js ./b.js");
  CHECK(named_by("export const a = './a.js';") == "");
  CHECK(named_by("export { a }; 'b.js'") == "");
}

TEST_CASE("comments and blank lines stand between imports") {
  CHECK(named_by("// import './x.js'\n/* import './y.js' */\n\nimport './a.js';\n"
                 "/** more */ import './b.js'; // end\nimport './c.js'") ==
        "./a.js ./b.js ./c.js");
}

TEST_CASE("an import behind other code is late, and only where it begins a line") {
  CHECK(named_by("import './a.js';\nlet x = 1;\nimport './b.js';\n") == "./a.js !./b.js");
  CHECK(named_by("const text = 'import \"./b.js\"';\n  import './c.js';") == "");
}

TEST_CASE("an import at run time is no declaration") {
  CHECK(named_by("import('./a.js');") == "");
  CHECK(named_by("import.meta.url; './a.js'") == "");
}

TEST_CASE("a script that is cut off names what is whole") {
  for (const char* script : {"", "import", "import {", "import './a.js", "/*", "//", "import 'a\n'",
                             "import './a\"", "export * from "})
    CHECK(named_by(script) == "");
  CHECK(named_by("import './a.js'/*") == "./a.js");
}

}  // namespace
}  // namespace stagecraft
