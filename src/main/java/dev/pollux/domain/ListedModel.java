package dev.pollux.domain;

/// A published model as the service lists it.
///
/// @param id without a publisher, `gemini-2.5-flash`
/// @param stage the service's launch stage (`GA`, `PUBLIC_PREVIEW`, …)
public record ListedModel(String id, String stage) {}
