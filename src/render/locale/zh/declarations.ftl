### Texts: declarations
