"""The studio: Qt front end. Knows Qt and the public API of `engine`; starts `training` as a process."""
