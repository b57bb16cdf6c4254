package dev.pollux.ui.wizard.step;

import dev.pollux.draft.Draft;
import dev.pollux.draft.state.DraftState;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextInputControl;

/// Ties a text on the screen to a text of the draft, in both directions. Where the draft leaves the
/// choice to Pollux, the field shows what Pollux proposes, also where it has the focus already; a
/// person who clears it while writing is not interrupted: the proposal comes back when they leave
/// the field.
public final class DraftText {
  private final StringProperty text;
  private final Function<DraftState, String> typed;
  private final Function<DraftState, String> proposed;
  private boolean showing;
  private boolean written;

  private DraftText(
      StringProperty text,
      Function<DraftState, String> typed,
      Function<DraftState, String> proposed) {
    this.text = text;
    this.typed = typed;
    this.proposed = proposed;
  }

  /// @param what names the edit, see [DraftModel#edit]
  /// @param proposed what is shown where nothing was typed; an empty text for nothing
  public static DraftText bind(
      TextInputControl field,
      DraftModel model,
      String what,
      Function<DraftState, String> typed,
      Function<DraftState, String> proposed,
      BiFunction<Draft, String, Draft> change) {
    return bind(
        field.textProperty(), field.focusedProperty(), model, what, typed, proposed, change);
  }

  /// The same for a text that is not in a text field.
  public static DraftText bind(
      StringProperty text,
      ReadOnlyBooleanProperty focused,
      DraftModel model,
      String what,
      Function<DraftState, String> typed,
      Function<DraftState, String> proposed,
      BiFunction<Draft, String, Draft> change) {
    DraftText bound = new DraftText(text, typed, proposed);
    text.subscribe((_, now) -> {
      if (!bound.showing) {
        bound.written = focused.get();
        model.edit(what, draft -> change.apply(draft, now));
      }
    });
    focused.subscribe((_, in) -> {
      bound.written = false;
      if (!in) {
        model.endEdit();
        bound.show(model.now());
      }
    });
    return bound;
  }

  /// Shows the draft. Called by the view with each change.
  public void show(DraftState state) {
    String said = typed.apply(state);
    String shown = said.isEmpty() && !written ? proposed.apply(state) : said;
    if (!shown.equals(text.get())) {
      showing = true;
      try {
        text.set(shown);
      } finally {
        showing = false;
      }
    }
  }
}
