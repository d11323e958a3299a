import type { SituationLink } from '@sitrep/shared/situation/state';
import type { LinkKind } from '@sitrep/shared/situation/values';
import { FileText, Gauge, Link2, MessagesSquare, Phone, type LucideIcon } from 'lucide-react';

export const LINK_ICONS: Readonly<Record<LinkKind, LucideIcon>> = {
  bridge: Phone,
  chat: MessagesSquare,
  dashboard: Gauge,
  document: FileText,
  other: Link2,
};

/** What is shown of a link: its label, else its host and path, or the number. */
export const linkName = ({ label, url }: Pick<SituationLink, 'label' | 'url'>): string => {
  if (label !== '') return label;
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/iu, '').replace(/\/$/u, '');
};

const HINTS: readonly (readonly [kind: LinkKind, hint: RegExp])[] = [
  ['bridge', /^tel:|\b(?:meet|zoom|webex|whereby|jitsi|bigbluebutton|call)\b/iu],
  ['chat', /\b(?:slack|mattermost|chat|discord|rocket|zulip|teams|irc|matrix)\b/iu],
  ['dashboard', /\b(?:grafana|kibana|datadog|prometheus|dashboards?|metrics|newrelic|status)\b/iu],
  ['document', /\b(?:docs?|wiki|confluence|notion|runbooks?|drive)\b/iu],
];

/** What kind an address most likely is, so that nobody has to say it. */
export const guessKind = (url: string): LinkKind => HINTS.find(([, hint]) => hint.test(url))?.[0] ?? 'other';
