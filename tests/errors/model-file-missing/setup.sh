rm content/models/tea/model.yaml
touch content/models/tea/notes.txt
