import { useState } from 'react';
import { CheckField, SwitchField } from '../../ui/check-field.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { Group, Specimen } from './specimen.tsx';
import { SAMPLES } from './samples.ts';

const AUDIENCES = [
  { value: 'internal', label: 'Internal', hint: 'everybody with an account' },
  { value: 'public', label: 'Public', hint: 'customers' },
  { value: 'nobody', label: 'Nobody', blocked: true },
] as const;

export const FieldsGroup = () => {
  const [on, setOn] = useState(true);
  const [audience, setAudience] = useState<'internal' | 'public' | 'nobody'>('internal');
  return (
    <Group title="Fields">
      <Specimen name="Text">
        <div className="grid w-full gap-3">
          <TextField label="What is broken?" placeholder="One sentence" />
          <TextField label="Title" optional="optional" defaultValue={SAMPLES.title} hint="Everybody sees it." />
          <TextField label="Handle" defaultValue="Ana!" error="Only letters, digits and dashes." />
          <TextField label="Locked" defaultValue="payments-api" disabled />
        </div>
      </Specimen>
      <Specimen name="Area, list, right to left">
        <div className="grid w-full gap-3">
          <TextArea label="Summary" defaultValue={SAMPLES.title} rows={2} />
          <SelectField label="Service" defaultValue="checkout">
            <option value="checkout">checkout</option>
            <option value="long">{SAMPLES.name}</option>
          </SelectField>
          <TextField label="כותרת" defaultValue={SAMPLES.hebrew} dir="auto" />
        </div>
      </Specimen>
      <Specimen name="Box and switch">
        <div className="grid gap-2">
          <CheckField label="Private" hint="Only members see it." defaultChecked />
          <CheckField label="Not ticked" />
          <CheckField label="Not to be changed" disabled />
          <SwitchField label="Single letters as keys" checked={on} onChange={() => setOn(!on)} />
          <SwitchField label="Sound" hint="Until it is acknowledged." checked={!on} onChange={() => setOn(!on)} />
        </div>
      </Specimen>
      <Specimen name="One of few">
        <div className="w-full">
          <RadioField label="Audience" options={AUDIENCES} value={audience} onChange={setAudience} />
        </div>
      </Specimen>
    </Group>
  );
};
