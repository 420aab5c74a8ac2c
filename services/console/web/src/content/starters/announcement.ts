import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#4338ca', onAccent: '#ffffff', wash: '#f1f1fb', nightAccent: '#b4b2fb' } as const;

const WORDS = {
  en: {
    subject: 'New: your reports, on your phone',
    preview: 'Everything you know from the desk, now in your pocket.',
    eyebrow: 'NEW TODAY',
    title: 'Your reports, now on your phone',
    lead: "Hello {{ name | default: 'there' }}, the app you have asked us for is here. It shows the same figures as the website, works without a connection, and takes a minute to set up.",
    button: 'Get the app',
    picture: 'A telephone that shows a bar chart and two figures',
    points: [
      { title: 'At a glance', text: 'The three figures you look at every morning, on one screen.' },
      { title: 'Offline', text: 'The last week stays on your phone, on the train and in the air.' },
      { title: 'Quiet', text: 'It tells you only what you asked to be told.' },
    ],
    quote: '“I close the laptop at six now, and still know how the day went.”',
    who: 'Min-jun Kim, shop owner, one of 80 testers',
    end: 'Questions? Reply to this mail: a person reads it.',
  },
  ko: {
    subject: '이제 휴대전화에서 보고서를 확인하세요',
    preview: '책상에서 보던 모든 것이 주머니 속으로 들어왔습니다.',
    eyebrow: '오늘의 새 소식',
    title: '이제 휴대전화에서 보고서를 확인하세요',
    lead: "{{ name | default: '고객' }} 님, 많은 분이 기다려 주신 앱이 나왔습니다. 웹사이트와 같은 수치를 보여 드리고, 인터넷이 연결되지 않아도 쓸 수 있으며, 설정은 1분이면 끝납니다.",
    button: '앱 설치하기',
    picture: '막대그래프와 두 개의 숫자가 표시된 휴대전화',
    points: [
      { title: '한눈에', text: '매일 아침 확인하시는 세 가지 수치를 한 화면에 담았습니다.' },
      { title: '오프라인에서도', text: '최근 일주일의 기록이 휴대전화에 남아 있습니다.' },
      { title: '조용하게', text: '요청하신 소식만 알려 드립니다.' },
    ],
    quote: '“이제 여섯 시에 노트북을 닫아도 하루가 어땠는지 알 수 있어요.”',
    who: '김민준, 매장 운영자 (시범 사용자 80명 중 한 분)',
    end: '궁금한 점이 있으시면 이 메일에 회신해 주세요. 담당자가 직접 읽습니다.',
  },
} as const;

const point = ({ title, text }: { readonly title: string; readonly text: string }) =>
  `      <mj-column padding="0 0 8px">
        <mj-text font-size="17px" font-weight="700" padding="0 16px 4px">${title}</mj-text>
        <mj-text font-size="15px" padding="0 16px 12px">${text}</mj-text>
      </mj-column>`;

export const announcement: StarterLook = {
  write: (language, pictures) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet" padding="8px 0 0">
      <mj-column>
        <mj-text mj-class="eyebrow">${words.eyebrow}</mj-text>
        <mj-text mj-class="title">${words.title}</mj-text>
        <mj-text>${words.lead}</mj-text>
        <mj-button href="https://example.com/app">${words.button}</mj-button>
      </mj-column>
    </mj-section>
    <mj-section css-class="sheet">
      <mj-column><mj-image src="${pictures}/announcement.png" alt="${words.picture}" width="600px" /></mj-column>
    </mj-section>
    <mj-section css-class="sheet" padding="32px 16px 8px">
${words.points.map(point).join('\n')}
    </mj-section>
    <mj-section css-class="sheet" padding="0 0 16px">
      <mj-column>
        <mj-divider />
        <mj-text font-size="19px" font-style="${language === 'ko' ? 'normal' : 'italic'}" padding="0 32px 8px">${words.quote}</mj-text>
        <mj-text mj-class="small">${words.who}</mj-text>
        <mj-text>${words.end}</mj-text>
      </mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.title, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
