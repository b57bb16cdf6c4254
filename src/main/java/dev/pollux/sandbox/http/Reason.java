package dev.pollux.sandbox.http;

/// The closed list of reasons a request can fail for, with Google's own names, HTTP codes and
/// statuses ([error messages](https://cloud.google.com/bigquery/docs/error-messages)).
public enum Reason {
  UNAUTHENTICATED("required", 401, "UNAUTHENTICATED"),
  AUTH_ERROR("authError", 401, "UNAUTHENTICATED"),
  FORBIDDEN("forbidden", 403, "PERMISSION_DENIED"),
  ACCESS_DENIED("accessDenied", 403, "PERMISSION_DENIED"),
  ACCESS_NOT_CONFIGURED("accessNotConfigured", 403, "PERMISSION_DENIED"),
  BILLING_NOT_ENABLED("billingNotEnabled", 403, "PERMISSION_DENIED"),
  INSUFFICIENT_PERMISSIONS("insufficientPermissions", 403, "PERMISSION_DENIED"),
  RESPONSE_TOO_LARGE("responseTooLarge", 403, "PERMISSION_DENIED"),
  NOT_FOUND("notFound", 404, "NOT_FOUND"),
  METHOD_NOT_ALLOWED("httpMethodNotAllowed", 405, "INVALID_ARGUMENT"),
  DUPLICATE("duplicate", 409, "ALREADY_EXISTS"),
  CONDITION_NOT_MET("conditionNotMet", 412, "FAILED_PRECONDITION"),
  FAILED_PRECONDITION("failedPrecondition", 400, "FAILED_PRECONDITION"),
  TOO_LARGE("uploadTooLarge", 413, "INVALID_ARGUMENT"),
  INVALID("invalid", 400, "INVALID_ARGUMENT"),
  PARSE_ERROR("parseError", 400, "INVALID_ARGUMENT"),
  INVALID_QUERY("invalidQuery", 400, "INVALID_ARGUMENT"),
  RESOURCES_EXCEEDED("resourcesExceeded", 400, "INVALID_ARGUMENT"),
  RESOURCE_IN_USE("resourceInUse", 400, "FAILED_PRECONDITION"),
  STOPPED("stopped", 499, "CANCELLED"),
  RATE_LIMIT("rateLimitExceeded", 429, "RESOURCE_EXHAUSTED"),
  INTERNAL("internalError", 500, "INTERNAL"),
  NOT_IMPLEMENTED("notImplemented", 501, "UNIMPLEMENTED"),
  UNAVAILABLE("backendError", 503, "UNAVAILABLE");

  private final String word;
  private final int code;
  private final String status;

  Reason(String word, int code, String status) {
    this.word = word;
    this.code = code;
    this.status = status;
  }

  /// The `reason` on the wire.
  public String word() {
    return word;
  }

  /// The HTTP status code.
  public int code() {
    return code;
  }

  /// The canonical `status` on the wire, a gRPC code's name.
  public String status() {
    return status;
  }
}
