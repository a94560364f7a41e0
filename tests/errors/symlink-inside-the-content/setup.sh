mv content/models/tea ../tea
ln -s ../../../tea content/models/tea
