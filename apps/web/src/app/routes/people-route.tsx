import type { PersonRow } from '@sitrep/shared/people/person-row';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PeoplePage } from '../../features/people/people-page.tsx';
import { SignInLinkDialog } from '../../features/session/sign-in-link-dialog.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../../widgets/me.ts';

export const PeopleRoute = () => {
  const t = useTranslations('people');
  const me = useMe();
  const [linkOf, setLinkOf] = useState<PersonRow>();
  useDocumentTitle(t('title'));
  return (
    <>
      <PeoplePage onSignInLink={setLinkOf} />
      {linkOf === undefined ? null : (
        <SignInLinkDialog
          userId={linkOf.id}
          name={linkOf.name}
          own={linkOf.id === me.id}
          onClose={() => setLinkOf(undefined)}
        />
      )}
    </>
  );
};
