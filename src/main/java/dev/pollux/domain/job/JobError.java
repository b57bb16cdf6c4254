package dev.pollux.domain.job;

/// Why a job failed, in the service's words; `code` is a google.rpc.Code.
public record JobError(int code, String message) {}
