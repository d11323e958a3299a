import { CopyButton } from './copy-button.tsx';

/** Text to be copied into a terminal or a file. */
export const Snippet = ({ label, text }: { label: string; text: string }) => (
  <figure className="grid gap-1">
    <figcaption className="flex items-center justify-between gap-2 text-dense font-medium">
      {label}
      <CopyButton text={text} aria-label={label} variant="quiet" />
    </figcaption>
    {/* A scrolling region has to be reachable by keyboard. */}
    <pre
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-m border border-border bg-raised p-3 font-mono text-dense whitespace-pre"
    >
      {text}
    </pre>
  </figure>
);
