rm assessments/acme/2026-09.yaml
mkfifo assessments/acme/2026-09.yaml
