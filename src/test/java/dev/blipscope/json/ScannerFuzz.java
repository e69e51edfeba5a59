package dev.blipscope.json;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Throws bytes at the scanner; Jackson tells what it should have said.
class ScannerFuzz {

  private final Agreement agreement = new Agreement();

  @FuzzTest
  void scanner_and_jackson_agree(byte[] bytes) {
    agreement.on(bytes);
  }
}
