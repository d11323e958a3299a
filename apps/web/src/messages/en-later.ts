import { brief } from './en/brief.ts';
import { checklists } from './en/checklists.ts';
import { catchUp } from './en/catch-up.ts';
import { choosing } from './en/choosing.ts';
import { exported } from './en/export.ts';
import { clocks } from './en/clocks.ts';
import { files } from './en/files.ts';
import { handover } from './en/handover.ts';
import { history } from './en/history.ts';
import { hypotheses } from './en/hypotheses.ts';
import { incident } from './en/incident.ts';
import { integrations } from './en/integrations.ts';
import { mitigations } from './en/mitigations.ts';
import { paste } from './en/paste.ts';
import { people } from './en/people.ts';
import { phrases } from './en/phrases.ts';
import { presence } from './en/presence.ts';
import { relations } from './en/relations.ts';
import { settings } from './en/settings.ts';
import { situation } from './en/situation.ts';
import { roster } from './en/roster.ts';
import { tasks } from './en/tasks.ts';
import { timelineView } from './en/timeline-view.ts';
import { timeline } from './en/timeline.ts';
import { updates } from './en/updates.ts';
import { writing } from './en/writing.ts';

/** Texts of screens and dialogs that come later. */
export const later = {
  brief,
  exported,
  files,
  catchUp,
  checklists,
  choosing,
  clocks,
  handover,
  history,
  hypotheses,
  incident,
  integrations,
  mitigations,
  paste,
  people,
  phrases,
  presence,
  relations,
  settings,
  situation,
  roster,
  tasks,
  timeline,
  timelineView,
  updates,
  writing,
} as const;
