#include "feed/stream/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/file_descriptor.h"

namespace stagecraft::feed {
namespace {

constexpr unsigned read_size = 128 * 1024;

/// zlib hands a file that is not compressed through as it is.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(const std::string& path) {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (number < 0) {
      failure_ =
          errno == ENOENT ? "there is no such file" : "cannot be read: " + system_words(errno);
      return;
    }
    if (::fstat(number, &status) != 0 || !S_ISREG(status.st_mode)) {
      failure_ = S_ISDIR(status.st_mode) ? "this is a folder, not a file" : "not a regular file";
      ::close(number);
      return;
    }
    file_ = ::gzdopen(number, "rb");
    if (!file_) {
      failure_ = "there is no memory to read it";
      ::close(number);
      return;
    }
    ::gzbuffer(file_, read_size);
  }
  ~FileSource() override {
    if (file_) ::gzclose(file_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    std::size_t count = 0;
    while (file_ && failure_.empty() && count < size) {
      const auto wanted = static_cast<unsigned>(std::min<std::size_t>(size - count, 1 << 30));
      const int got = ::gzread(file_, into + count, wanted);
      if (got > 0) count += static_cast<std::size_t>(got);
      if (got < static_cast<int>(wanted)) {
        note_failure();
        break;
      }
    }
    return count;
  }

  const std::string& failure() const override { return failure_; }

  std::uint64_t position() const override {
    const z_off_t offset = file_ ? ::gzoffset(file_) : 0;
    return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
  }

 private:
  void note_failure() {
    int code = Z_OK;
    const char* const words = ::gzerror(file_, &code);
    if (code == Z_OK || code == Z_STREAM_END) return;
    failure_ = code == Z_ERRNO       ? "cannot be read: " + system_words(errno)
               : code == Z_BUF_ERROR ? std::string("the gzip file is cut off")
                                     : std::string("the gzip file is broken: ") + words;
  }

  gzFile file_ = nullptr;
  std::string failure_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size() - next_);
    std::memcpy(into, bytes_.data() + next_, count);
    next_ += count;
    return count;
  }
  const std::string& failure() const override { return failure_; }
  std::uint64_t position() const override { return next_; }

 private:
  std::string bytes_;
  std::size_t next_ = 0;
  std::string failure_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  return std::make_unique<FileSource>(path);
}

std::unique_ptr<ByteSource> read_memory(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace stagecraft::feed
