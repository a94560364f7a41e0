#include "render/calculator_record.h"

namespace stagecraft {

Record calculator_record(const MaturityModel& model) {
  return {{"schema", "stagecraft/roi/1"},
          {"model",
           {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
          {"roi", roi_record(*model.roi)}};
}

}  // namespace stagecraft
