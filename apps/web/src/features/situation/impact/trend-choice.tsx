import type { Incident } from '@sitrep/shared/incidents/state';
import { TRENDS, type Trend } from '@sitrep/shared/situation/values';
import { MoveRight, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { useRespond } from '../use-respond.ts';

/** The impact goes up where it gets worse. */
const ARROWS: Readonly<Record<Trend, LucideIcon>> = { worse: TrendingUp, same: MoveRight, better: TrendingDown };

/** Colour only for what is abnormal. */
const tone = (trend: Trend): string => (trend === 'worse' ? 'text-sev2-fg!' : 'text-text!');

export const TrendWord = ({ trend }: { trend: Trend }) => {
  const t = useTranslations('situation.impact');
  const Arrow = ARROWS[trend];
  return (
    <p className={`flex items-center gap-1.5 font-medium ${tone(trend)}`}>
      <Arrow size={16} aria-hidden />
      {t(`gets.${trend}`)}
    </p>
  );
};

/** Whether it gets worse, in one press; a second press on the same takes it away. */
export const TrendChoice = ({ incident, trend }: { incident: Incident; trend: Trend | undefined }) => {
  const t = useTranslations('situation.impact');
  const change = useCommand('situation.change-impact');
  const { gate } = useRespond(incident);
  return (
    <div>
      <fieldset aria-label={t('trend')} className="grid min-w-0 grid-cols-3 gap-1">
        {TRENDS.map((one) => {
          const Arrow = ARROWS[one];
          const chosen = one === trend;
          return (
            <Button
              key={one}
              variant="quiet"
              aria-pressed={chosen}
              blocked={gate}
              busy={change.isPending && change.variables.trend === one}
              icon={<Arrow size={14} aria-hidden />}
              className={`!px-1.5 text-dense ${chosen ? `!border-border-strong bg-raised font-medium ${tone(one)}` : '!border-border'}`}
              onClick={() => change.mutate({ incidentId: incident.id, trend: chosen ? null : one })}
            >
              {t(`trends.${one}`)}
            </Button>
          );
        })}
      </fieldset>
      <ProblemLine problem={change.error} />
    </div>
  );
};
