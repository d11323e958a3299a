import { useTranslations } from 'use-intl';

/** Only shown, not ticked: a text is changed by editing it. */
export const TaskMark = ({ done }: { done: boolean }) => {
  const t = useTranslations('writing.markdown');
  return (
    <>
      <span aria-hidden="true">{done ? '☑' : '☐'}</span>
      <span className="sr-only">{t(done ? 'done' : 'open')}</span>
    </>
  );
};
