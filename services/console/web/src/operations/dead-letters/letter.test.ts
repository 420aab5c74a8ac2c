import { filledOf, type Queue, readable, typeOf } from './letter.ts';

const queue = (name: string, messages: number, hidden = 0): Queue => ({
  queue: name,
  service: 'feedback',
  messages,
  hidden,
  takesBack: true,
  mayBeDiscarded: true,
  runbook: `docs/runbooks/${name}-dlq.md`,
});

it('says what kind of message it is, unless it is broken', () => {
  expect(typeOf('{"type":"campaign_run.started.v1"}')).toBe('campaign_run.started.v1');
  expect(typeOf('{"type":7}')).toBeUndefined();
  expect(typeOf('null')).toBeUndefined();
  expect(typeOf('not json')).toBeUndefined();
});

it('sets JSON on several lines and leaves everything else as it came', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable('{"a":')).toBe('{"a":');
});

it('shows the fullest queue first, those that somebody looks at included, and no empty one', () => {
  const queues = [queue('empty', 0), queue('few', 2), queue('looked-at', 0, 3)];

  expect(filledOf(queues).map((each) => each.queue)).toEqual(['looked-at', 'few']);
});
