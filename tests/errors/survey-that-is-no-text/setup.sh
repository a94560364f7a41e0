printf 'kneading\n\201\n' > answers.csv
