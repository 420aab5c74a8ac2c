import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { beginSession } from './app/session/begin-session.ts';
import { startTexts } from './app/texts/start-texts.ts';

const root = createRoot(document.querySelector('#root') ?? document.body);

startTexts();
root.render(
  <StrictMode>
    <App beginning={beginSession()} />
  </StrictMode>,
);
