/** Still while motion is unwanted: a ring with a gap reads as "pending" without turning. */
export const Spinner = () => (
  <svg viewBox="0 0 16 16" className="size-3.5 shrink-0 animate-spin" aria-hidden="true">
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="26 12" />
  </svg>
);
