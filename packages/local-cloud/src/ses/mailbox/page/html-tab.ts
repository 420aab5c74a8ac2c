import { make } from './dom.ts';

const HERE = 'http://127.0.0.1:* http://localhost:*';

/** Nothing but styles and pictures; pictures from elsewhere only when asked for. */
const policy = (withRemote: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    `img-src data: ${HERE}${withRemote ? ' http: https:' : ''}`,
  ].join('; ');

const documentOf = (html: string, withRemote: boolean): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(withRemote)}"><base target="_blank">${html}`;

const isRemote = (html: string): boolean =>
  /(?:src|background|srcset)\s*=\s*["']?https?:\/\/(?!127\.0\.0\.1|localhost)|url\(\s*["']?https?:/i.test(html);

/**
 * Shows a message's HTML where it can do no harm: a frame with an origin of its own, without scripts and forms. Its
 * links open in a new tab.
 */
export const fillHtml = (panel: HTMLElement, html: string): void => {
  const frame = make('iframe', { title: 'HTML of the message', referrerPolicy: 'no-referrer' });
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  frame.srcdoc = documentOf(html, false);

  const phone = make(
    'button',
    { type: 'button', className: 'quiet phone-width', 'aria-pressed': 'false' },
    'Phone width',
  );
  phone.addEventListener('click', () => {
    const isPhone = frame.classList.toggle('phone');
    phone.setAttribute('aria-pressed', String(isPhone));
  });

  const remote = make('button', { type: 'button', className: 'quiet', hidden: !isRemote(html) }, 'Load remote images');
  remote.addEventListener('click', () => {
    frame.srcdoc = documentOf(html, true);
    remote.hidden = true;
  });

  panel.replaceChildren(
    make('div', { className: 'frame-tools' }, phone, remote),
    make('div', { className: 'frame' }, frame),
  );
};
