### Texts: syntax
