import { deriveText } from '../../../services/campaigns/src/adapters/derive-text.ts';

/** A newsletter of a usual size (about 9 KB of HTML), in both template languages. */
const ROWS = 12;

interface Dialect {
  /** A field, or something else where a recipient lacks it. */
  readonly field: (name: string, otherwise?: string) => string;
  readonly when: (name: string, then: string) => string;
}

const liquid: Dialect = {
  field: (name, otherwise) => (otherwise === undefined ? `{{ ${name} }}` : `{{ ${name} | default: "${otherwise}" }}`),
  when: (name, then) => `{% if ${name} %}${then}{% endif %}`,
};

const handlebars: Dialect = {
  field: (name, otherwise) =>
    otherwise === undefined ? `{{${name}}}` : `{{#if ${name}}}{{${name}}}{{else}}${otherwise}{{/if}}`,
  when: (name, then) => `{{#if ${name}}}${then}{{/if}}`,
};

const CELL = 'padding:12px 24px;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333333';

const rowOf = (n: number): string => `
    <tr>
      <td style="${CELL}"><img src="https://cdn.shop.example/2026/11/${n}.jpg" alt="Offer ${n}" width="120" height="90">
        <h2 style="margin:0;font-size:18px">Offer number ${n}: a warm coat for cold days</h2>
        <p style="margin:4px 0">Made of wool – light, warm and washable. Until Sunday for ${n * 7},90 € instead of ${n * 11},00 €.</p>
        <a href="https://shop.example/offers/${n}?utm_source=newsletter" style="color:#0055aa">Look at it</a>
      </td>
    </tr>`;

const htmlIn = ({ field, when }: Dialect): string => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>News of the week</title><style>a{color:#0055aa}td{vertical-align:top}</style></head>
<body style="margin:0;background:#f4f4f4">
  <table role="presentation" width="600" align="center" style="background:#ffffff">
    <tr><td style="${CELL}"><h1>Hello ${field('first_name', 'friend')},</h1>
      <p>this week we have chosen ${ROWS} offers for our customers in ${field('city')}.</p>
      ${when('points', `<p>You have <b>${field('points')}</b> points, worth a coat.</p>`)}</td></tr>${Array.from({ length: ROWS }, (_, n) => rowOf(n + 1)).join('')}
    <tr><td style="${CELL}"><p>Yours, the shop. Your customer number is ${field('customer')}.</p>
      <p>You get this because you subscribed as ${field('first_name')} ${field('last_name')}.
      <a href="${field('unsubscribe_url')}">Unsubscribe</a></p></td></tr>
  </table>
</body>
</html>
`;

const subjectIn = ({ field }: Dialect): string => `${field('first_name', 'Friend')}, ${ROWS} offers for cold days ❄`;

/** Ours derives the text part from the HTML; the usual stack is given one, which costs it less. */
/** With the text that campaigns derives from it when it is frozen. */
export const liquidNewsletter = {
  subject: subjectIn(liquid),
  html: htmlIn(liquid),
  text: deriveText(htmlIn(liquid)),
};

export const handlebarsNewsletter = {
  subject: subjectIn(handlebars),
  html: htmlIn(handlebars),
  text: `Hello ${handlebars.field('first_name', 'friend')},

this week we have chosen ${ROWS} offers for our customers in ${handlebars.field('city')}.
${handlebars.when('points', `You have ${handlebars.field('points')} points, worth a coat.`)}
${Array.from({ length: ROWS }, (_, n) => `\nOffer number ${n + 1}: a warm coat for cold days\nMade of wool – light, warm and washable.\nhttps://shop.example/offers/${n + 1}?utm_source=newsletter\n`).join('')}
Yours, the shop. Your customer number is ${handlebars.field('customer')}.
Unsubscribe: ${handlebars.field('unsubscribe_url')}
`,
};

export const sender = { name: 'The Shop', address: 'news@shop.example' };
