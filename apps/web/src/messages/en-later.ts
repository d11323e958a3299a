import { brief } from './en/brief.ts';
import { catchUp } from './en/catch-up.ts';
import { files } from './en/files.ts';
import { history } from './en/history.ts';
import { incident } from './en/incident.ts';
import { integrations } from './en/integrations.ts';
import { paste } from './en/paste.ts';
import { people } from './en/people.ts';
import { phrases } from './en/phrases.ts';
import { presence } from './en/presence.ts';
import { timelineView } from './en/timeline-view.ts';
import { timeline } from './en/timeline.ts';
import { writing } from './en/writing.ts';

/** Texts of screens and dialogs that come later. */
export const later = {
  brief,
  files,
  catchUp,
  history,
  incident,
  integrations,
  paste,
  people,
  phrases,
  presence,
  timeline,
  timelineView,
  writing,
} as const;
