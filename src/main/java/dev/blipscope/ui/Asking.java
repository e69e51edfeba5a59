package dev.blipscope.ui;

import java.util.List;
import java.util.Optional;

/// Asks a person for files, and for decisions.
public interface Asking {

  /// A question with its answers.
  ///
  /// @param answers what can be chosen; the first one is the careful one
  record Question(String title, String text, List<String> answers) {
    public Question {
      answers = List.copyOf(answers);
    }
  }

  /// The files to open; none if the person thought better of it.
  List<String> files(String title);

  Optional<String> folder(String title);

  /// The file to write.
  ///
  /// @param name what it could be called
  Optional<String> save(String title, String name);

  /// Asks before something that cannot be undone.
  boolean sure(Question question);

  /// The number of the answer; none if the person thought better of it.
  Optional<Integer> choose(Question question);
}
