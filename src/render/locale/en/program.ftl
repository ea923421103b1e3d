### Texts: program
