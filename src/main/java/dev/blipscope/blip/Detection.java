package dev.blipscope.blip;

import dev.blipscope.blip.Foreign.Sighting;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a payload is, by which rule, and what else it might be.
///
/// @param kind the kind; none if the payload is unsupported
/// @param rule the rule that decided
/// @param candidates the kinds whose marker was believed; of a tie those that are even
/// @param nearest of an unsupported payload: the kind that it resembles most
/// @param foreign of an unsupported payload: what it is instead
/// @param rivals what the rules that integrators use would say, where they disagree
public record Detection(
    @Nullable Kind kind,
    Rule rule,
    List<Kind> candidates,
    @Nullable Kind nearest,
    @Nullable Sighting foreign,
    List<Rival> rivals) {

  public Detection {
    candidates = List.copyOf(candidates);
    rivals = List.copyOf(rivals);
  }

  /// How a kind was decided.
  public enum Rule {
    /// It is something else that is known.
    FOREIGN_SHAPE("foreign-shape", Basis.ASSUMED),
    /// There is one marker.
    ONE_CANDIDATE("one-candidate", Basis.DOCUMENTED),
    /// There are several markers, and what belongs to them is there for one only.
    ONE_IN_COMPANY("one-in-company", Basis.ASSUMED),
    /// Several markers; one kind has a larger share of its mandatory fields.
    LARGER_SHARE("larger-share", Basis.ASSUMED),
    /// Several markers, and no kind is ahead.
    TIE("tie", Basis.ASSUMED),
    /// There is no marker.
    NO_CANDIDATE("no-candidate", Basis.DOCUMENTED),
    /// There is a marker, but nothing that belongs to it.
    NO_COMPANY("no-company", Basis.ASSUMED),
    /// The payload alone did not decide; the receiver's URL is kept for one kind.
    RESERVED_RECEIVER("reserved-receiver", Basis.DOCUMENTED);

    private final String word;
    private final Basis basis;

    Rule(String word, Basis basis) {
      this.word = word;
      this.basis = basis;
    }

    public String word() {
      return word;
    }

    public Basis basis() {
      return basis;
    }
  }

  /// The rivals in the words of integrators; none if there is no rival.
  public @Nullable String rivalWords() {
    return rivals.isEmpty()
        ? null
        : rivals.stream().map(Rival::word).collect(Collectors.joining(", "));
  }

  /// A rule of thumb from Blip's community that says something else than the documentation.
  public enum Rival {
    SOURCE("source -> contact"),
    SEQUENTIAL_ID("sequentialId -> ticket");

    private final String word;

    Rival(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
