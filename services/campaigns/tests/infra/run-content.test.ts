import { packagedTemplate } from '@bulkhead/testing';

const stack = await packagedTemplate(new URL('../../', import.meta.url));

it('lets the function that shows what a run has sent read nothing of the tests, and write nothing', () => {
  const role = stack.all.find(({ type, logicalId }) => type === 'AWS::IAM::Role' && /^GetRunContent/i.test(logicalId));
  const written = JSON.stringify(role?.properties ?? null);

  expect(written).toContain('/exchange/run_*');
  expect(written).toContain('s3:GetObject');
  expect(written).not.toMatch(/exchange\/\*|s3:Put|s3:Delete|dynamodb:Put|dynamodb:Update|dynamodb:Delete/);
});
