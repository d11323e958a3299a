import { Bell, Filter, Plus, Star } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Group, Specimen } from './specimen.tsx';
import { SAMPLES } from './samples.ts';

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger', 'alarm'] as const;
const TABS = ['Now', 'Timeline', 'Work'].map((label) => ({ id: label, label }));

export const ControlsGroup = ({ theme }: { theme: string }) => {
  const [tab, setTab] = useState('Timeline');
  const [pressed, setPressed] = useState(true);
  return (
    <Group title="Controls">
      <Specimen name="Button" wide>
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        <Button icon={<Plus size={16} aria-hidden />}>With icon</Button>
      </Specimen>
      <Specimen name="Blocked, busy" wide>
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} blocked="Ask an administrator: viewers cannot do this.">
            {variant}
          </Button>
        ))}
        <Button busy>Busy</Button>
        <Button variant="primary" busy>
          Busy
        </Button>
      </Specimen>
      <Specimen name="Icon button, tooltip with a key">
        <IconButton label="Alerts" icon={<Bell size={16} aria-hidden />} />
        <IconButton label="Filter" variant="secondary" icon={<Filter size={16} aria-hidden />} />
        <Tooltip label="Take command" keys="I">
          <Button icon={<Star size={16} aria-hidden />}>Take command</Button>
        </Tooltip>
      </Specimen>
      <Specimen name="Keys">
        <Kbd keys="C" />
        <Kbd keys="Ctrl+K" />
        <Kbd keys="G B" />
        <Kbd keys="⌘K" />
        <Kbd keys="?" />
      </Specimen>
      <Specimen name="Pill">
        <Pill pressed={pressed} count={12} onClick={() => setPressed(!pressed)}>
          Decisions
        </Pill>
        <Pill pressed={!pressed} count={3} onClick={() => setPressed(!pressed)}>
          Alerts
        </Pill>
        <Pill>Plain</Pill>
        <Pill floating>3 new</Pill>
      </Specimen>
      <Specimen name="Tabs">
        <Tabs label="Parts" id={`tabs-${theme}`} tabs={TABS} selected={tab} onSelect={setTab} />
      </Specimen>
      <Specimen name="Long words" wide>
        <Button className="max-w-full">
          <span className="truncate">{SAMPLES.long}</span>
        </Button>
        <Button>{SAMPLES.arabic}</Button>
      </Specimen>
    </Group>
  );
};
