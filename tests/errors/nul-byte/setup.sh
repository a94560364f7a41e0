printf 'subject: \000\n' > assessments/acme/2026-09.yaml
