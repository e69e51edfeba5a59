package dev.blipscope.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call as it was read, before the ledger knows whether it came before.
///
/// @param messageId none if one must be assigned
/// @param discard why it is dropped; none if it is good
/// @param timestamp when it happened, set right
/// @param tables the tables it gets a row in if it is kept
record Draft(
    @Nullable String messageId,
    @Nullable CallType type,
    @Nullable String event,
    @Nullable String userId,
    @Nullable Discard discard,
    Instant timestamp,
    @Nullable Instant sentAt,
    List<String> tables,
    int size,
    String json) {}
