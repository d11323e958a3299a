import { StrictMode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';
import './page.css';

// The least that shows rows and entries live: React, one socket, one list, no design.
type Row = { readonly id: number; readonly title: string; readonly severity: number; readonly changes: number };
type State = { readonly rows: readonly Row[]; readonly entries: readonly string[] };
type Change = { readonly id?: number; readonly title?: string; readonly text?: string };

const ENTRIES = 200;

const socket = io({ transports: ['websocket'] });

const changed = (state: State, { id, title, text }: Change): State => {
  if (title !== undefined) {
    return { ...state, rows: [...state.rows, { id: state.rows.length, title, severity: 1, changes: 0 }] };
  }
  const rows = state.rows.map((row) => (row.id === id ? { ...row, changes: row.changes + 1 } : row));
  return { rows, entries: text === undefined ? state.entries : [...state.entries, text].slice(-ENTRIES) };
};

const send = (change: Change): void =>
  void fetch('/command', { method: 'POST', body: JSON.stringify(change), headers: { 'Content-Type': 'text/plain' } });

const Page = () => {
  const [state, setState] = useState<State>();
  const [room, setRoom] = useState(location.pathname !== '/');
  useEffect(() => {
    socket.on('state', setState);
    socket.on('change', (change: Change) => setState((before) => before && changed(before, change)));
    return () => void socket.off();
  }, []);
  useEffect(() => {
    const back = (): void => setRoom(location.pathname !== '/');
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  if (state === undefined) return null;
  const open = (path: string): void => {
    history.pushState(undefined, '', path);
    setRoom(true);
  };
  return room ? <Entries entries={state.entries} /> : <Rows rows={state.rows} onOpen={open} />;
};

const Rows = ({ rows, onOpen }: { rows: readonly Row[]; onOpen: (path: string) => void }) => {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent): void => {
      if (target instanceof HTMLInputElement) return;
      if (key === 'j') setAt((before) => before + 1);
      if (key === 'k') setAt((before) => before - 1);
      if (key === 'c') dialog.current?.showModal();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    document.querySelectorAll<HTMLElement>('li a')[at]?.focus();
  }, [at]);
  return (
    <main>
      <input type="search" aria-label="Search" value={text} onChange={(event) => setText(event.target.value)} />
      <dialog ref={dialog} aria-label="Declare">
        <input aria-label="What is broken?" />
      </dialog>
      <ul aria-label="Open incidents">
        {rows.map(({ id, title, severity, changes }) => (
          <li key={id}>
            <span>SEV{severity}</span>
            <a
              href={`/incidents/${id}`}
              onClick={(event) => {
                event.preventDefault();
                onOpen(`/incidents/${id}`);
              }}
            >
              {title}
            </a>
            <span>Detected</span>
            <span>Nobody</span>
            <span>{changes}</span>
          </li>
        ))}
      </ul>
    </main>
  );
};

const Entries = ({ entries }: { entries: readonly string[] }) => {
  const [text, setText] = useState('');
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, scroller.current.scrollHeight);
  }, [entries]);
  return (
    <>
      <main ref={scroller} style={{ height: 'calc(100vh - 60px)' }}>
        <div role="log" aria-label="Timeline entries">
          <ul className="entries">
            {entries.map((entry, index) => (
              // Only ever added to at the end.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <time>03:12:08</time>
                <p>{entry}</p>
              </li>
            ))}
          </ul>
        </div>
      </main>
      <textarea
        aria-label="Write on the timeline"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          send({ id: 0, text });
          setText('');
        }}
      />
    </>
  );
};

const element = document.getElementById('app');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
