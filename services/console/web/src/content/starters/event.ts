import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#7a3e9d', onAccent: '#ffffff', wash: '#f7f1fa', nightAccent: '#dcb8f0' } as const;

const WORDS = {
  en: {
    subject: 'You are invited: an evening about mail that people read',
    preview: 'Thursday 10 December, 19:00, at the Old Harbour Hall.',
    picture: 'Evening lights over a harbour and a row of chairs',
    eyebrow: 'INVITATION',
    title: 'An evening about mail that people read',
    lead: "Dear {{ name | default: 'friend' }}, we would like you to join us for three short talks, one long table and plenty of time to meet the others.",
    facts: [
      ['When', 'Thursday, 10 December 2026, 19:00 to 22:00'],
      ['Where', 'Old Harbour Hall, 1 Harbour Street, Seoul'],
      ['Costs', 'Nothing. Food and drinks are on us.'],
    ],
    button: 'I will come',
    planTitle: 'The evening',
    plan: [
      ['19:00', 'Doors open, something warm to drink'],
      ['19:30', 'Ji-woo Park: the first sentence'],
      ['20:00', 'Lena Brandt: fewer mails, more readers'],
      ['20:30', 'Dinner at one long table'],
    ],
    end: 'There are 60 seats. Please tell us by 3 December whether you will come, so that nobody’s seat stays empty.',
  },
  ko: {
    subject: '초대합니다: 끝까지 읽히는 메일에 대한 저녁',
    preview: '12월 10일 목요일 저녁 7시, 옛 항구 회관에서 뵙겠습니다.',
    picture: '항구의 저녁 불빛과 나란히 놓인 의자',
    eyebrow: '초대장',
    title: '끝까지 읽히는 메일에 대한 저녁',
    lead: "{{ name | default: '고객' }} 님을 모십니다. 짧은 발표 세 편과 긴 식탁, 그리고 서로를 알아 갈 넉넉한 시간을 준비했습니다.",
    facts: [
      ['일시', '2026년 12월 10일(목) 19:00~22:00'],
      ['장소', '서울 중구 항구로 1, 옛 항구 회관'],
      ['참가비', '무료 (식사와 음료를 드립니다)'],
    ],
    button: '참석하겠습니다',
    planTitle: '저녁 일정',
    plan: [
      ['19:00', '입장, 따뜻한 음료'],
      ['19:30', '박지우: 첫 문장'],
      ['20:00', '레나 브란트: 메일은 적게, 독자는 많게'],
      ['20:30', '긴 식탁에서 함께하는 저녁 식사'],
    ],
    end: '좌석은 60석입니다. 빈자리가 생기지 않도록 12월 3일까지 참석 여부를 알려 주시기 바랍니다.',
  },
} as const;

const rows = (pairs: readonly (readonly [string, string])[], width: number): string =>
  pairs
    .map(
      ([name, value]) =>
        `          <tr><td style="width: ${width}px; padding: 4px 0; vertical-align: top; font-weight: 700">${name}</td><td style="padding: 4px 0">${value}</td></tr>`,
    )
    .join('\n');

export const event: StarterLook = {
  write: (language, pictures) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet">
      <mj-column><mj-image src="${pictures}/event.png" alt="${words.picture}" width="600px" /></mj-column>
    </mj-section>
    <mj-section css-class="sheet">
      <mj-column>
        <mj-text mj-class="eyebrow">${words.eyebrow}</mj-text>
        <mj-text mj-class="title">${words.title}</mj-text>
        <mj-text>${words.lead}</mj-text>
        <mj-table font-size="16px" line-height="1.5" color="#1f2933" padding="0 32px 16px" role="presentation">
${rows(words.facts, 80)}
        </mj-table>
        <mj-button href="https://example.com/events/december">${words.button}</mj-button>
        <mj-divider />
      </mj-column>
    </mj-section>
    <mj-section css-class="sheet" padding="0 0 16px">
      <mj-column>
        <mj-text mj-class="heading">${words.planTitle}</mj-text>
        <mj-table font-size="16px" line-height="1.5" color="#1f2933" padding="0 32px 16px" role="presentation">
${rows(words.plan, 80)}
        </mj-table>
        <mj-text>${words.end}</mj-text>
      </mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.title, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
