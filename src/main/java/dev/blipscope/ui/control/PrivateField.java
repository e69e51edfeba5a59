package dev.blipscope.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableBooleanProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;

/// A field for a text that may be private: while it is covered it shows a dot for each letter, and
/// can be typed into none the less. A style sheet covers it, with `-covered`, so that nobody has to
/// think of each such field.
public final class PrivateField extends TextField {

  private static final String DOT = "\u2022";

  private static final StyleablePropertyFactory<PrivateField> STYLES =
      new StyleablePropertyFactory<>(TextField.getClassCssMetaData());

  private static final CssMetaData<PrivateField, Boolean> COVERED =
      STYLES.createBooleanCssMetaData("-covered", field -> field.covered);

  private final SimpleStyleableBooleanProperty covered =
      new SimpleStyleableBooleanProperty(COVERED, this, "covered");

  public PrivateField() {
    getStyleClass().add("private-field");
    // A skin reads the text only when that changes.
    covered.subscribe(() -> setSkin(createDefaultSkin()));
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return STYLES.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return getClassCssMetaData();
  }

  private String seen(String text) {
    return covered.get() ? DOT.repeat(text.length()) : text;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new Covering(this);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
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
