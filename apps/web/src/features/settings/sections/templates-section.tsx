import { AUDIENCES, type Audience, type UpdateTemplate } from '@sitrep/shared/settings/values';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { ChangedLabel } from '../changed-label.tsx';
import { replacedAt, sameValue, slugOf, withoutAt } from '../drafts.ts';
import { Folded } from '../folded.tsx';
import type { SectionProps } from '../use-section.ts';
import { TemplateFields } from './template-fields.tsx';

/** What updates begin with, by who reads them. */
export const TemplatesSection = ({ value, base, onChange, faultOf }: SectionProps<'templates'>) => {
  const t = useTranslations('settings.templates');
  const audiences = useTranslations('settings.audience');
  const [open, setOpen] = useState<string>();
  const whenOf = useWhen();
  const add = (audience: Audience): void => {
    const id = slugOf(
      audience,
      value.map((one) => one.id),
    );
    onChange([...value, { id, name: t('newName'), audience, severities: [], statuses: [], text: '' }]);
    setOpen(id);
  };
  return (
    <div className="grid max-w-3xl gap-6">
      {AUDIENCES.map((audience) => (
        <section key={audience} aria-label={audiences(audience)} className="grid gap-2">
          <div className="flex items-center justify-between gap-2">
            <h2 className="text-dense font-semibold text-text-2">{audiences(audience)}</h2>
            <Button variant="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => add(audience)}>
              {t('add')}
            </Button>
          </div>
          {value.some((one) => one.audience === audience) ? null : <p className="text-text-2">{t('none')}</p>}
          {value.map((template, at) =>
            template.audience === audience ? (
              <Folded
                key={template.id}
                title={
                  <ChangedLabel
                    changed={
                      !sameValue(
                        template,
                        base.find(({ id }) => id === template.id),
                      )
                    }
                  >
                    {template.name}
                  </ChangedLabel>
                }
                detail={whenOf(template)}
                open={open === template.id}
                onOpen={(isOpen) => setOpen((was) => (isOpen ? template.id : was === template.id ? undefined : was))}
              >
                <TemplateFields
                  template={template}
                  fault={faultOf(`[${at}].text`) ?? faultOf(`[${at}].id`)}
                  onChange={(next) => onChange(replacedAt(value, at, next))}
                />
                <Button
                  variant="danger"
                  className="justify-self-start"
                  icon={<Trash2 size={16} aria-hidden />}
                  onClick={() => onChange(withoutAt(value, at))}
                >
                  {t('remove')}
                </Button>
              </Folded>
            ) : null,
          )}
        </section>
      ))}
    </div>
  );
};

/** `SEV1, SEV2 · identified`, or that it is for all of them. */
const useWhen = (): ((template: UpdateTemplate) => string) => {
  const t = useTranslations('settings.templates');
  const words = useTranslations('words');
  return ({ severities, statuses }) => {
    const parts = [
      severities.map((severity) => words('severity', { severity })).join(', '),
      statuses.map((status) => words(`status.${status}`)).join(', '),
    ].filter((part) => part !== '');
    return parts.length === 0 ? t('always') : parts.join(' · ');
  };
};
