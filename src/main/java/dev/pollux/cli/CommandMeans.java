package dev.pollux.cli;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// What the commands reach the world by; who starts them hands it to them.
///
/// @param nanos a clock that only goes forward, as [System#nanoTime()]
public record CommandMeans(
    CloudOpener clouds, JournalOpener journals, InstantSource clock, LongSupplier nanos) {}
