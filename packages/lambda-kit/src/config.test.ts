import * as z from 'zod/mini';

import { readConfig } from './config.ts';

const Config = z.object({ TABLE_NAME: z.string().check(z.minLength(1)), DLQ_URL: z.url() });

describe('readConfig', () => {
  it('gives what was asked for and nothing else of the environment', () => {
    const env = { TABLE_NAME: 'things', DLQ_URL: 'http://127.0.0.1/dlq', AWS_SECRET_ACCESS_KEY: 'secret' };

    expect(readConfig(Config, env)).toEqual({ TABLE_NAME: 'things', DLQ_URL: 'http://127.0.0.1/dlq' });
  });

  it('names everything that is wrong at once, and no values', () => {
    const read = () => readConfig(Config, { TABLE_NAME: '', DLQ_URL: 'somewhere' });

    expect(read).toThrow('Invalid configuration: TABLE_NAME, DLQ_URL');
    expect(read).not.toThrow('somewhere');
  });
});
