package dev.pollux.profile;

/// How long the values of a column are. Of an even number of values the middle one is the lower of
/// both.
public record Lengths(long least, long middle, long most) {}
