import type { NamedClock } from '../../clocks/events.ts';
import type { Mitigation } from '../../mitigations/state.ts';

/** Of a clock that is about one mitigation. */
export const subjectOf = ({ id, number, plan }: Mitigation): Required<Pick<NamedClock, 'subject' | 'label'>> => ({
  subject: id,
  label: `M${number}: ${plan.title}`,
});
