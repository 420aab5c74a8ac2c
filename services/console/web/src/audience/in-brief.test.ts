import { inBrief } from './in-brief.ts';

it('begins with the name, and leaves out what is empty', () => {
  expect(inBrief({ city: '서울', plan: 'pro', name: '김민준', note: '' })).toBe('김민준 · 서울 · pro');
  expect(inBrief({})).toBe('');
});
