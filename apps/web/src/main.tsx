import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { App } from './app/app.tsx';
import { loadActing } from './live/later-acting.ts';
import { loadFirstTexts, loadLaterTexts, localeOf } from './messages/messages.ts';
import { everyPartNeeds } from './ui/patiently.ts';
import './ui/base.css';

// Zod would try whether it may compile code, which our content security policy forbids and browsers report.
z.config({ jitless: true });

const element = document.getElementById('app');
if (element === null) throw new Error('index.html has no element with the id "app".');

const locale = localeOf(navigator.languages);
document.documentElement.lang = locale;
everyPartNeeds(() => Promise.all([loadLaterTexts(locale), loadActing()]));
await loadFirstTexts(locale);
createRoot(element).render(
  <StrictMode>
    <App locale={locale} />
  </StrictMode>,
);
