package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who answers as the test says, and who remembers what was asked.
final class Answers implements Asking {

  private final List<String> asked = new ArrayList<>();
  private final List<String> files;
  private final Optional<Integer> answer;

  /// @param files what the person chooses; nothing if the person thinks better of it
  /// @param answer the number of the answer to every question
  Answers(List<String> files, Optional<Integer> answer) {
    this.files = files;
    this.answer = answer;
  }

  static Answers none() {
    return new Answers(List.of(), Optional.empty());
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public List<String> files(String title) {
    asked.add(title);
    return files;
  }

  @Override
  public Optional<String> folder(String title) {
    asked.add(title);
    return files.stream().findFirst();
  }

  @Override
  public Optional<String> save(String title, String name) {
    asked.add(name);
    return files.stream().findFirst();
  }

  @Override
  public boolean sure(Question question) {
    asked.add(question.title());
    return answer.isPresent();
  }

  @Override
  public Optional<Integer> choose(Question question) {
    asked.addAll(question.answers());
    return answer;
  }
}
