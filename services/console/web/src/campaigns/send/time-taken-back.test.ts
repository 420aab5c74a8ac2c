import { timeTakenBack } from './time-taken-back.ts';

it('calls a campaign a draft only where it is one', () => {
  expect(timeTakenBack('draft')).toBe('unscheduled');
  expect(timeTakenBack('sending')).toBe('overtaken');
  expect(timeTakenBack('scheduled')).toBe('overtaken');
  expect(timeTakenBack(undefined)).toBe('unscheduling');
});
