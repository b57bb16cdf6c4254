package dev.pollux.app.connecting;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Permissions;
import java.util.Set;

/// [Permissions] of a cloud that is waited for.
record WaitingPermissions(There there) implements Permissions {
  @Override
  public Set<String> granted(String project, Set<String> wanted) throws CloudException {
    return there.get().permissions().granted(project, wanted);
  }

  @Override
  public String number(String project) throws CloudException {
    return there.get().permissions().number(project);
  }
}
