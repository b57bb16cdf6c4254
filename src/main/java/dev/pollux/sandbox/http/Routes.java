package dev.pollux.sandbox.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The route table. A pattern is a path in which `{name}` stands for one segment and `{name=**}`
/// for any number of them; `{id}:cancel` is Google's custom verb. The most literal pattern wins.
final class Routes {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(=\\*\\*)?}");

  private record Route(
      String method, Pattern pattern, List<String> names, int literal, Handler handler) {}

  record Match(Handler handler, Map<String, String> variables) {}

  private final List<Route> routes = new CopyOnWriteArrayList<>();

  void add(String method, String pattern, Handler handler) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher variables = VARIABLE.matcher(pattern);
    int end = 0;
    int literal = 0;
    while (variables.find()) {
      regex.append(Pattern.quote(pattern.substring(end, variables.start())));
      literal += variables.start() - end;
      names.add(variables.group(1));
      regex.append(variables.group(2) == null ? "([^/]+?)" : "(.+?)");
      end = variables.end();
    }
    regex.append(Pattern.quote(pattern.substring(end)));
    literal += pattern.length() - end;
    routes.add(
        new Route(method, Pattern.compile(regex.toString()), List.copyOf(names), literal, handler));
    routes.sort(Comparator.comparingInt(Route::literal).reversed());
  }

  /// Finds the handler of a raw path.
  ///
  /// @throws Failure if no route has such a path, or none has the method
  Match find(String method, String path) {
    boolean pathKnown = false;
    for (Route route : routes) {
      Matcher matcher = route.pattern().matcher(path);
      if (matcher.matches()) {
        if (route.method().equals(method)) {
          return new Match(route.handler(), variables(route, matcher));
        }
        pathKnown = true;
      }
    }
    throw pathKnown
        ? new Failure(Reason.METHOD_NOT_ALLOWED, "The sandbox does not serve " + method + " here")
        : new Failure(Reason.NOT_FOUND, "The sandbox serves nothing at " + method + " " + path);
  }

  private static Map<String, String> variables(Route route, Matcher matcher) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < route.names().size(); i++) {
      String raw = matcher.group(i + 1);
      variables.put(route.names().get(i), PercentText.decoded(raw, "path"));
    }
    return variables;
  }
}
