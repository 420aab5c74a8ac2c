import './app/mantine.css';
import '@mantine/notifications/styles.css';
import './app/app.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { beginSession } from './app/session/begin-session.ts';
import { Unloaded } from './app/unloaded.tsx';
import { speech } from './common/language/speech.ts';

const root = createRoot(document.querySelector('#root') ?? document.body);
const beginning = beginSession();

document.documentElement.lang = speech.language();
speech.subscribe(() => {
  document.documentElement.lang = speech.language();
});
speech.prepare().then(
  () =>
    root.render(
      <StrictMode>
        <App beginning={beginning} />
      </StrictMode>,
    ),
  () => root.render(<Unloaded />),
);
