import { Pencil, Pin, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { showToast } from '../../ui/toast.ts';
import { useLookItems } from '../../ui/use-look-items.tsx';
import { Group, Specimen } from './specimen.tsx';
import { SAMPLES } from './samples.ts';

const MEANINGS = ['Complete outage, all users', 'Partial, many users', 'Degraded, little impact', 'Minor'];
const severities = ([1, 2, 3, 4] as const).map((severity): MenuItem => ({
  id: String(severity),
  label: `SEV${severity}`,
  hint: MEANINGS[severity - 1],
  icon: <SeverityMark severity={severity} size={18} />,
  checked: severity === 2,
  shortcut: String(severity),
  onSelect: () => showToast({ title: `Severity changed to SEV${severity}`, action: { label: 'Undo', run: () => {} } }),
}));
const actions: readonly MenuItem[] = [
  { id: 'edit', label: 'Edit', icon: <Pencil size={16} aria-hidden />, onSelect: () => {} },
  { id: 'pin', label: 'Pin as key event', icon: <Pin size={16} aria-hidden />, onSelect: () => {} },
  { id: 'long', label: SAMPLES.name, blocked: 'Only its author can do this.', onSelect: () => {} },
  {
    id: 'retract',
    label: 'Retract',
    icon: <Trash2 size={16} aria-hidden />,
    danger: true,
    section: '',
    onSelect: () => {},
  },
];

export const LayersGroup = () => {
  const [open, setOpen] = useState<'form' | 'confirm' | 'long'>();
  const look = useLookItems();
  const close = () => setOpen(undefined);
  return (
    <Group title="What opens">
      <Specimen name="Menu">
        <Menu label="Severity" trigger="Severity" items={severities} />
        <Menu label="Actions" trigger="Actions" items={actions} />
        <Menu label="Look" trigger="Look" items={look} />
      </Specimen>
      <Specimen name="Popover">
        <Popover label="Commander" trigger="Commander" className="w-72">
          {({ close: closePopover }) => (
            <div className="grid gap-2 p-3">
              <h4 className="font-semibold">Incident Commander</h4>
              <TextField label="Find" hideLabel placeholder="Find somebody" />
              <Button variant="primary" onClick={closePopover}>
                Take command
              </Button>
            </div>
          )}
        </Popover>
      </Specimen>
      <Specimen name="Dialog">
        <Button onClick={() => setOpen('form')}>Form</Button>
        <Button onClick={() => setOpen('confirm')}>Question</Button>
        <Button onClick={() => setOpen('long')}>Long</Button>
      </Specimen>
      <Specimen name="Message">
        <Button onClick={() => showToast({ title: 'Copied for the chat', tone: 'ok' })}>Short</Button>
        <Button
          onClick={() =>
            showToast({
              title: 'Not undone',
              detail: 'Bo Diaz has changed the severity to SEV1 since, at 03:12:08.',
              tone: 'alarm',
              lastsMs: Infinity,
            })
          }
        >
          Urgent
        </Button>
        <Button onClick={() => showToast({ title: SAMPLES.name, detail: SAMPLES.long })}>Long</Button>
      </Specimen>
      {open === 'form' ? (
        <Dialog title="Declare an incident" description="Only the title is needed." onClose={close}>
          <div className="grid gap-4">
            <TextField label="What is broken?" />
            <TextField label="Services" optional="optional" hint="With commas between." />
          </div>
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Declare
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
      {open === 'confirm' ? (
        <ConfirmDialog
          title="Remove the integration?"
          description="Alerts that it sends are refused from then on."
          confirm="Remove"
          onConfirm={close}
          onClose={close}
        />
      ) : null}
      {open === 'long' ? (
        <Dialog title={SAMPLES.name} description={SAMPLES.hebrew} size="wide" onClose={close}>
          <p>{`${SAMPLES.title}. `.repeat(200)}</p>
          <DialogActions>
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </Group>
  );
};
