type Severity = 1 | 2 | 3 | 4;

const SHAPES: Readonly<Record<Severity, string>> = {
  1: 'M7.2 1.5h9.6l5.7 5.7v9.6l-5.7 5.7H7.2l-5.7-5.7V7.2z',
  2: 'M12 1.2 23.4 21.6a.7.7 0 0 1-.6 1H1.2a.7.7 0 0 1-.6-1z',
  3: 'M12 .8 23.2 12 12 23.2.8 12z',
  4: 'M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21z',
};

const FILLS: Readonly<Record<Severity, string>> = {
  1: 'fill-sev1',
  2: 'fill-sev2',
  3: 'fill-sev3 stroke-sev3-fg',
  4: 'fill-sev4',
};

const DIGITS: Readonly<Record<Severity, string>> = {
  1: 'fill-on-sev1',
  2: 'fill-on-sev2',
  3: 'fill-on-sev3',
  4: 'fill-on-sev4',
};

/** Shape, digit and colour say the same thing three times: no one has to see all three. */
export const SeverityMark = ({ severity, size = 20 }: { severity: Severity; size?: number }) => (
  <svg viewBox="-1 -1 26 26" width={size} height={size} aria-hidden="true" className="shrink-0">
    <path d={SHAPES[severity]} className={FILLS[severity]} strokeWidth="1" />
    <text
      x="12"
      y={severity === 2 ? 20 : 17}
      textAnchor="middle"
      fontSize={severity === 2 ? 13 : 14}
      fontWeight="700"
      className={DIGITS[severity]}
    >
      {severity}
    </text>
  </svg>
);
