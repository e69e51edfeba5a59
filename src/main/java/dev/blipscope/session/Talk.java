package dev.blipscope.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the program tells about what it does.
///
/// @param jobs what takes a while
/// @param notice what was said last and is not yet seen
/// @param said how many notices there were
/// @param kept how many bytes of what is open are kept on the disk
/// @param mishap a mistake of ours that the person is being told of
/// @param outlived the codes of mistakes after which the person went on
/// @param log the folder of the log; empty while nobody said
public record Talk(
    List<Job> jobs,
    @Nullable Notice notice,
    long said,
    long kept,
    @Nullable Mishap mishap,
    Set<String> outlived,
    String log) {

  static final Talk NONE = new Talk(List.of(), null, 0, 0, null, Set.of(), "");

  public Talk {
    jobs = List.copyOf(jobs);
    outlived = Set.copyOf(outlived);
  }

  Talk with(Job job) {
    var all = new ArrayList<>(jobs);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id() == job.id()) {
        all.set(i, job);
        return with(all);
      }
    }
    all.add(job);
    return with(all);
  }

  Talk without(long job) {
    return with(jobs.stream().filter(known -> known.id() != job).toList());
  }

  private Talk with(List<Job> others) {
    return new Talk(others, notice, said, kept, mishap, outlived, log);
  }

  Talk saying(Notice.Weight weight, String key, List<String> words, boolean undoable) {
    var next = new Notice(said + 1, weight, key, words, undoable);
    return new Talk(jobs, next, said + 1, kept, mishap, outlived, log);
  }

  Talk heard() {
    return new Talk(jobs, null, said, kept, mishap, outlived, log);
  }

  Talk keeping(long bytes) {
    return new Talk(jobs, notice, said, bytes, mishap, outlived, log);
  }

  /// What happens while the person is being told of another mistake is counted there. After one
  /// that was told before, the person wants to go on, and gets a sentence only.
  Talk failing(Mishap another) {
    if (mishap != null) {
      return telling(mishap.and(another));
    }
    return outlived.contains(another.code())
        ? saying(Notice.Weight.FAILED, "notice.mishap-again", List.of(another.code()), false)
        : telling(another);
  }

  private Talk telling(Mishap other) {
    return new Talk(jobs, notice, said, kept, other, outlived, log);
  }

  /// The person goes on after a mistake.
  Talk outliving() {
    if (mishap == null) {
      return this;
    }
    var codes = new HashSet<>(outlived);
    codes.add(mishap.code());
    return new Talk(jobs, notice, said, kept, null, codes, log);
  }

  Talk logging(String folder) {
    return new Talk(jobs, notice, said, kept, mishap, outlived, folder);
  }
}
