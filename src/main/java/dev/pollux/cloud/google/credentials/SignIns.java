package dev.pollux.cloud.google.credentials;

import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.ExternalAccountAuthorizedUserCredentials;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.SignIn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Google's credentials say of themselves, without asking anybody.
public final class SignIns {
  private static final String WORKFORCE = "/workforcePools/";

  private SignIns() {}

  /// @param file where they lie; empty for a machine's own
  public static SignIn of(GoogleCredentials credentials, String file) {
    return switch (credentials) {
      case UserCredentials user -> new SignIn(Kind.USER, principal(user), file);
      case ServiceAccountCredentials account ->
          new SignIn(Kind.SERVICE_ACCOUNT, text(account.getClientEmail()), file);
      case ImpersonatedCredentials as ->
          new SignIn(Kind.IMPERSONATED, text(as.getAccount()), file, through(as));
      case ExternalAccountAuthorizedUserCredentials person ->
          new SignIn(Kind.WORKFORCE, principal(person), file);
      case ExternalAccountCredentials external -> external(external, file);
      case ComputeEngineCredentials _ -> new SignIn(Kind.MACHINE, "", file);
      default -> new SignIn(Kind.UNKNOWN, principal(credentials), file);
    };
  }

  private static SignIn external(ExternalAccountCredentials external, String file) {
    Kind kind = text(external.getAudience()).contains(WORKFORCE) ? Kind.WORKFORCE : Kind.WORKLOAD;
    return new SignIn(kind, text(external.getServiceAccountEmail()), file);
  }

  private static List<String> through(ImpersonatedCredentials as) {
    List<String> through = new ArrayList<>();
    String source = of(as.getSourceCredentials(), "").who();
    if (!source.isEmpty()) {
      through.add(source);
    }
    through.addAll(Objects.requireNonNullElse(as.toBuilder().getDelegates(), List.of()));
    return through;
  }

  private static String principal(GoogleCredentials credentials) {
    return text(credentials.getCredentialInfo().get("Principal"));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
