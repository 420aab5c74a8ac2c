import { frame } from './frame.ts';
import type { StarterLook } from './starter.ts';

const PALETTE = { accent: '#0b5cad', onAccent: '#ffffff', wash: '#ffffff', nightAccent: '#8cc4ff' } as const;

const WORDS = {
  en: {
    subject: 'A word about next year',
    preview: 'What changes for you in January, and why.',
    paragraphs: [
      "Dear {{ name | default: 'reader' }},",
      'I am writing to you myself because this concerns everybody who has been with us this year.',
      'From January we will answer your questions by telephone as well, on working days from nine to six. What you pay stays the same, and so does everything you have set up.',
      'If there is one thing that you would like to be different, <a href="https://example.com/ideas">tell me here</a> or simply reply. I read every answer.',
      'Thank you for your trust.',
    ],
    greeting: 'With kind regards,',
    name: 'Soo-jin Lee',
    role: 'Founder',
  },
  ko: {
    subject: '내년을 앞두고 드리는 말씀',
    preview: '1월부터 달라지는 점과 그 이유를 말씀드립니다.',
    paragraphs: [
      "{{ name | default: '고객' }} 님께",
      '올 한 해 함께해 주신 모든 분과 관련된 일이라 직접 글을 드립니다.',
      '1월부터는 평일 오전 9시부터 오후 6시까지 전화로도 문의하실 수 있습니다. 요금은 그대로이며, 설정해 두신 내용도 모두 그대로 유지됩니다.',
      '달라졌으면 하는 점이 있으시면 <a href="https://example.com/ideas">여기에 남겨 주시거나</a> 이 메일에 회신해 주십시오. 보내 주신 말씀은 모두 제가 읽겠습니다.',
      '믿고 함께해 주셔서 고맙습니다.',
    ],
    greeting: '감사합니다.',
    name: '이수진 드림',
    role: '대표',
  },
} as const;

export const letter: StarterLook = {
  write: (language) => {
    const words = WORDS[language];
    const body = `    <mj-section css-class="sheet" padding="24px 0 8px">
      <mj-column>
${words.paragraphs.map((paragraph) => `        <mj-text>${paragraph}</mj-text>`).join('\n')}
        <mj-text padding="8px 32px 16px">${words.greeting}<br /><strong>${words.name}</strong><br />${words.role}</mj-text>
        <mj-divider padding="8px 32px 0" />
      </mj-column>
    </mj-section>`;
    return {
      subject: words.subject,
      mjml: frame({ language, title: words.subject, preview: words.preview, palette: PALETTE, body }),
    };
  },
};
