import { createClosing } from './closing.ts';

describe('closing', () => {
  it('ends in the opposite order, once, and goes on after a part that fails', async () => {
    const ended: string[] = [];
    const lines: string[] = [];
    const closing = createClosing((line) => void lines.push(line));
    closing.add(() => void ended.push('database'));
    closing.add(() => {
      throw new Error('stuck');
    });
    closing.add(async () => void ended.push('gateway'));

    await Promise.all([closing.close(), closing.close()]);

    expect(ended).toEqual(['gateway', 'database']);
    expect(lines).toEqual(['while stopping: stuck']);
  });
});
