/** How it is written into the composer. */
export const QuickEntryHint = ({ line }: { line: string }) => (
  <code className="rounded-s bg-raised px-1 font-mono text-dense text-text">{line}</code>
);
