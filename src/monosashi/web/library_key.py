"""The key under which a viewer hands its library to each request; in a module that loads no tables."""

#: Under this key of the request's environment stands the library of a viewer.
LIBRARY = "monosashi.library"
