package dev.blipscope.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets long work in the background wait while a person waits for something: few processors
/// would else be shared by both.
final class Courtesy {

  /// How long the background waits at most before it goes a step on, in milliseconds.
  private static final long MOST = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nobody = lock.newCondition();
  private int awaited;
  private boolean layingOut;

  /// Does what a person waits for.
  void first(Runnable task) {
    change(1);
    try {
      task.run();
    } finally {
      change(-1);
    }
  }

  /// Says that the window is laid out from now on, or no more.
  void laysOut(boolean now) {
    lock.lock();
    try {
      layingOut = now;
      tell();
    } finally {
      lock.unlock();
    }
  }

  /// Waits as long as something is done that a person waits for, but never for long.
  void giveWay() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(MOST);
      while (isBusy() && left > 0) {
        left = nobody.awaitNanos(left);
      }
      if (left <= 0) {
        // A frame that failed does not say that it ended.
        layingOut = false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void change(int by) {
    lock.lock();
    try {
      awaited += by;
      tell();
    } finally {
      lock.unlock();
    }
  }

  private boolean isBusy() {
    return awaited > 0 || layingOut;
  }

  private void tell() {
    if (!isBusy()) {
      nobody.signalAll();
    }
  }
}
