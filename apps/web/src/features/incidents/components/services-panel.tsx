import type { Incident } from '@sitrep/shared/incidents/state';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';

const SHOWN = 12;

export const ServicesPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const [name, setName] = useState('');
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState(false);
  const shown = all ? incident.services : incident.services.slice(0, SHOWN);
  const add = useCommand('incident.add-service');
  const remove = useCommand('incident.remove-service');
  const gate = useGate('incident.respond', { holders: incident.roles });
  const editable = useOffered('incident.respond', { holders: incident.roles }) && incident.status !== 'closed';
  return (
    <Panel
      title={t('services')}
      actions={
        editable ? (
          <IconButton
            label={t('addService')}
            blocked={gate}
            aria-expanded={adding}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(!adding)}
          />
        ) : null
      }
    >
      {incident.services.length === 0 ? <p className="text-text-2">{t('noServices')}</p> : null}
      <ul className="flex flex-wrap gap-1.5">
        {shown.map((service) => (
          <li
            key={service}
            className="inline-flex max-w-full items-center rounded-m border border-border bg-raised pl-2 text-dense"
          >
            <span className={editable ? 'min-w-0 truncate' : 'min-w-0 truncate py-1 pr-2'}>{service}</span>
            {editable ? (
              <IconButton
                label={t('removeService', { service })}
                blocked={gate}
                busy={remove.isPending && remove.variables.service === service}
                icon={<X size={12} aria-hidden />}
                onClick={() => remove.mutate({ incidentId: incident.id, service })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {incident.services.length > SHOWN ? (
        <Button variant="quiet" className="mt-1 !px-1 underline" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerServices') : t('moreServices', { count: incident.services.length - SHOWN })}
        </Button>
      ) : null}
      {editable && adding ? (
        <form
          className="mt-2 flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (gate === undefined)
              add.mutate({ incidentId: incident.id, service: name }, { onSuccess: () => setName('') });
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              label={t('addService')}
              hideLabel
              placeholder={t('addService')}
              required
              maxLength={120}
              // Asked for by the button above it.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !isComposing(event.nativeEvent)) setAdding(false);
              }}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <Button type="submit" blocked={gate} busy={add.isPending}>
            {t('add')}
          </Button>
        </form>
      ) : null}
      <ProblemLine problem={add.error ?? remove.error} />
    </Panel>
  );
};
