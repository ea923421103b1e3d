### Texts: terms
