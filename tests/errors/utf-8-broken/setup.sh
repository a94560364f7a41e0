printf 'scope: caf\351 and \300\257\n' >> assessments/acme/2026-09.yaml
