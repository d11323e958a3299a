import type { Incident } from '@sitrep/shared/incidents/state';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useGate, useOffered } from '../../../widgets/gate.ts';

export const TitleEdit = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const common = useTranslations('common');
  const [draft, setDraft] = useState<string>();
  const change = useCommand('incident.change-title');
  const gate = useGate('incident.respond', { holders: incident.roles });
  const offered = useOffered('incident.respond', { holders: incident.roles });
  const stop = (): void => {
    setDraft(undefined);
    change.reset();
  };
  if (draft !== undefined) {
    return (
      <form
        className="flex min-w-0 flex-1 items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (gate === undefined) change.mutate({ incidentId: incident.id, title: draft }, { onSuccess: stop });
        }}
      >
        <div className="min-w-0 flex-1">
          <TextField
            label={t('title')}
            hideLabel
            required
            maxLength={200}
            // Opened by the pencil beside it: the next thing is to type.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') stop();
            }}
            error={change.error === null ? undefined : (change.error.faultOf('title') ?? change.error.message)}
          />
        </div>
        <Button type="submit" variant="primary" busy={change.isPending} blocked={gate}>
          {common('save')}
        </Button>
        <Button onClick={stop}>{common('cancel')}</Button>
      </form>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <h1 className="line-clamp-2 min-w-0 text-read font-semibold room:text-section" title={incident.title}>
        {incident.title}
      </h1>
      {incident.status === 'closed' || !offered ? null : (
        <IconButton
          label={t('editTitle')}
          blocked={gate}
          icon={change.isPending ? <Spinner /> : <Pencil size={14} aria-hidden />}
          onClick={() => setDraft(incident.title)}
        />
      )}
    </div>
  );
};
