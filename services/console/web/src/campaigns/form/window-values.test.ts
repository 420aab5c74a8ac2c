import { timesWith, toWindow, toWindowValues, usualWindow, windowFlaw } from './window-values.ts';

const window = { timeZone: 'Asia/Seoul', days: ['mon', 'sun'], from: '09:00', to: '24:00' } as const;

it('saves a window that nobody has changed as it was', () => {
  expect(toWindow(toWindowValues(window), 'UTC')).toEqual({ window });
  expect(toWindow(toWindowValues(undefined), 'UTC')).toEqual({});
});

it('takes the zone of whoever plans where none is chosen, and days in the order of the week', () => {
  const values = { ...usualWindow, isOn: true, days: ['fri' as const, 'mon' as const] };

  expect(toWindow(values, 'Europe/Berlin')).toEqual({
    window: { timeZone: 'Europe/Berlin', days: ['mon', 'fri'], from: '09:00', to: '18:00' },
  });
});

it('refuses a window that never opens, but only if it is used', () => {
  expect(windowFlaw({ ...usualWindow, isOn: true, days: [] })).toBe('window_days');
  expect(windowFlaw({ ...usualWindow, isOn: true, from: '18:00', to: '09:00' })).toBe('window_times');
  expect(windowFlaw({ ...usualWindow, isOn: false, days: [] })).toBeUndefined();
});

it('offers half hours, and what was set elsewhere', () => {
  expect(timesWith('09:10', 'from')).toContain('09:10');
  expect(timesWith('09:00', 'from').at(-1)).toBe('23:30');
  expect(timesWith('18:00', 'to').at(-1)).toBe('24:00');
});
