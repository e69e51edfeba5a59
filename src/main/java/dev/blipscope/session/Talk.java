package dev.blipscope.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the program tells about what it does.
///
/// @param jobs what takes a while
/// @param notice what was said last and is not yet seen
/// @param said how many notices there were
/// @param kept how many bytes of what is open are kept on the disk
public record Talk(List<Job> jobs, @Nullable Notice notice, long said, long kept) {

  static final Talk NONE = new Talk(List.of(), null, 0, 0);

  public Talk {
    jobs = List.copyOf(jobs);
  }

  Talk with(Job job) {
    var all = new ArrayList<>(jobs);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id() == job.id()) {
        all.set(i, job);
        return new Talk(all, notice, said, kept);
      }
    }
    all.add(job);
    return new Talk(all, notice, said, kept);
  }

  Talk without(long job) {
    return new Talk(jobs.stream().filter(known -> known.id() != job).toList(), notice, said, kept);
  }

  Talk saying(Notice.Weight weight, String key, List<String> words, boolean undoable) {
    return new Talk(jobs, new Notice(said + 1, weight, key, words, undoable), said + 1, kept);
  }

  Talk heard() {
    return new Talk(jobs, null, said, kept);
  }

  Talk keeping(long bytes) {
    return new Talk(jobs, notice, said, bytes);
  }
}
