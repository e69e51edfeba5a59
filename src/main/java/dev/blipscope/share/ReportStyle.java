package dev.blipscope.share;

/// How a report looks: on a light and on a dark screen, and on paper.
final class ReportStyle {

  static final String CSS =
      """
      :root { color-scheme: light dark; --text: #1b2733; --faint: #5a6773; --back: #f4f6f8;
        --card: #ffffff; --line: #d5dce3; --code: #f0f3f6; --accent: #0b5cad; --error: #b3261e;
        --warning: #8a5300; --note: #0b5cad; --documented: #1b6e3c; }
      @media (prefers-color-scheme: dark) { :root { --text: #e4e9ee; --faint: #9aa7b3;
        --back: #12181e; --card: #1a222a; --line: #323d48; --code: #131a21; --accent: #7db8f2;
        --error: #ff9c93; --warning: #f0b866; --note: #7db8f2; --documented: #7fd3a1; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--back); color: var(--text);
        font: 15px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
      main { max-width: 1180px; margin: 0 auto; padding: 32px 20px; }
      h1 { font-size: 1.7rem; margin: 0 0 12px; overflow-wrap: anywhere; }
      h2 { font-size: 1.15rem; margin: 0; }
      h3 { font-size: .8rem; letter-spacing: .05em; text-transform: uppercase;
        color: var(--faint); margin: 22px 0 6px; }
      h4 { font: 600 .9rem ui-monospace, Consolas, monospace; margin: 14px 0 4px; }
      dl { display: flex; flex-wrap: wrap; gap: 4px 32px; margin: 0 0 12px; }
      dt { color: var(--faint); font-size: .8rem; }
      dd { margin: 0; font-weight: 600; }
      p { margin: 0; }
      ul { margin: 0; padding-left: 20px; }
      article { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
        padding: 20px 24px; margin: 22px 0; }
      footer, .origin { color: var(--faint); font-size: .85rem; overflow-wrap: anywhere; }
      .told { border-left: 4px solid var(--accent); padding: 6px 12px; background: var(--card); }
      .told.open { border-color: var(--error); font-weight: 600; }
      .number { color: var(--faint); font-weight: 400; }
      .kind { border: 1px solid currentColor; border-radius: 6px; padding: 1px 8px;
        color: var(--accent); font-size: .95rem; }
      .kind.unsupported { color: var(--error); }
      .way { font-weight: 400; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(340px, 1fr));
        gap: 0 20px; }
      .pair section { min-width: 0; }
      pre, code, .code { font: .82rem/1.45 ui-monospace, "Cascadia Mono", Consolas, monospace; }
      pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px;
        padding: 12px; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
      table { width: 100%; border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 4px 8px;
        border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
      th { color: var(--faint); font-size: .8rem; font-weight: 600; }
      td.code { white-space: pre-wrap; }
      tr.absent { color: var(--faint); font-style: italic; }
      .basis { font-size: .75rem; border-bottom: 1px dotted currentColor; color: var(--warning); }
      .basis.documented { color: var(--documented); }
      .findings { list-style: none; padding: 0; }
      .findings li { border-left: 4px solid var(--note); padding: 4px 12px; margin: 8px 0; }
      .findings .error { border-color: var(--error); }
      .findings .warning { border-color: var(--warning); }
      .severity { font-weight: 700; font-size: .8rem; text-transform: uppercase; }
      .error .severity { color: var(--error); }
      .warning .severity { color: var(--warning); }
      .note .severity { color: var(--note); }
      .place { color: var(--faint); overflow-wrap: anywhere; }
      .what { font-weight: 600; }
      @media print {
        :root { color-scheme: light; --text: #000; --faint: #444; --back: #fff; --card: #fff;
          --line: #bbb; --code: #fff; --accent: #0b5cad; --error: #b3261e; --warning: #8a5300;
          --note: #0b5cad; --documented: #1b6e3c; }
        body { font-size: 10pt; }
        main { max-width: none; padding: 0; }
        article { border-width: 1px 0 0; border-radius: 0; padding: 12px 0; }
        h2, h3, h4 { break-after: avoid; }
        tr, .findings li { break-inside: avoid; }
      }
      """;

  private ReportStyle() {}
}
