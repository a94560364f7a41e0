# Windows-1252, tabs, lines that end with CR, and no dates.
printf 'respondent\tkneading\tnotes\r\351t\351\t3\t\r\t4\tlater\r' > answers.csv
