/// The window: views in FXML, a thin controller and a view model for each.
@NullMarked
package dev.blipscope.ui;

import org.jspecify.annotations.NullMarked;
