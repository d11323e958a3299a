import { isDeclared, type Incident } from '../../incidents/state.ts';
import type { Room } from '../room.ts';
import { inline, utc } from './markdown-text.ts';
import type { Names } from './names.ts';
import { headerLines, lasted } from './header.ts';
import { sectionsOf } from './sections.ts';
import { timelineLines } from './timeline-lines.ts';

const isOver = ({ milestones, status }: Incident): boolean => milestones.resolved !== undefined || status === 'closed';

export type Exported = { readonly room: Room; readonly names: Names; readonly now: number };

/** The whole room as one document: what was known and done, then everything in order. All times are UTC. */
export const markdownOf = ({ room, names, now }: Exported): string => {
  const { incident } = room;
  if (!isDeclared(incident)) return '';
  const source = { room, incident, names };
  const lines = [
    `# ${incident.key}: ${inline(incident.title)}`,
    '',
    ...headerLines(source),
    `- **${isOver(incident) ? 'Lasted' : 'Lasts for'}**: ${lasted(incident, now)}`,
    ...sectionsOf(source).flatMap((section) => ['', `## ${section.title}`, '', ...section.lines]),
    '',
    '## Timeline',
    ...timelineLines(room, names),
    '',
    '---',
    '',
    `Exported from Sitrep ${utc(now)} UTC. All times are UTC.`,
    '',
  ];
  return lines.join('\n');
};
