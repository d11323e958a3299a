import { HealthLabel, type Health } from '../../ui/health-shape.tsx';
import { RoleBadge } from '../../ui/role-badge.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { StatusPie, type Progress } from '../../ui/status-pie.tsx';
import { Group, Specimen } from './specimen.tsx';

const SIZES = [14, 16, 18, 20, 24, 32, 48, 96];
const STATUSES: readonly (readonly [Progress, string])[] = [
  ['dashed', 'Detected'],
  ['quarter', 'Investigating'],
  ['half', 'Identified'],
  ['three-quarters', 'Mitigating'],
  ['tick', 'Resolved'],
  ['square', 'Closed'],
  ['cross', 'False alarm'],
];
const ROLES = [
  ['commander', 'Incident Commander', 'IC'],
  ['deputy', 'Deputy', 'DEP'],
  ['technical-lead', 'Technical Lead', 'TL'],
  ['scribe', 'Scribe', 'SCR'],
  ['communications-lead', 'Communications Lead', 'COM'],
  ['x-database', 'Database lead', 'DL'],
] as const;
const HEALTHS: readonly Health[] = ['healthy', 'degraded', 'unhealthy', 'maintenance', 'unknown'];

export const MarksGroup = () => (
  <Group title="Marks">
    {([1, 2, 3, 4] as const).map((severity) => (
      <Specimen key={severity} name={`SEV${severity}`}>
        {SIZES.map((size) => (
          <SeverityMark key={size} severity={severity} size={size} />
        ))}
      </Specimen>
    ))}
    <Specimen name="On its tint" wide>
      <span className="inline-flex items-center gap-2 rounded-m bg-sev1-bg px-2 py-1 text-sev1-fg">
        <SeverityMark severity={1} /> SEV1
      </span>
      <span className="inline-flex items-center gap-2 rounded-m bg-sev2-bg px-2 py-1 text-sev2-fg">
        <SeverityMark severity={2} /> SEV2
      </span>
      <span className="inline-flex items-center gap-2 rounded-m bg-sev3-bg px-2 py-1 text-sev3-fg">
        <SeverityMark severity={3} /> SEV3
      </span>
      <span className="inline-flex items-center gap-2 rounded-m bg-sev4-bg px-2 py-1 text-sev4-fg">
        <SeverityMark severity={4} /> SEV4
      </span>
    </Specimen>
    <Specimen name="Status" wide>
      {STATUSES.map(([progress, word]) => (
        <span key={progress} className="inline-flex items-center gap-1.5">
          <StatusPie progress={progress} /> {word}
        </span>
      ))}
      <StatusPie progress="half" size={32} />
      <StatusPie progress="dashed" size={32} />
      <StatusPie progress="three-quarters" size={48} />
    </Specimen>
    <Specimen name="Roles">
      {ROLES.map(([role, name, short]) => (
        <RoleBadge key={role} role={role} name={name} short={short} />
      ))}
    </Specimen>
    <Specimen name="Health">
      {HEALTHS.map((health) => (
        <HealthLabel key={health} health={health} />
      ))}
    </Specimen>
  </Group>
);
