import type { Check } from '../campaign.ts';
import { inKorean } from './korean-checks.ts';

const check = { id: 'quota', level: 'warn', found: 'too_small', title: 'In English.', data: {} } as const;

it('says what was found, with its figures', () => {
  expect(inKorean({ ...check, data: { left24Hours: 120, max24Hours: 50_000 } }).title).toBe(
    '24시간 한도 50,000통 중 120통이 남았습니다.',
  );
});

it('names the links that want mending', () => {
  const links: Check = {
    ...check,
    id: 'links',
    found: 'flawed',
    data: {
      links: 4,
      flawed: [
        { href: '', flaw: 'empty' },
        { href: 'http://a.kr', flaw: 'not_https' },
      ],
    },
  };

  expect(inKorean(links)).toEqual({
    title: '살펴볼 링크가 2개 있습니다: 비어 있음, https가 아님.',
    advice: '템플릿에서 고쳐 주십시오: (빈 링크) · http://a.kr',
  });
});

it('leaves what it has no words for as it came', () => {
  expect(inKorean({ ...check, found: 'new_finding', advice: 'Do something.' })).toEqual({
    title: 'In English.',
    advice: 'Do something.',
  });
});

it('says when a window opens, on the clocks there', () => {
  const data = { opensAt: '2026-12-01T00:00:00.000Z', timeZone: 'Asia/Seoul' };

  expect(inKorean({ ...check, id: 'window', found: 'closed', data }).title).toContain('2026년 12월 1일 오전 9:00');
});
