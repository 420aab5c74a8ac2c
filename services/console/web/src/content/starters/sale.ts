import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#b3261e', onAccent: '#ffffff', wash: '#fbf1ef', nightAccent: '#ffb4a9' } as const;

const WORDS = {
  en: {
    subject: 'Winter sale: 30% off until Sunday',
    preview: 'Warm things for cold days, for five days only.',
    eyebrow: 'WINTER SALE · UNTIL SUNDAY',
    title: '30% off everything warm',
    lead: "{{ name | default: 'Hello' }}, the days are short and the discounts are not. Until Sunday midnight, everything from the winter collection costs a third less.",
    picture: 'A red scarf, a cup of tea and falling snow',
    button: 'Go to the sale',
    codeTitle: 'Your code',
    code: 'WINTER30',
    codeHint: 'Type it in at the checkout. It works once for each order.',
    things: [
      { title: 'Wool scarf', was: '$40', now: '$28', picture: 'A folded wool scarf' },
      { title: 'Winter tea', was: '$20', now: '$14', picture: 'A steaming cup of tea' },
    ],
    terms: 'Until 6 December, 23:59. Not on gift cards. Free returns within 30 days.',
  },
  ko: {
    subject: '겨울 세일: 일요일까지 30% 할인',
    preview: '추운 날을 위한 따뜻한 물건, 닷새 동안만 할인합니다.',
    eyebrow: '겨울 세일 · 일요일까지',
    title: '따뜻한 겨울 상품 모두 30% 할인',
    lead: "{{ name | default: '고객' }} 님, 해는 짧아졌지만 할인은 넉넉합니다. 일요일 자정까지 겨울 상품을 모두 30% 할인해 드립니다.",
    picture: '빨간 목도리와 찻잔, 그리고 내리는 눈',
    button: '세일 보러 가기',
    codeTitle: '할인 코드',
    code: 'WINTER30',
    codeHint: '결제할 때 입력해 주세요. 주문마다 한 번 사용할 수 있습니다.',
    things: [
      { title: '울 목도리', was: '40,000원', now: '28,000원', picture: '곱게 접은 울 목도리' },
      { title: '겨울 홍차', was: '20,000원', now: '14,000원', picture: '김이 나는 찻잔' },
    ],
    terms: '12월 6일 23시 59분까지 진행하며 상품권은 제외됩니다. 30일 안에 무료로 반품하실 수 있습니다.',
  },
} as const;

interface Thing {
  readonly title: string;
  readonly was: string;
  readonly now: string;
  readonly picture: string;
}

const thing =
  (pictures: string) =>
  ({ title, was, now, picture }: Thing, n: number): string =>
    `      <mj-column padding="0 16px 16px">
        <mj-image src="${pictures}/sale-${n + 1}.png" alt="${picture}" width="252px" border-radius="12px" />
        <mj-text font-weight="700" padding="12px 0 0">${title}</mj-text>
        <mj-text padding="0 0 8px"><s>${was}</s>&nbsp; <strong>${now}</strong></mj-text>
      </mj-column>`;

export const sale: StarterLook = {
  write: (language, pictures) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet">
      <mj-column><mj-image src="${pictures}/sale.png" alt="${words.picture}" width="600px" /></mj-column>
    </mj-section>
    <mj-section css-class="sheet">
      <mj-column>
        <mj-text mj-class="eyebrow">${words.eyebrow}</mj-text>
        <mj-text mj-class="title" font-size="34px">${words.title}</mj-text>
        <mj-text>${words.lead}</mj-text>
        <mj-button href="https://example.com/sale">${words.button}</mj-button>
      </mj-column>
    </mj-section>
    <mj-section background-color="${PALETTE.accent}" css-class="band" padding="24px 0">
      <mj-column>
        <mj-text align="center" color="#ffffff" font-size="14px" padding="0 24px 4px">${words.codeTitle}</mj-text>
        <mj-text align="center" color="#ffffff" font-size="28px" font-weight="700" letter-spacing="0.12em" line-height="1.3" padding="0 24px 4px">${words.code}</mj-text>
        <mj-text align="center" color="#ffffff" font-size="14px" padding="0 24px">${words.codeHint}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section css-class="sheet" padding="32px 16px 8px">
${words.things.map(thing(pictures)).join('\n')}
    </mj-section>
    <mj-section css-class="sheet" padding="0 0 16px">
      <mj-column><mj-text mj-class="small">${words.terms}</mj-text></mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.title, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
