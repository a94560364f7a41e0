mv assessments ../elsewhere
ln -s ../elsewhere assessments
