package dev.pollux.ui.connection;

import java.util.Locale;

/// What can be wrong with the sandbox's project, as the panel lists it: each has a name and a
/// sentence among the words.
public enum SandboxCondition {
  SIGNED_OUT,
  PROJECT_GONE,
  BIGQUERY_API_OFF,
  VERTEX_API_OFF,
  BILLING_OFF,
  BIGQUERY_ROLE_MISSING,
  POLICY_TAG_CLOSED,
  ROW_ACCESS_CLOSED,
  DRIVE_SCOPE_MISSING,
  VERTEX_ROLE_MISSING,
  LEAST_PRIVILEGE,
  QUOTA_PROJECT_DENIED,
  QUOTA_PROJECT_DEMANDED,
  SCOPE_MISSING,
  SERVICE_PERIMETER,
  MODEL_FORBIDDEN,
  LOCATION_FORBIDDEN,
  MODEL_ELSEWHERE,
  MODELS_PARTLY_LISTED,
  OTHER_MODEL_ANSWERS,
  TUNED_NOT_DEPLOYED,
  AGENTS_PROVISIONING,
  AGENT_ROLE_MISSING,
  POLICY_HIDDEN,
  ROWS_STREAMED,
  COPIES_FAIL,
  COPY_REPLIES_LOST;

  /// On the wire, and in the keys of its words.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
