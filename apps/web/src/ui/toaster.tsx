import { usePopups } from './popups/load.ts';
import { useToasts } from './toast.ts';

/** What is said, said. The regions are there before they speak, or nobody would hear them. */
const Regions = () => {
  const newest = useToasts(({ toasts }) => toasts.toSorted((a, b) => b.said - a.said)[0]);
  const spoken =
    newest === undefined ? null : <p key={newest.said}>{[newest.title, newest.detail].filter(Boolean).join('. ')}</p>;
  const urgent = newest?.tone === 'alarm';
  return (
    <>
      <div aria-live="polite" className="sr-only">
        {urgent ? null : spoken}
      </div>
      <div aria-live="assertive" className="sr-only">
        {urgent ? spoken : null}
      </div>
    </>
  );
};

/** Once in a page. Messages that answer what somebody did: nothing that is only said here may be lost. */
export const Toaster = () => {
  const some = useToasts(({ toasts }) => toasts.length > 0);
  const popups = usePopups(some);
  return (
    <>
      <Regions />
      {some && popups !== undefined ? <popups.ToastList /> : null}
    </>
  );
};
