import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { AUDIENCES, type Audience } from '@sitrep/shared/settings/values';
import { ArrowLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tabs, tabPanel } from '../../ui/tabs.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { AudienceIcon } from './audience-mark.tsx';
import { AudienceUpdates } from './audience-updates.tsx';
import { ToldList } from './told-list.tsx';

type Props = {
  incident: Incident;
  parts: Pick<RoomParts, 'updates'>;
  /** `tabs`: beside the other work. `screens`: on a phone, where public updates are behind a screen of their own. */
  as: 'tabs' | 'screens';
};

/** What readers are told, internal and public apart. */
export const UpdatesPanel = ({ incident, parts: { updates }, as }: Props) => {
  const t = useTranslations('updates');
  const [audience, setAudience] = useState<Audience>('internal');
  const inReview = updates.items.filter(({ status }) => status === 'in-review');
  const reviews = inReview.map((update) => (
    <ApprovalCard key={update.id} incident={incident} updates={updates} update={update} />
  ));
  const shown = <AudienceUpdates incident={incident} updates={updates} audience={audience} />;
  return (
    <Panel title={t('title')} hideTitle={as === 'screens'}>
      <div className="grid gap-3">
        {as === 'tabs' ? (
          <div className="grid gap-3">
            {reviews}
            <div>
              <Tabs
                id="updates"
                label={t('tabs')}
                selected={audience}
                onSelect={setAudience}
                tabs={AUDIENCES.map((one) => ({ id: one, label: <AudienceTab audience={one} /> }))}
              />
              <div {...tabPanel('updates', audience)}>{shown}</div>
            </div>
          </div>
        ) : (
          <div className="grid gap-3">
            {audience === 'external' ? <Back onBack={() => setAudience('internal')} /> : null}
            {audience === 'external' ? reviews : null}
            {shown}
            {audience === 'internal' ? (
              <Button wide className="justify-between!" onClick={() => setAudience('external')}>
                <AudienceTab audience="external" name={t('toPublic')} />
                <span className="inline-flex items-center gap-2">
                  {inReview.length === 0 ? null : <Badge tone="accent">{t('status.in-review')}</Badge>}
                  <ChevronRight size={16} aria-hidden />
                </span>
              </Button>
            ) : null}
          </div>
        )}
        <ToldList updates={updates} />
      </div>
    </Panel>
  );
};

const Back = ({ onBack }: { onBack: () => void }) => {
  const t = useTranslations('updates');
  return (
    <div>
      <Button variant="quiet" className="-ml-2.5" icon={<ArrowLeft size={16} aria-hidden />} onClick={onBack}>
        {t('toInternal')}
      </Button>
    </div>
  );
};

const AudienceTab = ({ audience, name }: { audience: Audience; name?: string }) => {
  const t = useTranslations('updates.audience');
  return (
    <span className="inline-flex items-center gap-1.5">
      <AudienceIcon audience={audience} />
      {name ?? t(audience)}
    </span>
  );
};
