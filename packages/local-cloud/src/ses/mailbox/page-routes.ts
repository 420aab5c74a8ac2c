import { readFile } from 'node:fs/promises';

import { type Asked, Problem } from './http.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const files: ReadonlySet<string> = new Set([
  'page.css',
  'message.css',
  'page.js',
  'api.js',
  'dom.js',
  'list.js',
  'message.js',
  'html-tab.js',
  'tabs.js',
  'words.js',
  'icon.svg',
]);

/**
 * What the page may do. Styles in line and images from anywhere are for the mail's own HTML: its frame inherits this
 * policy, and adds a stricter one of its own (html-tab.js). Scripts come from here or not at all.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: http: https:",
  'font-src data:',
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const sendFile = async ({ response }: Asked, name: string): Promise<void> => {
  const content = await readFile(new URL(`./page/${name}`, import.meta.url));
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': PAGE_POLICY,
  });
  response.end(content);
};

/** The mailbox page and its files. */
export const pageRoutes = {
  page: (asked: Asked): Promise<void> => sendFile(asked, 'page.html'),

  file: async (asked: Asked): Promise<void> => {
    const [name = ''] = asked.params;
    if (!files.has(name)) throw new Problem(404, 'No such file.');
    await sendFile(asked, name);
  },
};
