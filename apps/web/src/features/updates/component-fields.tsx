import { COMPONENT_STATES, ComponentState, type UpdateContent } from '@sitrep/shared/updates/events';
import { MAX_COMPONENTS } from '@sitrep/shared/updates/values';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

type Components = UpdateContent['components'];
type Props = { components: Components; onChange: (components: Components) => void };

/** What customers call the parts of the product, and how each is. */
export const ComponentFields = ({ components, onChange }: Props) => {
  const t = useTranslations('updates');
  const change = (index: number, fields: Partial<Components[number]>): void =>
    onChange(components.map((one, at) => (at === index ? { ...one, ...fields } : one)));
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1 text-dense font-medium">
        {t('composer.components')}{' '}
        <span className="text-meta font-normal text-text-2">{t('composer.componentsHint')}</span>
      </legend>
      {components.map(({ name, state }, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_9.5rem_auto] items-start gap-2">
          <TextField
            label={t('composer.component')}
            hideLabel
            maxLength={120}
            value={name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <SelectField
            label={t('composer.componentState', { name })}
            hideLabel
            value={state}
            onChange={(event) => change(index, { state: ComponentState.parse(event.target.value) })}
          >
            {COMPONENT_STATES.map((one) => (
              <option key={one} value={one}>
                {t(`componentState.${one}`)}
              </option>
            ))}
          </SelectField>
          <IconButton
            label={t('composer.removeComponent', { name })}
            icon={<X size={16} aria-hidden />}
            onClick={() => onChange(components.toSpliced(index, 1))}
          />
        </div>
      ))}
      {components.length >= MAX_COMPONENTS ? null : (
        <div>
          <Button
            variant="quiet"
            className="-ml-2.5"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => onChange([...components, { name: '', state: 'degraded' }])}
          >
            {t('composer.addComponent')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
