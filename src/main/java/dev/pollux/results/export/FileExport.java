package dev.pollux.results.export;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.RowPages;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import dev.pollux.files.DiskFullException;
import dev.pollux.files.WholeFile;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Writes rows of a table to a file, page by page, with a few pages in memory at a time. Until all
/// is written and on the disk it has another name beside the one that was asked for: under that
/// name there is the whole file, or what was there before.
public final class FileExport {
  private final Rows rows;

  /// Where to.
  ///
  /// @param exact text as it is, also what a spreadsheet would run as a formula
  public record Target(Path file, ExportFormat format, boolean exact) {}

  /// Takes the rows of a file, each with a value for each column.
  public interface RowTaker {
    void add(List<Value> row);
  }

  /// Gives the rows of a file, in their order.
  public interface Filling {
    void into(RowTaker rows) throws CloudException, InterruptedException;
  }

  /// What was written.
  ///
  /// @param cut cells that were too long for the form
  public record Written(long rows, long cut) {}

  /// Takes a row at a time and the file may refuse it: [IOException] cannot pass through the pages.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException why;

    Refused(IOException why) {
      super(why);
      this.why = why;
    }
  }

  public FileExport(Rows rows) {
    this.rows = rows;
  }

  /// Writes the file, in place of one that is there.
  ///
  /// @param read hears how many rows of the table were read so far
  /// @throws WholeFile.NotAFile when a folder or a device has that name
  /// @throws IOException when the file cannot be written: there is none, or the one that was there
  /// @throws TooManyRowsException when the form does not hold so many
  /// @throws DiskFullException when there is no room for it
  /// @throws CloudException when rows cannot be read, and nothing was written then
  /// @throws InterruptedException when the thread was interrupted, and nothing was written then
  public Written write(TableInfo table, ExportContent content, Target target, LongConsumer read)
      throws CloudException, IOException, InterruptedException {
    long[] seen = {0};
    return write(
        content.columns(),
        target,
        lines ->
            new RowPages(rows)
                .read(
                    table,
                    content.read(),
                    page -> page.rows().stream().map(content::values).toList(),
                    page -> {
                      for (Optional<List<Value>> row : page) {
                        row.ifPresent(lines::add);
                      }
                      seen[0] += page.size();
                      read.accept(seen[0]);
                    }));
  }

  /// Writes a file of rows that somebody else makes, in place of one that is there.
  ///
  /// @throws IOException as above
  /// @throws CloudException what `filling` throws, and nothing was written then
  /// @throws InterruptedException when the thread was interrupted, and nothing was written then
  public static Written write(List<Field> columns, Target target, Filling filling)
      throws CloudException, IOException, InterruptedException {
    Path file = target.file().toAbsolutePath();
    try (WholeFile whole = WholeFile.begin(file)) {
      try {
        Written written = write(columns, target, whole.part(), filling);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        whole.put();
        return written;
      } catch (ClosedByInterruptException e) {
        Thread.interrupted();
        throw (InterruptedException) new InterruptedException().initCause(e);
      } catch (TooManyRowsException e) {
        throw e;
      } catch (IOException e) {
        throw DiskFullException.told(file, e);
      }
    }
  }

  private static Written write(List<Field> columns, Target target, Path part, Filling filling)
      throws CloudException, IOException, InterruptedException {
    try (RowWriter writer = RowWriter.open(target.format(), part, columns, target.exact())) {
      Lines lines = new Lines(writer, target.format());
      filling.into(lines);
      writer.finish();
      return new Written(lines.count, writer.cut());
    } catch (Refused e) {
      throw e.why;
    }
  }

  /// The lines of a file, counted.
  private static final class Lines implements RowTaker {
    private final RowWriter writer;
    private final ExportFormat format;
    private long count;

    Lines(RowWriter writer, ExportFormat format) {
      this.writer = writer;
      this.format = format;
    }

    @Override
    public void add(List<Value> row) {
      try {
        if (count == format.mostRows()) {
          throw new TooManyRowsException(format);
        }
        writer.write(row);
        count++;
      } catch (IOException e) {
        throw new Refused(e);
      }
    }
  }
}
