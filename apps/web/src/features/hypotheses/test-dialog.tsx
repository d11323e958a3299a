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
import { SelectField, TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { assignable } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';

type Props = { incident: Incident; hypothesis: Hypothesis; onClose: () => void };

const MINUTE = 60_000;
const DEFAULT_MINUTES = 10;
const MINUTES = [5, DEFAULT_MINUTES, 15, 20, 30, 60];
const NO_END = '';

/** What to check, who, for how long. Where somebody tests it already, it is taken over knowingly. */
export const TestDialog = ({ incident, hypothesis, onClose }: Props) => {
  const t = useTranslations('hypotheses.testDialog');
  const words = useTranslations('hypotheses');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const [check, setCheck] = useState(hypothesis.status === 'testing' ? hypothesis.test.check : '');
  const [tester, setTester] = useState<UserId>(me.id);
  const [minutes, setMinutes] = useState(String(DEFAULT_MINUTES));
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const start = useCommand('hypothesis.start-test');
  const blocked = useGate('incident.respond');
  const missing = check.trim() === '';
  const { id: incidentId } = incident;
  const test = hypothesis.status === 'testing' ? hypothesis.test : undefined;
  const takesOver = test !== undefined && test.tester !== tester;
  const button = test === undefined ? 'start' : takesOver ? 'takeOver' : 'change';
  const testers = assignable(people).filter(
    ({ id, role }) => id !== me.id && (!incident.private || role === 'administrator' || incident.members.includes(id)),
  );
  const submit = (): void => {
    const forMs = minutes === NO_END ? {} : { forMs: Number(minutes) * MINUTE };
    const draft = { incidentId, hypothesisId: hypothesis.id, check, tester, ...forMs };
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
          <SelectField label={t('tester')} value={tester} onChange={({ target }) => setTester(target.value as UserId)}>
            <option value={me.id}>{t('me')}</option>
            {testers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('time')} value={minutes} onChange={({ target }) => setMinutes(target.value)}>
            {MINUTES.map((count) => (
              <option key={count} value={count}>
                {t('minutes', { minutes: count })}
              </option>
            ))}
            <option value={NO_END}>{t('noEnd')}</option>
          </SelectField>
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
