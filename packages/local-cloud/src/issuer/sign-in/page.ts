import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import { PEOPLE, type Person } from '../people.ts';
import { STYLES } from './styles.ts';
import { type Language, TEXTS } from './texts.ts';

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const MARK =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#0b5c6e"/><path d="M6 12h20v5c0 5.5-4.5 9-10 9s-10-3.5-10-9z" fill="#fff"/><path d="M12.7 12v13.3M19.3 12v13.3" stroke="#0b5c6e" stroke-width="1.8"/><path d="M9 9.5h14" stroke="#7fd3e0" stroke-width="2" stroke-linecap="round"/></svg>';
const ICON = `data:image/svg+xml,${encodeURIComponent(MARK.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'))}`;

/** Shows everybody one may sign in as; each is a link that goes on with the same request. */
export const sendSignInPage = (response: ServerResponse, asked: URL, language: Language): void => {
  const { title, heading, lead, note } = TEXTS[language];
  const people = PEOPLE.map((person) => `<li>${personLink(person, asked, language)}</li>`).join('');
  const content = `<h1>${heading}</h1><p class="lead">${lead}</p><ul>${people}</ul><p class="note">${note}</p>`;
  send(response, 200, { language, title, content });
};

/** Says why a sign-in cannot even be answered at the application's own address. */
export const sendRefusal = (response: ServerResponse, reason: string, language: Language): void => {
  const { refused, back } = TEXTS[language];
  const content = `<h1>${refused}</h1><p class="lead">${escapeHtml(reason)}</p><p>${back}</p>`;
  send(response, 400, { language, title: refused, content });
};

const personLink = ({ sub, name, role }: Person, asked: URL, language: Language): string => {
  const { roles, may } = TEXTS[language];
  const search = new URLSearchParams([...asked.searchParams].filter(([key]) => key !== 'person'));
  search.set('person', sub);
  return [
    `<a class="person" href="${escapeHtml(`/authorize?${search.toString()}`)}">`,
    `<span class="face" aria-hidden="true">${initialsOf(name)}</span>`,
    `<span><span class="name">${name} <span class="role">${roles[role]}</span></span>`,
    `<span class="may">${may[role]}</span></span></a>`,
  ].join('');
};

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly content: string;
}

const send = (response: ServerResponse, status: number, { language, title, content }: Page): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="${ICON}"><title>${title}</title><style>${STYLES}</style></head><body><main><p class="brand">${MARK}Bulkhead</p>${content}</main></body></html>`,
  );
};
