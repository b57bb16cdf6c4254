package dev.pollux.ui.jobs;

/// A job by what a person calls it.
///
/// @param key names it in the list
/// @param created when, in words
public record NamedJob(String key, String title, String created) {}
