#include "feed/stream/output_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>

namespace stagecraft::feed {

struct OutputFile::Deflater {
  z_stream stream{};
  std::string packed = std::string(64 * 1024, '\0');
};

OutputFile::OutputFile(const std::string& path, Compression compression) {
  file_ = FileDescriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file_.is_open()) failure_ = system_words(errno);
  buffer_.reserve(buffer_limit + 64 * 1024);
  if (compression == Compression::none) return;
  constexpr int gzip_window = 15 + 16;
  deflater_ = std::make_unique<Deflater>();
  if (::deflateInit2(&deflater_->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
    failure_ = "there is no memory to compress";
}

OutputFile::~OutputFile() {
  if (deflater_) ::deflateEnd(&deflater_->stream);
}

void OutputFile::flush() {
  content_bytes_ += buffer_.size();
  if (deflater_)
    deflate_buffer(false);
  else
    write_out(buffer_);
  buffer_.clear();
}

void OutputFile::close() {
  content_bytes_ += buffer_.size();
  if (deflater_)
    deflate_buffer(true);
  else
    write_out(buffer_);
  buffer_.clear();
  if (file_.is_open() && failure_.empty() && ::fsync(file_.number()) != 0 && errno != EINVAL)
    failure_ = system_words(errno);
  file_ = FileDescriptor();
}

void OutputFile::deflate_buffer(bool is_last) {
  z_stream& stream = deflater_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(buffer_.data());
  stream.avail_in = static_cast<uInt>(buffer_.size());
  std::string& packed = deflater_->packed;
  do {
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    ::deflate(&stream, is_last ? Z_FINISH : Z_NO_FLUSH);
    write_out(std::string_view(packed).substr(0, packed.size() - stream.avail_out));
  } while (stream.avail_out == 0);
}

void OutputFile::write_out(std::string_view bytes) {
  while (!bytes.empty() && failure_.empty()) {
    const ssize_t count = ::write(file_.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      failure_ = system_words(errno);
      return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace stagecraft::feed
