package dev.blipscope.segment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try to bring a call to a target: what went over the wire and what came back, the key as
/// dots.
///
/// @param number which try it was, from 1
/// @param began when, by the clock of this machine
/// @param took until the answer was there, or until it was clear that none comes
/// @param together how many calls the request carried
/// @param request the request as it was: its line, its headers, and of its body this call's part
/// @param status the status of the answer; none if there was no answer
/// @param response the answer as it was, cut if it is long; empty if there was none
/// @param led to which state it led
public record Attempt(
    int number,
    Instant began,
    Duration took,
    int together,
    String request,
    @Nullable Integer status,
    String response,
    CallState led) {}
