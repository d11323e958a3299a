export type Progress = 'dashed' | 'quarter' | 'half' | 'three-quarters' | 'tick' | 'square' | 'cross';

const SLICES = {
  quarter: 'M8 8V3.5A4.5 4.5 0 0 1 12.5 8z',
  half: 'M8 3.5a4.5 4.5 0 0 1 0 9z',
  'three-quarters': 'M8 8V3.5A4.5 4.5 0 1 1 3.5 8z',
} as const;

/** Progress in neutral ink: hues could not be told apart by everybody. */
export const StatusPie = ({ progress, size = 16 }: { progress: Progress; size?: number }) => (
  <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="shrink-0">
    <Figure progress={progress} />
  </svg>
);

const RING = { cx: 8, cy: 8, r: 6.25, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const STROKE = { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const Figure = ({ progress }: { progress: Progress }) => {
  switch (progress) {
    case 'dashed':
      return <circle {...RING} strokeDasharray="2.73 2.18" />;
    case 'quarter':
    case 'half':
    case 'three-quarters':
      return (
        <>
          <circle {...RING} />
          <path d={SLICES[progress]} fill="currentColor" />
        </>
      );
    case 'tick':
      return <path {...STROKE} d="m3 8.5 3.5 3.5L13 4.5" className="stroke-ok-fg" />;
    case 'square':
      return <rect x="3" y="3" width="10" height="10" rx="1.5" fill="currentColor" />;
    case 'cross':
      return <path {...STROKE} d="m4 4 8 8m0-8-8 8" stroke="currentColor" />;
  }
};
