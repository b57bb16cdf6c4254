package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.catalog.TableGuard;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.function.ExpressionWalk;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Watches the guarded tables of one statement: required filters, and columns that may not be read.
final class GuardedReads {
  private static final List<String> COMPARISONS = List.of("=", "<", "<=", ">", ">=");

  record MustFilter(TablePath table, String column) {}

  private record Tagged(TablePath table, String column, String tag, String duckName) {}

  /// Tables of the SELECT at hand that are still to be narrowed.
  record Open(List<MustFilter> tables) {}

  private List<MustFilter> open = new ArrayList<>();
  private final List<Tagged> tagged = new ArrayList<>();

  /// A SELECT begins.
  ///
  /// @return what is open around it, for [#filtered]
  Open begins() {
    Open around = new Open(open);
    open = new ArrayList<>();
    return around;
  }

  /// A table is read under an alias of DuckDB's.
  void reads(TablePath table, TableGuard guard, String alias) {
    guard.mustFilter().ifPresent(column -> open.add(new MustFilter(table, column)));
    guard
        .tagged()
        .forEach((column, tag) ->
            tagged.add(new Tagged(table, column, tag, alias + "." + DuckSyntax.name(column))));
  }

  /// The tables that a SELECT named must be narrowed by its own WHERE.
  ///
  /// @param around what is open around it
  /// @throws SqlException in the service's words, if one is not
  void filtered(Ast.@Nullable Expr where, Open around) throws SqlException {
    for (MustFilter must : open) {
      if (where == null || !narrows(where, must.column())) {
        throw SqlException.invalid(
            "Cannot query over table '%s.%s.%s' without a filter over column(s) '%s' that can be used for partition elimination"
                .formatted(
                    must.table().project(),
                    must.table().dataset(),
                    must.table().table(),
                    must.column()));
      }
    }
    open = around.tables();
  }

  private static boolean narrows(Ast.Expr expr, String column) {
    return switch (expr) {
      case Ast.Binary both when both.operator().equalsIgnoreCase("AND") ->
          narrows(both.left(), column) || narrows(both.right(), column);
      case Ast.Binary both when both.operator().equalsIgnoreCase("OR") ->
          narrows(both.left(), column) && narrows(both.right(), column);
      case Ast.Binary both when COMPARISONS.contains(both.operator()) ->
          (isColumn(both.left(), column) && isConstant(both.right()))
              || (isColumn(both.right(), column) && isConstant(both.left()));
      case Ast.Between between ->
          isColumn(between.operand(), column)
              && isConstant(between.low())
              && isConstant(between.high());
      case Ast.In in -> !in.not() && isColumn(in.operand(), column);
      case Ast.Is is -> isColumn(is.operand(), column);
      default -> false;
    };
  }

  private static boolean isColumn(Ast.Expr expr, String column) {
    return switch (expr) {
      case Ast.Name name -> name.path().getLast().equalsIgnoreCase(column);
      case Ast.Call call ->
          call.name().equalsIgnoreCase("DATE")
              && call.arguments().size() == 1
              && isColumn(call.arguments().getFirst().value(), column);
      default -> false;
    };
  }

  private static boolean isConstant(Ast.Expr expr) {
    return !ExpressionWalk.hasName(expr);
  }

  /// @param duckSql the whole statement
  /// @throws SqlException in the service's words, if it reads a column that may not be read
  void untagged(String duckSql) throws SqlException {
    Map<String, List<String>> denied = new TreeMap<>();
    for (Tagged column : tagged) {
      if (duckSql.contains(column.duckName())) {
        TablePath table = column.table();
        denied
            .computeIfAbsent(column.tag(), _ -> new ArrayList<>())
            .add(
                table.project()
                    + "."
                    + table.dataset()
                    + "."
                    + table.table()
                    + "."
                    + column.column());
      }
    }
    for (Map.Entry<String, List<String>> tag : denied.entrySet()) {
      throw SqlException.accessDenied(
          "Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get"
              + " permission to get data protected by policy tag \""
              + tag.getKey()
              + (tag.getValue().size() == 1 ? "\" on column " : "\" on columns ")
              + String.join(", ", tag.getValue())
              + ".");
    }
  }
}
