import type { SectionName } from '@sitrep/shared/settings/values';
import type { ReactNode } from 'react';
import { SectionFrame } from './section-frame.tsx';
import { ChecklistsSection } from './sections/checklists-section.tsx';
import { RolesSection } from './sections/roles-section.tsx';
import { ServicesSection } from './sections/services-section.tsx';
import { SeveritiesSection } from './sections/severities-section.tsx';
import { TemplatesSection } from './sections/templates-section.tsx';
import { WatchdogsSection } from './sections/watchdogs-section.tsx';
import { WorkingTimeSection } from './sections/working-time-section.tsx';
import type { SectionProps } from './use-section.ts';

type Fields = { readonly [S in SectionName]: (props: SectionProps<S>) => ReactNode };

const FIELDS: Fields = {
  severities: SeveritiesSection,
  watchdogs: WatchdogsSection,
  workingTime: WorkingTimeSection,
  roles: RolesSection,
  checklists: ChecklistsSection,
  templates: TemplatesSection,
  services: ServicesSection,
};

/** One section of the settings of incident response. */
export const SettingsPage = ({ section }: { section: SectionName }) => {
  const Section = FIELDS[section] as (props: SectionProps<SectionName>) => ReactNode;
  return <SectionFrame key={section} section={section} renderFields={(props) => <Section {...props} />} />;
};
