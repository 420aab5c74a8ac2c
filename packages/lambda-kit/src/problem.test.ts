import { problem } from './problem.ts';

describe('problem', () => {
  it('is an RFC 9457 answer', () => {
    const errors = [{ field: 'name', rule: 'must not be empty' }];

    const answer = problem({ status: 422, code: 'template_broken', detail: 'Close the tag in line 3.', errors });

    expect(answer).toEqual({
      status: 422,
      contentType: 'application/problem+json',
      body: {
        type: 'urn:bulkhead:problem:template_broken',
        title: 'Unprocessable',
        status: 422,
        detail: 'Close the tag in line 3.',
        errors,
      },
    });
  });

  it('has a title even for a status that nobody thought of', () => {
    expect(problem({ status: 418, code: 'teapot', detail: 'Use the other pot.' }).body).toMatchObject({
      title: 'Problem',
    });
  });
});
