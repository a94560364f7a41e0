#pragma once

#include <string>
#include <vector>

namespace stagecraft::feed {

/// A folder that is made beside the one it is to become, so that a run that fails or is killed
/// leaves the old one whole. Gone with the object unless it was published.
class StagedFolder {
 public:
  /// `target` need not exist; its parent folder must.
  explicit StagedFolder(std::string target);
  ~StagedFolder();
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  /// Where the files are made; empty after a failure.
  const std::string& path() const { return path_; }

  /// Makes the folder `name` in it.
  void make_folder(const std::string& name);

  /// Puts it in the target's place. What stands in the target and neither is named by `ours` nor
  /// made anew stays there.
  void publish(const std::vector<std::string>& ours);

  /// What went wrong, in lower case; empty while nothing did.
  const std::string& failure() const { return failure_; }

 private:
  void fail(const std::string& what);
  void keep_foreign(const std::string& folder, const std::vector<std::string>& ours);
  bool exchange();

  std::string target_;
  std::string path_;
  std::string failure_;
};

}  // namespace stagecraft::feed
