package dev.pollux.cloud;

import java.util.List;

/// Who calls the cloud, and by what. Holds nothing secret: no token, no key, no refresh token.
///
/// @param who the mail address of the account; empty where the credentials do not say
/// @param file where they lie; empty for a machine's own and for the sandbox's token
/// @param through the accounts that are acted through on the way, the first one first
public record SignIn(Kind kind, String who, String file, List<String> through) {
  /// What the credentials are
  /// (https://docs.cloud.google.com/docs/authentication/application-default-credentials).
  public enum Kind {
    /// The sandbox's own token.
    SANDBOX,
    /// A person, by `gcloud auth application-default login`.
    USER,
    /// The key file of a service account.
    SERVICE_ACCOUNT,
    /// A person or an account that acts as a service account.
    IMPERSONATED,
    /// A workload of another cloud, or of an identity provider.
    WORKLOAD,
    /// A person of an organisation's identity provider.
    WORKFORCE,
    /// The account of a machine of Google's.
    MACHINE,
    /// None that Pollux knows.
    UNKNOWN
  }

  /// There are none, as far as anybody knows.
  public static final SignIn NONE = new SignIn(Kind.UNKNOWN, "", "");

  public SignIn {
    through = List.copyOf(through);
  }

  public SignIn(Kind kind, String who, String file) {
    this(kind, who, file, List.of());
  }
}
