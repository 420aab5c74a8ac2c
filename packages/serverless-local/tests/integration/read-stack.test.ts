import { join } from 'node:path';
import { readStack, serviceNameOf } from '../../src/read-stack.ts';

const fixture = join(import.meta.dirname, '../fixture');

describe('readStack', () => {
  it('reads a stack with every variable resolved as the framework would', async () => {
    const stack = await readStack(join(fixture, 'stateful'), { stage: 'local', region: 'eu-north-1' });

    expect(serviceNameOf(stack)).toBe('lab-stateful');
    expect(stack).toMatchObject({
      provider: { region: 'eu-north-1', stage: 'local', tags: { service: 'lab-stateful', stage: 'local' } },
      resources: [{ Resources: { Table: { Properties: { TableName: 'bulkhead-local-lab' } } } }],
    });
  });

  it('keeps CloudFormation intrinsics as they are', async () => {
    const stack = await readStack(fixture, { stage: 'local' });

    expect(stack).toMatchObject({ functions: { addresses: { environment: { QUEUE_URL: { Ref: 'LettersQueue' } } } } });
  });

  it('says where a variable is that it cannot resolve', async () => {
    await expect(readStack(join(fixture, 'unresolved'), { stage: 'local' })).rejects.toThrow(
      'Cannot resolve variable at "provider.stage"',
    );
  });
});
