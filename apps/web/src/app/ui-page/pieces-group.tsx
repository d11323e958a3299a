import { Avatar, AvatarStack } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Panel, PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx';
import { Group, Specimen } from './specimen.tsx';
import { NAMES, SAMPLES } from './samples.ts';

const TONES = ['neutral', 'alarm', 'warn', 'ok', 'accent'] as const;
const people = NAMES.map((name, index) => ({ id: name, name, dim: index === 2 }));
const NOW = 1_760_000_000_000;
const M = 60_000;

export const PiecesGroup = () => (
  <Group title="Pieces">
    <Specimen name="Avatars">
      <Avatar name="Ana Lovelace" size={20} />
      <Avatar name="Ana Lovelace" />
      <Avatar name="Ana Lovelace" size={32} dim />
      <AvatarStack label={`Here: ${NAMES.join(', ')}`} people={people} />
      <AvatarStack label="Here: Ana, Bo" people={people.slice(0, 2)} size={20} />
    </Specimen>
    <Specimen name="Badges">
      {TONES.map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
      <Badge tone="alarm">NO COMMANDER</Badge>
    </Specimen>
    <Specimen name="Countdown">
      <Countdown dueAt={NOW + 12 * M} now={NOW} ofMs={20 * M} />
      <Countdown dueAt={NOW + 3 * M} now={NOW} ofMs={20 * M} />
      <Countdown dueAt={NOW - 3 * M} now={NOW} ofMs={20 * M} />
      <Countdown dueAt={NOW - 65 * M} now={NOW} ofMs={20 * M} />
    </Specimen>
    <Specimen name="Panel">
      <Panel title="Services" className="w-full" actions={<Button variant="quiet">Edit</Button>}>
        <p>checkout, payments-api</p>
      </Panel>
    </Specimen>
    <Specimen name="Table" wide>
      <Table
        label="Incidents"
        className="w-full"
        head={
          <>
            <HeadCell>Incident</HeadCell>
            <HeadCell>Commander</HeadCell>
            <HeadCell numeric>Minutes</HeadCell>
          </>
        }
      >
        {[SAMPLES.title, SAMPLES.name, SAMPLES.hebrew].map((title, index) => (
          <Row key={title}>
            <Cell>{title}</Cell>
            <Cell>{NAMES[index]}</Cell>
            <Cell numeric>{[41, 1_117, 8][index]}</Cell>
          </Row>
        ))}
      </Table>
    </Specimen>
    <Specimen name="Nothing there">
      <EmptyState title="No open incidents" action={<Button variant="primary">Declare</Button>}>
        The last was a SEV2, 3 days ago. <Kbd keys="C" /> declares.
      </EmptyState>
    </Specimen>
    <Specimen name="Failed, loading">
      <div className="grid w-full gap-2">
        <PanelFailure onRetry={() => {}} />
        <Skeleton rows={2} />
      </div>
    </Specimen>
  </Group>
);
