import { OPEN_STATUSES, type OpenStatus } from '@sitrep/shared/incidents/values';
import { AUDIENCES, TEMPLATE_VARIABLES, type UpdateTemplate } from '@sitrep/shared/settings/values';
import { fillIn, unknownVariables } from '@sitrep/shared/updates/template';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { SeverityChecks } from '../severity-checks.tsx';
import { SAMPLE } from './template-sample.ts';

type Props = {
  template: UpdateTemplate;
  fault: string | undefined;
  onChange: (template: UpdateTemplate) => void;
};

/** What it says, for which incidents, and how it would look. */
export const TemplateFields = ({ template, fault, onChange }: Props) => {
  const t = useTranslations('settings.templates');
  const audience = useTranslations('settings.audience');
  const { name, severities, text } = template;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField
          label={t('name')}
          maxLength={80}
          required
          value={name}
          error={name.trim() === '' ? t('nameMissing') : undefined}
          onChange={(event) => onChange({ ...template, name: event.target.value })}
        />
        <SelectField
          label={t('audience')}
          value={template.audience}
          onChange={(event) => {
            const next = AUDIENCES.find((one) => one === event.target.value);
            if (next !== undefined) onChange({ ...template, audience: next });
          }}
        >
          {AUDIENCES.map((one) => (
            <option key={one} value={one}>
              {audience(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <SeverityChecks
        legend={t('severities')}
        value={severities}
        onChange={(next) => onChange({ ...template, severities: next })}
      />
      <StatusChecks value={template.statuses} onChange={(statuses) => onChange({ ...template, statuses })} />
      <TemplateText text={text} fault={fault} onChange={(next) => onChange({ ...template, text: next })} />
      <div className="grid gap-1">
        <p className="text-dense font-medium">{t('preview')}</p>
        <p className="rounded-m border border-border bg-raised px-3 py-2 whitespace-pre-wrap">
          {text.trim() === '' ? <span className="text-text-2">{t('previewEmpty')}</span> : fillIn(text, SAMPLE)}
        </p>
      </div>
    </>
  );
};

type TextProps = { text: string; fault: string | undefined; onChange: (text: string) => void };

const TemplateText = ({ text, fault, onChange }: TextProps) => {
  const t = useTranslations('settings.templates');
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string): void => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    const at = selectionStart + variable.length + 4;
    onChange(`${text.slice(0, selectionStart)}{{${variable}}}${text.slice(selectionEnd)}`);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const [unknown] = unknownVariables(text);
  return (
    <div className="grid gap-2">
      <TextArea
        ref={field}
        label={t('text')}
        sends={false}
        rows={6}
        maxLength={4_000}
        value={text}
        error={unknown === undefined ? fault : t('unknown', { name: unknown })}
        onChange={(event) => onChange(event.target.value)}
      />
      <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
        <legend className="mb-1 text-meta text-text-2">{t('variables')}</legend>
        {TEMPLATE_VARIABLES.map((variable) => (
          <Button
            key={variable}
            className="font-mono !px-1.5 !py-0 text-meta"
            title={t('insert', { name: variable })}
            onClick={() => insert(variable)}
          >
            {variable}
          </Button>
        ))}
      </fieldset>
    </div>
  );
};

type StatusProps = { value: readonly OpenStatus[]; onChange: (value: OpenStatus[]) => void };

const StatusChecks = ({ value, onChange }: StatusProps) => {
  const t = useTranslations('settings.templates');
  const words = useTranslations('words.status');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-dense font-medium">{t('statuses')}</legend>
      <div className="flex flex-wrap gap-x-4">
        {OPEN_STATUSES.map((status) => (
          <CheckField
            key={status}
            label={words(status)}
            checked={value.includes(status)}
            onChange={(event) =>
              onChange(OPEN_STATUSES.filter((one) => (one === status ? event.target.checked : value.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
};
