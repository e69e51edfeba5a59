package dev.blipscope.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;

/// A field for a text that may be private: while it is covered it shows a dot for each letter, and
/// can be typed into none the less.
public final class PrivateField extends TextField {

  private static final String DOT = "\u2022";

  private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");

  public PrivateField() {
    // A skin reads the text only when that changes.
    covered.subscribe(() -> setSkin(createDefaultSkin()));
  }

  public BooleanProperty coveredProperty() {
    return covered;
  }

  public boolean isCovered() {
    return covered.get();
  }

  public void setCovered(boolean whether) {
    covered.set(whether);
  }

  private String seen(String text) {
    return isCovered() ? DOT.repeat(text.length()) : text;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new Covering(this);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && isCovered()
        ? seen(getText())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// Draws the text as it may be seen.
  private static final class Covering extends TextFieldSkin {

    Covering(PrivateField field) {
      super(field);
    }

    @Override
    protected String maskText(String text) {
      return getSkinnable() instanceof PrivateField field ? field.seen(text) : text;
    }
  }
}
