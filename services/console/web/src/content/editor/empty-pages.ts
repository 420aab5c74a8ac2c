import type { Language } from '../../common/language/languages.ts';

/** What even an empty page has: a greeting, as an example of a merge field, and the link that every mail needs. */
const WORDS = {
  en: { greeting: "Hello {{ name | default: 'there' }},", leave: 'Unsubscribe' },
  ko: { greeting: "{{ name | default: '고객' }} 님, 안녕하세요.", leave: '수신거부' },
} as const satisfies Record<Language, { readonly greeting: string; readonly leave: string }>;

export const emptyMjml = (language: Language): string => `<mjml lang="${language}">
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>${WORDS[language].greeting}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text font-size="13px" align="center"><a href="{{ unsubscribe_url }}">${WORDS[language].leave}</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;

export const emptyHtml = (language: Language): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
  </head>
  <body>
    <p>${WORDS[language].greeting}</p>
    <p><a href="{{ unsubscribe_url }}">${WORDS[language].leave}</a></p>
  </body>
</html>
`;
