import { type Asked, Problem } from './http.ts';
import { type PageFile, readPageFiles } from './page-files.ts';

/**
 * What the page may do. Styles in line and images from anywhere are for the mail's own HTML: its frame inherits this
 * policy, and adds a stricter one of its own (html-tab.ts). Scripts come from here or not at all.
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

const sendFile = ({ response }: Asked, file: PageFile | undefined): void => {
  if (file === undefined) throw new Problem(404, 'No such file.');

  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-cache',
    'content-security-policy': PAGE_POLICY,
  });
  response.end(file.content);
};

/** The mailbox page and its files, as they are now. */
export const pageRoutes = () => {
  const files = readPageFiles();

  return {
    page: (asked: Asked): void => sendFile(asked, files.get('page.html')),
    file: (asked: Asked): void => sendFile(asked, files.get(asked.params[0] ?? '')),
  };
};
