package dev.blipscope.session;

import dev.blipscope.segment.Target;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that the window shows. It never changes; an event makes a new one.
///
/// @param pile everything that came in
/// @param listing which of it the list shows
/// @param survey what is to be said about all of it
/// @param opening what a person looks at
/// @param choice the profiles
/// @param outgoing where calls go, and what became of them
/// @param talk what the program tells about what it does
/// @param settings how a person likes the window
public record Session(
    Pile pile,
    Listing listing,
    Survey survey,
    Opening opening,
    Choice choice,
    Outgoing outgoing,
    Talk talk,
    Settings settings) {

  /// What a newcomer finds.
  public static Session first(Settings settings) {
    return new Session(
        Pile.EMPTY,
        Listing.NONE,
        Survey.NONE,
        Opening.NONE,
        Choice.builtIn(),
        Outgoing.FIRST,
        Talk.NONE,
        settings);
  }

  // What views ask for most

  public Deck deck() {
    return pile.deck();
  }

  /// The text that a payload came with.
  public Optional<Source> source(RowKey row) {
    return Optional.ofNullable(pile.sources().get(row.batch()));
  }

  public Set<RowKey> chosen() {
    return opening.chosen();
  }

  public @Nullable Desk desk() {
    return opening.desk();
  }

  public Focus focus() {
    return opening.focus();
  }

  public Map<String, KnownProfile> profiles() {
    return choice.known();
  }

  /// The name of the profile that payloads are mapped by.
  public String profile() {
    return choice.name();
  }

  public KnownProfile profileInUse() {
    return choice.inUse();
  }

  /// The profile that is being edited; none if nobody does.
  public @Nullable Editing editing() {
    return choice.editing();
  }

  /// In what two profiles differ; none if nobody asked, or while it is being worked out.
  public @Nullable Comparison comparison() {
    return choice.comparing().found();
  }

  /// Where calls go.
  public Target target() {
    return outgoing.target();
  }

  public List<Job> jobs() {
    return talk.jobs();
  }

  public @Nullable Notice notice() {
    return talk.notice();
  }

  // The next session

  Session with(Pile other) {
    return new Session(other, listing, survey, opening, choice, outgoing, talk, settings);
  }

  Session with(Listing other) {
    return new Session(pile, other, survey, opening, choice, outgoing, talk, settings);
  }

  Session with(Survey other) {
    return new Session(pile, listing, other, opening, choice, outgoing, talk, settings);
  }

  Session with(Opening other) {
    return new Session(pile, listing, survey, other, choice, outgoing, talk, settings);
  }

  Session with(Choice other) {
    return new Session(pile, listing, survey, opening, other, outgoing, talk, settings);
  }

  Session with(Outgoing other) {
    return new Session(pile, listing, survey, opening, choice, other, talk, settings);
  }

  Session with(Talk other) {
    return new Session(pile, listing, survey, opening, choice, outgoing, other, settings);
  }

  Session with(Settings other) {
    return new Session(pile, listing, survey, opening, choice, outgoing, talk, other);
  }
}
