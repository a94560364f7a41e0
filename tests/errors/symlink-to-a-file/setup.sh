ln -s /etc/passwd assessments/acme/2026-10.yaml
ln -s 2026-09.yaml assessments/acme/2026-11.yaml
