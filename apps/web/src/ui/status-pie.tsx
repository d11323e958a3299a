export type Progress = 'dashed' | 'quarter' | 'half' | 'three-quarters' | 'tick' | 'square';

const SLICES = {
  quarter: 'M8 8V2a6 6 0 0 1 6 6z',
  half: 'M8 2a6 6 0 0 1 0 12z',
  'three-quarters': 'M8 8V2a6 6 0 1 1-6 6z',
} as const;

/** Progress in neutral ink: hues could not be told apart by everybody. */
export const StatusPie = ({ progress, size = 16 }: { progress: Progress; size?: number }) => (
  <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="shrink-0">
    <Figure progress={progress} />
  </svg>
);

const Figure = ({ progress }: { progress: Progress }) => {
  switch (progress) {
    case 'dashed':
      return (
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 2.1" />
      );
    case 'quarter':
    case 'half':
    case 'three-quarters':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d={SLICES[progress]} fill="currentColor" />
        </>
      );
    case 'tick':
      return (
        <path
          d="m3 8.5 3.5 3.5L13 4.5"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-ok-fg"
        />
      );
    case 'square':
      return <rect x="3" y="3" width="10" height="10" rx="1.5" fill="currentColor" />;
  }
};
