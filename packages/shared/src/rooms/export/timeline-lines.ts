import type { TimelineEntry, WrittenEntry } from '../../timeline/state.ts';
import type { Room } from '../room.ts';
import { factText } from './fact-text.ts';
import { block, inline, utc, utcDay, utcTime } from './markdown-text.ts';
import { actorIn, personIn, type Names } from './names.ts';

const SAME_TIME_MS = 60_000;
const INDENT = '  ';

/** Everything that was written and recorded, by when it happened. */
export const timelineLines = (room: Room, names: Names): readonly string[] => {
  const entries = room.timeline.entries.toSorted((a, b) => a.happenedAt - b.happenedAt || a.version - b.version);
  const lines: string[] = [];
  let day = '';
  for (const entry of entries) {
    if (utcDay(entry.happenedAt) !== day) {
      day = utcDay(entry.happenedAt);
      lines.push('', `### ${day}`, '');
    }
    lines.push(...entryLines(entry, room, names));
  }
  return lines;
};

const entryLines = (entry: TimelineEntry, room: Room, names: Names): readonly string[] => {
  const head = `- **${utcTime(entry.happenedAt)}**`;
  const marks = marksOf(entry);
  if (entry.origin === 'recorded') {
    const more = entry.more === 0 ? '' : ` (and ${entry.more} more)`;
    return [`${head} ${inline(factText(entry.fact, room, names))}${more} (${by(entry, names)})${marks}`];
  }
  const said = entry.saidBy === undefined ? '' : `, what ${inline(speaker(entry.saidBy, names))} said`;
  return [
    `${head} **${entry.kind}** by ${by(entry, names)}${said}${marks}\\`,
    block(entry.text, INDENT),
    ...(entry.attachments ?? []).map(({ name, bytes }) => `${INDENT}- File: ${inline(name)} (${bytes} bytes)`),
    ...formerLines(entry, names),
  ];
};

const by = ({ by: ref }: TimelineEntry, names: Names): string => inline(actorIn(names, ref));

const speaker = (saidBy: NonNullable<WrittenEntry['saidBy']>, names: Names): string =>
  'userId' in saidBy ? personIn(names, saidBy.userId) : saidBy.name;

const marksOf = (entry: TimelineEntry): string => {
  const marks = [
    ...(entry.pinned ? ['key event'] : []),
    ...(entry.recordedAt - entry.happenedAt >= SAME_TIME_MS ? [`recorded ${utc(entry.recordedAt)}`] : []),
    ...(entry.origin === 'written' && entry.confidence !== undefined ? [entry.confidence] : []),
    ...(entry.origin === 'written' && entry.retracted !== undefined ? ['retracted'] : []),
  ];
  return marks.length === 0 ? '' : ` · ${marks.join(', ')}`;
};

/** Every former text stays readable. */
const formerLines = ({ history, editedAt, retracted }: WrittenEntry, names: Names): readonly string[] => [
  ...(editedAt === undefined ? [] : [`${INDENT}- Edited ${utc(editedAt)}`]),
  ...history.map(
    ({ text, at, by: ref }) => `${INDENT}- Before (${inline(actorIn(names, ref))}, ${utc(at)}): ${inline(text)}`,
  ),
  ...(retracted === undefined
    ? []
    : [
        `${INDENT}- Retracted by ${inline(actorIn(names, retracted.by))} ${utc(retracted.at)}` +
          (retracted.reason === undefined || retracted.reason === '' ? '' : `: ${inline(retracted.reason)}`),
      ]),
];
