import type { Language } from '../../common/language/languages.ts';

/** Colours of a starter, by day and by night. All texts on them have a contrast above 4.5 : 1. */
export interface Palette {
  readonly accent: string;
  readonly onAccent: string;
  readonly wash: string;
  readonly nightAccent: string;
}

interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly preview: string;
  readonly palette: Palette;
  readonly body: string;
}

const FONTS = {
  en: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  ko: "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', -apple-system, 'Segoe UI', Arial, sans-serif",
} as const;

const FOOTERS = {
  en: {
    why: 'You get this mail because you subscribed at example.com.',
    who: 'Your company · 1 Harbour Street, 04524 Seoul · hello@example.com',
    leave: 'Unsubscribe',
  },
  ko: {
    why: '이 메일은 example.com에서 수신에 동의하신 분께 보내 드립니다.',
    who: '회사 이름 · 서울특별시 중구 항구로 1 (04524) · 02-000-0000 · hello@example.com',
    leave: '수신거부',
  },
} as const;

/** Everything around the body that every starter shares: type, dark colours, and the footer that the law asks for. */
export const frame = ({ language, title, preview, palette, body }: Frame): string => `<mjml lang="${language}">
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-preview>${preview}</mj-preview>
    <mj-breakpoint width="480px" />
    <mj-attributes>
      <mj-all font-family="${FONTS[language]}" />
      <mj-text font-size="16px" line-height="${language === 'ko' ? '1.75' : '1.6'}" color="#1f2933" padding="0 32px 16px" />
      <mj-section padding="0" background-color="#ffffff" css-class="sheet" />
      <mj-button background-color="${palette.accent}" color="${palette.onAccent}" font-size="16px" font-weight="600" border-radius="8px" inner-padding="14px 28px" padding="8px 32px 24px" align="left" css-class="button" />
      <mj-image padding="0" fluid-on-mobile="true" />
      <mj-divider border-width="1px" border-color="#e3e8ee" padding="8px 32px 24px" />
      <mj-class name="eyebrow" font-size="13px" font-weight="700" letter-spacing="${language === 'ko' ? '0' : '0.08em'}" color="${palette.accent}" padding="32px 32px 8px" css-class="accent" />
      <mj-class name="title" font-size="30px" line-height="1.25" font-weight="700" padding="0 32px 16px" />
      <mj-class name="heading" font-size="20px" line-height="1.35" font-weight="700" padding="0 32px 8px" />
      <mj-class name="small" font-size="13px" line-height="1.6" color="#52606d" css-class="quiet" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      a { color: ${palette.accent}; }
${language === 'ko' ? '      p, div, td, h1, h2 { word-break: keep-all; overflow-wrap: anywhere; }\n' : ''}      @media (prefers-color-scheme: dark) {
        body, .page, .page > table { background: #10161d !important; }
        .sheet, .sheet > table { background: #1a222c !important; }
        .sheet div, .sheet td { color: #e6ebf1 !important; }
        .tip > table > tbody > tr > td { background: #222f3b !important; }
        .sheet p { border-color: #364452 !important; }
        .accent div, .sheet a { color: ${palette.nightAccent} !important; }
        .band, .band > table { background: ${palette.accent} !important; }
        .band div { color: ${palette.onAccent} !important; }
        .button td { background: ${palette.accent} !important; }
        .button a { color: ${palette.onAccent} !important; }
        .quiet div { color: #a7b3c0 !important; }
      }
    </mj-style>
    <mj-raw>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
    </mj-raw>
  </mj-head>
  <mj-body width="600px" background-color="${palette.wash}" css-class="page">
    <mj-section background-color="${palette.wash}" padding="12px 0" css-class="page"><mj-column><mj-spacer height="4px" /></mj-column></mj-section>
${body}
${footer(language, palette)}
  </mj-body>
</mjml>
`;

const footer = (language: Language, { wash }: Palette): string => {
  const { why, who, leave } = FOOTERS[language];
  return `    <mj-section background-color="${wash}" padding="24px 0 40px" css-class="page">
      <mj-column>
        <mj-text mj-class="small" align="center" padding="0 24px">
          ${why}<br />
          ${who}<br />
          <a href="{{ unsubscribe_url }}" style="color: inherit; text-decoration: underline">${leave}</a>
        </mj-text>
      </mj-column>
    </mj-section>`;
};
