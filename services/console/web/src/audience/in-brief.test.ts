import { inBrief } from './in-brief.ts';

it('begins with the name, and leaves out what is empty', () => {
  expect(inBrief({ city: '서울', plan: 'pro', name: '김민준', note: '' })).toBe('김민준 · 서울 · pro');
  expect(inBrief({})).toBe('');
});

it('leaves out yes and no, which say nothing without the name of their field', () => {
  expect(inBrief({ name: '김민준', agreed: 'true', vip: 'false', city: '서울' })).toBe('김민준 · 서울');
});
