import { useEffect, useState } from 'react';

import { decided } from './progress.ts';
import { rateOf, type Sample, withSample } from './rate.ts';
import type { Run } from './run-scene.ts';

/**
 * Mails a second as this page has seen them go out; undefined at first.
 * @param lookedAt when the run was looked at: one that stands still is the same run each time
 */
export const useRate = (run: Run, lookedAt: number): number | undefined => {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const done = decided(run);
  useEffect(() => setSamples((before) => withSample(before, { at: lookedAt, done })), [lookedAt, done]);
  return rateOf(samples);
};
