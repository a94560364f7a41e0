head -c 4200000 /dev/zero | tr "\\0" "#" >> assessments/acme/2026-09.yaml
