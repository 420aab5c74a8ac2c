import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#1c6e4a', onAccent: '#ffffff', wash: '#eef6f1', nightAccent: '#8fd9b6' } as const;

const WORDS = {
  en: {
    subject: 'Welcome aboard{% if name %}, {{ name }}{% endif %}',
    preview: 'Three small steps, and everything is ready.',
    picture: 'A green hill, a path and the sun coming up',
    title: 'Welcome aboard{% if name %}, {{ name }}{% endif %}',
    lead: 'Good to have you here. Most people are ready in ten minutes; these three steps are all it takes.',
    steps: [
      { title: 'Say who you are', text: 'A name and a picture, so that others know whom they write to.' },
      { title: 'Bring what you have', text: 'Upload a file, or connect what you use already.' },
      { title: 'Invite one person', text: 'It is twice as useful for two.' },
    ],
    button: 'Begin with step one',
    help: 'Stuck? Reply to this mail, or look into the <a href="https://example.com/help">guide</a>. We answer within a working day.',
    next: 'You will hear from us once a month. <a href="{{ unsubscribe_url }}">Not at all?</a> That is fine, too.',
  },
  ko: {
    subject: '{% if name %}{{ name }} 님, {% endif %}환영합니다',
    preview: '간단한 세 단계만 마치면 준비가 끝납니다.',
    picture: '초록 언덕과 오솔길, 떠오르는 해',
    title: '{% if name %}{{ name }} 님, {% endif %}환영합니다',
    lead: '함께해 주셔서 고맙습니다. 대부분 10분이면 준비를 마치십니다. 아래 세 단계만 따라와 주세요.',
    steps: [
      { title: '자신을 소개해 주세요', text: '이름과 사진이 있으면 상대방이 누구에게 쓰는지 알 수 있습니다.' },
      { title: '쓰시던 자료를 가져오세요', text: '파일을 올리거나 이미 쓰시는 서비스를 연결하세요.' },
      { title: '한 분을 초대해 보세요', text: '둘이 쓰면 두 배로 쓸모가 있습니다.' },
    ],
    button: '첫 단계 시작하기',
    help: '막히는 부분이 있으면 이 메일에 회신하시거나 <a href="https://example.com/help">안내서</a>를 확인해 주세요. 영업일 기준 하루 안에 답해 드립니다.',
    next: '소식은 한 달에 한 번 보내 드립니다. 원하지 않으시면 <a href="{{ unsubscribe_url }}">언제든 거부하실 수 있습니다.</a>',
  },
} as const;

const step = ({ title, text }: { readonly title: string; readonly text: string }, n: number): string =>
  `    <mj-section css-class="sheet" padding="0 16px">
      <mj-group>
        <mj-column width="16%"><mj-text align="center" font-size="28px" font-weight="700" line-height="1.2" color="${PALETTE.accent}" padding="0" css-class="accent">${n + 1}</mj-text></mj-column>
        <mj-column width="84%">
          <mj-text font-weight="700" font-size="17px" padding="2px 16px 2px 4px">${title}</mj-text>
          <mj-text font-size="15px" padding="0 16px 20px 4px">${text}</mj-text>
        </mj-column>
      </mj-group>
    </mj-section>`;

export const welcome: StarterLook = {
  write: (language, pictures) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet">
      <mj-column><mj-image src="${pictures}/welcome.png" alt="${words.picture}" width="600px" /></mj-column>
    </mj-section>
    <mj-section css-class="sheet" padding="32px 0 8px">
      <mj-column>
        <mj-text mj-class="title">${words.title}</mj-text>
        <mj-text>${words.lead}</mj-text>
      </mj-column>
    </mj-section>
${words.steps.map(step).join('\n')}
    <mj-section css-class="sheet" padding="0 0 16px">
      <mj-column>
        <mj-button href="https://example.com/start">${words.button}</mj-button>
        <mj-divider />
        <mj-text>${words.help}</mj-text>
        <mj-text mj-class="small">${words.next}</mj-text>
      </mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.preview, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
