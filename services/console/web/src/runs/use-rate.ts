import { useEffect, useState } from 'react';

import { decided } from './progress.ts';
import { rateOf, type Sample, withSample } from './rate.ts';
import type { Run } from './run-scene.ts';

/** Mails a second as this page has seen them go out; undefined at first. */
export const useRate = (run: Run): number | undefined => {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, { at: Date.now(), done: decided(run) })), [run]);
  return rateOf(samples);
};
