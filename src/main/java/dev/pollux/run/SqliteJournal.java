package dev.pollux.run;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// The journal in one SQLite file. `synchronous=FULL` with a write-ahead log syncs at each commit
/// (https://www.sqlite.org/pragma.html#pragma_synchronous), so a commit outlives kill -9 and power
/// loss. One connection, one call at a time.
final class SqliteJournal implements Journal {
  private static final String[] SCHEMA = {
    """
    CREATE TABLE IF NOT EXISTS run (
      id TEXT PRIMARY KEY, stage TEXT NOT NULL, plan TEXT NOT NULL, job TEXT, problem TEXT,
      created TEXT NOT NULL, changed TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE IF NOT EXISTS step (
      run TEXT NOT NULL REFERENCES run(id), stage TEXT NOT NULL, at TEXT NOT NULL,
      problem TEXT) STRICT
    """,
    "CREATE TABLE IF NOT EXISTS bill (job TEXT PRIMARY KEY, usd REAL NOT NULL) STRICT",
  };
  private final Connection connection;

  private SqliteJournal(Connection connection) {
    this.connection = connection;
  }

  static SqliteJournal open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5000);
    config.enforceForeignKeys(true);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.execute(sql);
        }
      }
      connection.commit();
      return new SqliteJournal(connection);
    } catch (SQLException e) {
      throw broken("open " + file, e);
    }
  }

  @Override
  public synchronized void begin(Run run) {
    write(
        "INSERT INTO run (stage, plan, job, problem, created, changed, id) VALUES (?,?,?,?,?,?,?)",
        run,
        null);
  }

  @Override
  public synchronized Run move(Run before, Run after) {
    boolean written =
        write(
            "UPDATE run SET stage=?, plan=?, job=?, problem=?, created=?, changed=?"
                + " WHERE id=? AND stage=?",
            after,
            before.stage());
    return written
        ? after
        : find(after.plan().id())
            .orElseThrow(() -> new IllegalStateException("no run " + after.plan().id()));
  }

  private boolean write(String sql, Run run, @org.jspecify.annotations.Nullable RunStage expected) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, run);
      if (expected != null) {
        statement.setString(8, expected.name());
      }
      boolean written = statement.executeUpdate() == 1;
      if (written) {
        addStep(run);
      }
      connection.commit();
      return written;
    } catch (SQLException e) {
      rollBack();
      if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        throw new IllegalStateException("run " + run.plan().id() + " is there already", e);
      }
      throw broken("write run " + run.plan().id(), e);
    }
  }

  private static void fill(PreparedStatement statement, Run run) throws SQLException {
    statement.setString(1, run.stage().name());
    statement.setString(2, PlanJson.write(run.plan()));
    statement.setString(3, run.job().map(JobName::toString).orElse(null));
    statement.setString(4, run.problem().orElse(null));
    statement.setString(5, run.created().toString());
    statement.setString(6, run.changed().toString());
    statement.setString(7, run.plan().id().id());
  }

  private void addStep(Run run) throws SQLException {
    try (PreparedStatement step =
        connection.prepareStatement(
            "INSERT INTO step (run, stage, at, problem) VALUES (?,?,?,?)")) {
      step.setString(1, run.plan().id().id());
      step.setString(2, run.stage().name());
      step.setString(3, run.changed().toString());
      step.setString(4, run.problem().orElse(null));
      step.executeUpdate();
    }
  }

  @Override
  public synchronized Optional<Run> find(RunId id) {
    return select("WHERE id=?", id.id()).stream().findFirst();
  }

  @Override
  public synchronized List<Run> runs() {
    return select("ORDER BY created DESC, rowid DESC");
  }

  private List<Run> select(String tail, String... values) {
    String sql = "SELECT stage, plan, job, problem, created, changed FROM run " + tail;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<Run> runs = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          runs.add(read(rows));
        }
      }
      connection.commit();
      return List.copyOf(runs);
    } catch (SQLException e) {
      rollBack();
      throw broken("read", e);
    }
  }

  @Override
  public synchronized void bill(JobName job, double usd) {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO bill (job, usd) VALUES (?,?)")) {
      statement.setString(1, job.toString());
      statement.setDouble(2, usd);
      statement.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      rollBack();
      throw broken("write the bill of " + job, e);
    }
  }

  @Override
  public synchronized Map<JobName, Double> bills() {
    Map<JobName, Double> bills = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT job, usd FROM bill")) {
      while (rows.next()) {
        bills.put(JobName.parse(rows.getString(1)), rows.getDouble(2));
      }
      connection.commit();
      return bills;
    } catch (SQLException e) {
      rollBack();
      throw broken("read the bills", e);
    }
  }

  private static Run read(ResultSet row) throws SQLException {
    return new Run(
        PlanJson.read(row.getString("plan")),
        RunStage.valueOf(row.getString("stage")),
        Optional.ofNullable(row.getString("job")).map(JobName::parse),
        Optional.ofNullable(row.getString("problem")),
        Instant.parse(row.getString("created")),
        Instant.parse(row.getString("changed")));
  }

  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw broken("roll back", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw broken("close", e);
    }
  }

  private static UncheckedIOException broken(String what, SQLException cause) {
    return new UncheckedIOException(
        new IOException("the journal could not " + what + ": " + cause.getMessage(), cause));
  }
}
