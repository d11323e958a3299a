import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadMessages, localeOf } from './messages/messages.ts';
import './ui/base.css';

const element = document.getElementById('app');
if (element === null) throw new Error('index.html has no element with the id "app".');

const locale = localeOf(navigator.languages);
document.documentElement.lang = locale;
const messages = await loadMessages(locale);
createRoot(element).render(
  <StrictMode>
    <App locale={locale} messages={messages} />
  </StrictMode>,
);
