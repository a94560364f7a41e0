printf 'subjekt\033[31m: x\n' > assessments/acme/2026-09.yaml
