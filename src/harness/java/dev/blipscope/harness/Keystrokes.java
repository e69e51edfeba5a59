package dev.blipscope.harness;

import atlantafx.base.theme.PrimerLight;
import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import dev.blipscope.ui.control.JsonEditor;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Types in the middle of a big text in an editor and prints what each key took: nanoseconds until
/// the frame that shows it was drawn, until the one that has its colours was, and of the JavaFX
/// thread for both.
///
/// Takes the size of the text in megabytes and the number of keys; the first third only warms up.
final class Keystrokes {

  private static final String KEYS = "abc123";

  private final JsonEditor editor = new JsonEditor();
  private final Scene scene = new Scene(editor, 960, 640);
  private final CountDownLatch done = new CountDownLatch(1);
  private final int keys;

  private Keystrokes(int keys) {
    this.keys = keys;
  }

  public static void main(String[] args) throws Exception {
    String text = text(Integer.parseInt(args[0]) << 20);
    var ready = new CompletableFuture<Keystrokes>();
    Platform.startup(() -> ready.complete(new Keystrokes(Integer.parseInt(args[1]))));
    var typing = ready.get();
    Platform.runLater(() -> typing.open(text));
    typing.done.await();
    System.exit(0);
  }

  /// Payloads that nobody sent, laid out.
  private static String text(int size) {
    var text = new StringBuilder(size + 200).append("[\n");
    for (int i = 0; text.length() < size; i++) {
      text.append("  {\n    \"id\": \"").append(Integer.toHexString(i * 0x9E3779B9));
      text.append("\",\n    \"storageDate\": \"2025-01-01T00:00:00Z\",\n    \"count\": ");
      text.append(i).append(",\n    \"read\": true\n  },\n");
    }
    return text.append("  null\n]\n").toString();
  }

  private void open(String text) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    editor.setWorker(Executors.newSingleThreadExecutor());
    editor.setEditable(true);
    editor.requestFocus();
    long asked = System.nanoTime();
    editor.show(text);
    editor.reveal(text.length() / 2, text.length() / 2);
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (editor.getCaret() > 0 && ++pulses > 30) {
          stop();
          System.out.println("shown " + (System.nanoTime() - asked) + " 0");
          type();
        }
      }
    }.start();
  }

  private void type() {
    var thread = ManagementFactory.getThreadMXBean();
    Node area = scene.getFocusOwner();
    new AnimationTimer() {
      private int count;
      private int pulse;
      private long wall;
      private volatile long drawn;
      private long cpu;

      @Override
      public void handle(long now) {
        // This pulse hands the key to the renderer, the next one its colours. The renderer works in
        // order, so a job that the next pulse hands to it begins when the key is drawn; a third
        // pulse begins only after that.
        int phase = pulse++ % 3;
        if (phase == 1) {
          long typed = wall;
          Toolkit.getToolkit().addRenderJob(new RenderJob(() -> drawn = System.nanoTime() - typed));
        }
        if (phase != 0) {
          return;
        }
        if (count > keys / 3) {
          long coloured = System.nanoTime() - wall;
          long worked = thread.getCurrentThreadCpuTime() - cpu;
          System.out.println("key " + drawn + " " + coloured + " " + worked);
        }
        if (count++ == keys) {
          stop();
          done.countDown();
          return;
        }
        String key = KEYS.substring(count % KEYS.length(), count % KEYS.length() + 1);
        wall = System.nanoTime();
        cpu = thread.getCurrentThreadCpuTime();
        area.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_TYPED, key, "", KeyCode.UNDEFINED, false, false, false, false));
      }
    }.start();
  }
}
