### Texts: expressions
