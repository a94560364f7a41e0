#include "feed/stream/spill_sort.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/file_descriptor.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t smallest_read = 4096;

/// An entry in memory: its bytes lie in the arena.
struct Slot {
  std::uint64_t key;
  std::uint64_t order;
  std::size_t offset;
  std::uint32_t length;

  bool operator<(const Slot& other) const {
    return key != other.key ? key < other.key : order < other.order;
  }
};

struct Head {
  std::uint64_t key;
  std::uint64_t order;
  std::uint64_t length;
};

/// A sorted stretch of the file, read piece by piece.
struct Run {
  std::uint64_t begin = 0;  ///< of what is not in `piece` yet
  std::uint64_t end = 0;
  std::string piece;
  std::size_t next = 0;  ///< in `piece`
  Head head{};
};

int open_nameless_file() {
  const char* folder = std::getenv("TMPDIR");
  std::string name =
      std::string(folder && *folder ? folder : "/tmp") + "/stagecraft-" + std::string(6, 'X');
  const int number = ::mkostemp(name.data(), O_CLOEXEC);
  if (number >= 0) ::unlink(name.c_str());
  return number;
}

}  // namespace

struct SpillSort::State {
  std::size_t memory;
  std::vector<Slot> slots;
  std::string arena;
  FileDescriptor file;
  std::uint64_t file_size = 0;
  std::vector<Run> runs;
  std::size_t read_size = 0;
  std::size_t next_slot = 0;
  std::string failure;
  std::size_t given = 0;  ///< the run that the last entry came from
  bool has_given = false;
  std::vector<std::size_t> heap;  ///< runs by their head, the least first

  bool is_later(std::size_t a, std::size_t b) const {
    const Head& x = runs[a].head;
    const Head& y = runs[b].head;
    return x.key != y.key ? x.key > y.key : x.order > y.order;
  }

  void fail() {
    if (failure.empty()) failure = system_words(errno);
  }

  void write_all(const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size() && failure.empty()) {
      const ssize_t count = ::pwrite(file.number(), bytes.data() + done, bytes.size() - done,
                                     static_cast<off_t>(file_size + done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return fail();
      done += static_cast<std::size_t>(count);
    }
    file_size += done;
  }

  void spill() {
    std::sort(slots.begin(), slots.end());
    if (!file.is_open()) file = FileDescriptor(open_nameless_file());
    if (!file.is_open()) fail();
    const std::uint64_t begin = file_size;
    std::string piece;
    for (const Slot& slot : slots) {
      const Head head{slot.key, slot.order, slot.length};
      piece.append(reinterpret_cast<const char*>(&head), sizeof head);
      piece.append(arena, slot.offset, slot.length);
      if (piece.size() < (std::size_t{1} << 18)) continue;
      write_all(piece);
      piece.clear();
    }
    write_all(piece);
    runs.push_back({begin, file_size, {}, 0, {}});
    slots.clear();
    arena.clear();
  }

  /// Makes sure that `size` bytes of `run` are in its piece; false at its end.
  bool fill(Run& run, std::size_t size) {
    if (run.piece.size() - run.next >= size) return true;
    run.piece.erase(0, run.next);
    run.next = 0;
    const std::size_t kept = run.piece.size();
    const std::size_t left = static_cast<std::size_t>(run.end - run.begin);
    const std::size_t wanted = std::min(std::max(read_size, size) - kept, left);
    run.piece.resize(kept + wanted);
    std::size_t done = 0;
    while (done < wanted) {
      const ssize_t count = ::pread(file.number(), run.piece.data() + kept + done, wanted - done,
                                    static_cast<off_t>(run.begin + done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        fail();
        return false;
      }
      done += static_cast<std::size_t>(count);
    }
    run.begin += wanted;
    return run.piece.size() >= size;
  }

  bool read_head(Run& run) {
    if (!fill(run, sizeof(Head))) return false;
    std::memcpy(&run.head, run.piece.data() + run.next, sizeof(Head));
    run.next += sizeof(Head);
    return fill(run, run.head.length);
  }

  void push(std::size_t run) {
    if (!read_head(runs[run])) return;
    heap.push_back(run);
    std::push_heap(heap.begin(), heap.end(),
                   [this](std::size_t a, std::size_t b) { return is_later(a, b); });
  }

  bool next_from_runs(SortedEntry& entry) {
    if (has_given) {
      runs[given].next += runs[given].head.length;
      push(given);
    }
    has_given = !heap.empty() && failure.empty();
    if (!has_given) return false;
    std::pop_heap(heap.begin(), heap.end(),
                  [this](std::size_t a, std::size_t b) { return is_later(a, b); });
    given = heap.back();
    heap.pop_back();
    const Run& run = runs[given];
    entry = {run.head.key, run.head.order,
             std::string_view(run.piece).substr(run.next, run.head.length)};
    return true;
  }
};

SpillSort::SpillSort(std::size_t memory) : state_(std::make_unique<State>()) {
  state_->memory = memory;
}

SpillSort::~SpillSort() = default;

void SpillSort::add(std::uint64_t key, std::uint64_t order, std::string_view bytes) {
  State& state = *state_;
  state.slots.push_back({key, order, state.arena.size(), static_cast<std::uint32_t>(bytes.size())});
  state.arena += bytes;
  if (state.slots.size() * sizeof(Slot) + state.arena.size() >= state.memory) state.spill();
}

void SpillSort::finish() {
  State& state = *state_;
  if (state.runs.empty()) {
    std::sort(state.slots.begin(), state.slots.end());
    return;
  }
  if (!state.slots.empty()) state.spill();
  state.slots = {};
  state.arena = {};
  state.read_size = std::max(smallest_read, state.memory / (2 * state.runs.size()));
  for (std::size_t run = 0; run < state.runs.size(); ++run) state.push(run);
}

bool SpillSort::next(SortedEntry& entry) {
  State& state = *state_;
  if (!state.runs.empty()) return state.next_from_runs(entry);
  if (state.next_slot == state.slots.size()) return false;
  const Slot& slot = state.slots[state.next_slot++];
  entry = {slot.key, slot.order, std::string_view(state.arena).substr(slot.offset, slot.length)};
  return true;
}

std::uint64_t SpillSort::spilled_bytes() const {
  return state_->file_size;
}

const std::string& SpillSort::failure() const {
  return state_->failure;
}

}  // namespace stagecraft::feed
