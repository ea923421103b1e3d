### Texts: tables
