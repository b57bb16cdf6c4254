package dev.pollux.cloud;

import java.util.List;

/// Models as the service lists them.
public interface Models {
  /// Google's published models. `stage` is the service's launch stage (`GA`, `PUBLIC_PREVIEW`, …).
  List<Listed> published() throws CloudException;

  record Listed(String id, String stage) {}
}
