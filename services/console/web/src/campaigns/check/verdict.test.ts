import type { Check } from '../campaign.ts';
import type { OwnCheck } from './own-check.ts';
import { inOrder, isAgreed, mayLaunch, verdictOf } from './verdict.ts';

const theirs = (level: Check['level']): Check => ({ id: 'dkim', level, found: 'x', title: 'x', data: {} });
const ours = (level: OwnCheck['level']): OwnCheck => ({ id: 'audience', level, found: 'x', data: {} });
const passed = { checks: [theirs('ok')], canLaunch: true };

it('launches nothing that is red, whoever has found it', () => {
  expect(verdictOf({ checks: [theirs('stop')], canLaunch: false }, [])).toBe('stop');
  expect(verdictOf(passed, [ours('stop')])).toBe('stop');
  expect(verdictOf({ checks: [], canLaunch: false }, [])).toBe('stop');
  expect(mayLaunch('stop')).toBe(false);
});

it('launches nothing that has not been looked at', () => {
  expect(verdictOf(undefined, [])).toBe('pending');
  expect(verdictOf(passed, [ours('pending')])).toBe('pending');
  expect(mayLaunch('pending')).toBe(false);
});

it('launches what is doubtful: a person decides', () => {
  expect(verdictOf({ checks: [theirs('warn')], canLaunch: true }, [ours('ok')])).toBe('warn');
  expect(mayLaunch('warn')).toBe(true);
  expect(verdictOf(passed, [ours('ok')])).toBe('ok');
});

it('takes nobody for agreed who has not looked at the warnings, nor while something is not known', () => {
  expect(isAgreed('ok', false)).toBe(true);
  expect(isAgreed('warn', false)).toBe(false);
  expect(isAgreed('warn', true)).toBe(true);
  expect(isAgreed('pending', true)).toBe(false);
  expect(isAgreed('stop', true)).toBe(false);
});

it('names what stops first', () => {
  expect(inOrder([theirs('ok'), ours('pending'), theirs('warn'), ours('stop')]).map(({ level }) => level)).toEqual([
    'stop',
    'warn',
    'pending',
    'ok',
  ]);
});
