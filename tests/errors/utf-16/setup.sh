printf '\377\376s\000u\000b\000' > assessments/acme/2026-09.yaml
