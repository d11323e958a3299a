import { Group, Specimen } from './specimen.tsx';
import { SAMPLES } from './samples.ts';

const SWATCHES = [
  'bg-bg',
  'bg-surface',
  'bg-raised',
  'bg-border',
  'bg-border-strong',
  'bg-text-2',
  'bg-text',
  'bg-accent',
  'bg-accent-bg',
  'bg-neutral',
  'bg-ok-fg',
];
const SEVERITY_SWATCHES = [
  'bg-sev1',
  'bg-sev2',
  'bg-sev3',
  'bg-sev4',
  'bg-sev1-fg',
  'bg-sev2-fg',
  'bg-sev3-fg',
  'bg-sev4-fg',
  'bg-sev1-bg',
  'bg-sev2-bg',
  'bg-sev3-bg',
  'bg-sev4-bg',
];

const Swatch = ({ name }: { name: string }) => (
  <span className="grid justify-items-center gap-0.5 text-meta text-text-2">
    <span className={`size-8 rounded-m border border-border ${name}`} />
    {name.slice(3)}
  </span>
);

export const TypeGroup = () => (
  <Group title="Type and colour">
    <Specimen name="Scale">
      <div className="grid min-w-0 gap-1">
        <p className="text-hero font-semibold">Hero 00:41:07</p>
        <p className="text-title font-semibold">Title of an incident</p>
        <p className="text-section font-semibold">Section</p>
        <p className="text-read">Reading: the longer texts</p>
        <p className="text-body">Body: what most of it is</p>
        <p className="text-dense">Dense: rows and labels</p>
        <p className="text-meta text-text-2">Meta: 6 m ago · 03:12:08Z</p>
        <p className="font-mono text-dense">INC-2026-0042 payments-api</p>
      </div>
    </Specimen>
    <Specimen name="Long, unbroken, right to left">
      <div className="grid min-w-0 gap-1">
        <p>{SAMPLES.long}</p>
        <p dir="auto">{SAMPLES.hebrew}</p>
        <p dir="auto">{SAMPLES.arabic}</p>
        <p className="line-clamp-2">{SAMPLES.emoji}</p>
        <p className="truncate">{SAMPLES.name}</p>
        <p className="figures">1111 · 8888 · 00:41:07</p>
      </div>
    </Specimen>
    <Specimen name="Neutral and accent" wide>
      {SWATCHES.map((name) => (
        <Swatch key={name} name={name} />
      ))}
    </Specimen>
    <Specimen name="Severities: solid, text, tint" wide>
      {SEVERITY_SWATCHES.map((name) => (
        <Swatch key={name} name={name} />
      ))}
    </Specimen>
  </Group>
);
