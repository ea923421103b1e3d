### Texts: data
