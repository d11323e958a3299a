import { CONCLUSION_LENGTH } from '@sitrep/shared/hypotheses/commands';
import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { PersonField } from '../../widgets/person-field.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { DEFAULT_TIME_BOX, TimeBoxField, timeBoxOf } from '../../widgets/time-box-field.tsx';

type Props = { incident: Incident; hypothesis: Hypothesis; onClose: () => void };

/** What to check, who, for how long. Where somebody tests it already, it is taken over knowingly. */
export const TestDialog = ({ incident, hypothesis, onClose }: Props) => {
  const t = useTranslations('hypotheses.testDialog');
  const words = useTranslations('hypotheses');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const [check, setCheck] = useState(hypothesis.status === 'testing' ? hypothesis.test.check : '');
  const [tester, setTester] = useState<UserId | ''>(me.id);
  const [minutes, setMinutes] = useState(DEFAULT_TIME_BOX);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const start = useCommand('hypothesis.start-test');
  const blocked = useGate('incident.respond');
  const missing = check.trim() === '';
  const { id: incidentId } = incident;
  const test = hypothesis.status === 'testing' ? hypothesis.test : undefined;
  const takesOver = test !== undefined && test.tester !== tester;
  const button = test === undefined ? 'start' : takesOver ? 'takeOver' : 'change';
  const submit = (): void => {
    if (tester === '') return;
    const draft = { incidentId, hypothesisId: hypothesis.id, check, tester, ...timeBoxOf(minutes) };
    start.mutate(takesOver ? { ...draft, takeOver: true } : draft, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('title', { name: words('number', { number: hypothesis.number }) })}
      description={hypothesis.text}
      size="small"
      onClose={onClose}
    >
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) field.current?.focus();
          else if (blocked === undefined && !start.isPending) submit();
        }}
      >
        {takesOver ? (
          <p className="rounded-m border border-sev3-fg bg-sev3-bg px-3 py-2">
            {t('testedBy', { name: people.get(test.tester)?.name ?? common('somebody'), check: test.check })}
          </p>
        ) : null}
        <TextField
          ref={field}
          label={t('check')}
          required
          maxLength={CONCLUSION_LENGTH}
          value={check}
          onChange={(event) => setCheck(event.target.value)}
          error={tried && missing ? t('checkMissing') : undefined}
        />
        <div className="grid grid-cols-2 gap-3">
          <PersonField incident={incident} label={t('tester')} value={tester} onChange={setTester} />
          <TimeBoxField value={minutes} onChange={setMinutes} />
        </div>
        <ProblemLine problem={start.error} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={start.isPending} blocked={blocked}>
            {t(button)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
