type Severity = 1 | 2 | 3 | 4;

const SHAPES: Readonly<Record<Severity, string>> = {
  1: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z',
  2: 'M12 1 23.6 22.4H.4z',
  3: 'M12 .4 23.6 12 12 23.6.4 12z',
  4: 'M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z',
};

/** Drawn, not set: the digit sits in the middle whatever font there is, and stays sharp from 14 to 96 px. */
const DIGITS: Readonly<Record<Severity, string>> = {
  1: 'M9.6 9.3 12.7 7.2v9.6',
  2: 'M9.1 9.9c.1-1.7 1.3-2.8 3-2.8s2.9 1.1 2.9 2.6c0 1-.5 1.9-1.6 3L9.2 16.7h6.2',
  3: 'M9.1 7.3h5.5l-3.2 3.6c2.2 0 3.7 1.1 3.7 2.9s-1.4 3.1-3.2 3.1c-1.5 0-2.6-.7-3.1-1.9',
  4: 'M13 7.2 8.6 13.8h7M13.4 11v5.9',
};

/** A triangle has its room below the middle. */
const LOWERED = 'translate(0 3.1)';

/** Shape, digit and colour say the same thing three times: no one has to see all three. */
export const SeverityMark = ({ severity, size = 20 }: { severity: Severity; size?: number }) => (
  <svg
    viewBox="-1 -1 26 26"
    width={size}
    height={size}
    aria-hidden="true"
    data-severity={severity}
    className="severity-mark shrink-0"
  >
    <path
      d={SHAPES[severity]}
      className="fill-(--mark) stroke-(--mark-edge)"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
    <path
      d={DIGITS[severity]}
      transform={severity === 2 ? LOWERED : undefined}
      className="fill-none stroke-(--mark-digit)"
      strokeWidth="2.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
