#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/ids.h"

namespace stagecraft {

/// A place in MaturityModel::stages, counted from 0. People see the number counted from 1.
using StageIndex = std::size_t;
/// A place in MaturityModel::pillars, counted from 0.
using PillarIndex = std::size_t;
/// A place in MaturityModel::questions, counted from 0.
using QuestionIndex = std::size_t;

/// What every part of a model has that can be referred to.
template <class Id>
struct Part {
  Id id;
  std::vector<Id> formerly;  ///< earlier ids, which assessments may still use
  std::string title;
  SourceId source;  ///< the document that it comes from; empty: it is the authors' own
};

enum class TimeUnit { hours, days, weeks, months };

/// `from` to `to` units, both whole and positive; equal when it is not a range. Both 0: not given.
struct Duration {
  int from = 0;
  int to = 0;
  TimeUnit unit = TimeUnit::weeks;

  bool is_given() const { return from > 0; }
};

}  // namespace stagecraft
