import { EDIT_IMPACT } from '../../features/situation/impact/impact-panel.tsx';
import { tabId } from '../../ui/tabs.tsx';

/** Opens the form of the impact; where parts of the room are tabs, shows its part first. */
export const editImpact = (): void => {
  const button = document.getElementById(EDIT_IMPACT);
  if (button !== null) return button.click();
  document.getElementById(tabId('room', 'now'))?.click();
  requestAnimationFrame(() => document.getElementById(EDIT_IMPACT)?.click());
};
