import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#0b667d', onAccent: '#ffffff', wash: '#eef4f6', nightAccent: '#7fd3e0' } as const;

const WORDS = {
  en: {
    subject: 'What we learned in November',
    preview: 'Three short reads, and one thing to try this week.',
    brand: 'The Monthly Note',
    issue: 'November · No. 12',
    picture: 'A calm sea at dawn with a small sailing boat',
    title: 'What we learned this month',
    greeting: "Hello {{ name | default: 'there' }},",
    lead: 'every month we collect what our team found worth passing on. It takes four minutes to read, and you can stop anywhere.',
    stories: [
      {
        title: 'Write the last sentence first',
        text: 'Knowing where a text ends makes every sentence before it shorter. We tried it for a month on everything we published.',
        link: 'Read on',
      },
      {
        title: 'What 200 readers told us',
        text: 'You wanted fewer mails and longer stories. Here is what changes from January, and what stays as it is.',
        link: 'See the answers',
      },
    ],
    tryTitle: 'Try this week',
    tryText: 'Pick one recurring meeting and replace it, just once, with a page that everybody reads beforehand.',
    button: 'Read the whole issue',
  },
  ko: {
    subject: '11월에 우리가 배운 것들',
    preview: '짧은 글 세 편과 이번 주에 해 볼 만한 일 하나를 담았습니다.',
    brand: '월간 노트',
    issue: '11월호 · 제12호',
    picture: '새벽의 잔잔한 바다 위에 떠 있는 작은 돛단배',
    title: '이번 달에 배운 것들',
    greeting: "안녕하세요, {{ name | default: '독자' }} 님.",
    lead: '나누고 싶은 이야기를 매달 모아 보내 드립니다. 다 읽는 데 4분이면 충분하고, 어디서든 멈추셔도 좋습니다.',
    stories: [
      {
        title: '마지막 문장부터 써 보기',
        text: '글이 어디서 끝나는지 알면 그 앞의 모든 문장이 짧아집니다. 한 달 동안 모든 글에 적용해 보았습니다.',
        link: '이어서 읽기',
      },
      {
        title: '독자 200분이 들려주신 이야기',
        text: '메일은 적게, 이야기는 길게 받고 싶다고 하셨습니다. 1월부터 달라지는 점과 그대로인 점을 정리했습니다.',
        link: '결과 보기',
      },
    ],
    tryTitle: '이번 주에 해 보세요',
    tryText: '반복되는 회의 하나를 딱 한 번만, 모두가 미리 읽는 한 쪽짜리 글로 바꿔 보세요.',
    button: '전체 내용 읽기',
  },
} as const;

const story = ({ title, text, link }: { readonly title: string; readonly text: string; readonly link: string }) =>
  `    <mj-section css-class="sheet">
      <mj-column>
        <mj-text mj-class="heading">${title}</mj-text>
        <mj-text>${text} <a href="https://example.com/stories">${link}&nbsp;→</a></mj-text>
        <mj-divider />
      </mj-column>
    </mj-section>`;

export const newsletter: StarterLook = {
  write: (language, pictures) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet" padding="24px 0 20px">
      <mj-group>
        <mj-column vertical-align="middle"><mj-text font-weight="700" font-size="18px" padding="0 0 0 32px">${words.brand}</mj-text></mj-column>
        <mj-column vertical-align="middle"><mj-text mj-class="small" align="right" padding="0 32px 0 0">${words.issue}</mj-text></mj-column>
      </mj-group>
    </mj-section>
    <mj-section css-class="sheet">
      <mj-column><mj-image src="${pictures}/newsletter.png" alt="${words.picture}" width="600px" /></mj-column>
    </mj-section>
    <mj-section css-class="sheet" padding="32px 0 8px">
      <mj-column>
        <mj-text mj-class="title">${words.title}</mj-text>
        <mj-text>${words.greeting}<br />${words.lead}</mj-text>
        <mj-divider />
      </mj-column>
    </mj-section>
${words.stories.map(story).join('\n')}
    <mj-section css-class="sheet" padding="0 32px 32px">
      <mj-column background-color="#e4f1f4" border-radius="12px" padding="24px 0 8px" css-class="tip">
        <mj-text mj-class="heading" padding="0 24px 8px" color="#084c5d">${words.tryTitle}</mj-text>
        <mj-text padding="0 24px 16px" color="#1f2933">${words.tryText}</mj-text>
        <mj-button href="https://example.com/issues/12" padding="0 24px 16px">${words.button}</mj-button>
      </mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.title, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
