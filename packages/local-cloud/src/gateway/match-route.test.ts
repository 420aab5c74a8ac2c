import { matchRoute } from './match-route.ts';

const route = (routeKey: string) => ({ routeKey, functionName: routeKey });
const documented = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
  'ANY /pets/dog/1',
].map(route);

describe('matchRoute', () => {
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['PUT', '/pets/dog/1', 'ANY /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/pets/cat/1', 'ANY /{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('sends %s %s to %s, whatever was declared first', (method, path, expected) => {
    expect(matchRoute(documented, method, path)?.routeKey).toBe(expected);
    expect(matchRoute(documented.toReversed(), method, path)?.routeKey).toBe(expected);
  });

  it.each([
    ['another method', 'POST', '/runs/1'],
    ['a longer path', 'GET', '/runs/1/waves'],
    ['a shorter path', 'GET', '/runs'],
    ['an empty variable', 'GET', '/runs/'],
    ['another case', 'GET', '/Runs/1'],
  ])('finds nothing for %s', (_, method, path) => {
    expect(matchRoute([route('GET /runs/{id}')], method, path)).toBeUndefined();
  });

  it('compares text as it reads, not as it is encoded', () => {
    expect(
      matchRoute([route('GET /r%C3%A9sum%C3%A9'), route('GET /résumé')], 'GET', '/r%C3%A9sum%C3%A9')?.routeKey,
    ).toBe('GET /résumé');
  });

  it('prefers text near the start over text near the end', () => {
    const routes = [route('GET /{a}/b'), route('GET /a/{b}')];

    expect(matchRoute(routes, 'GET', '/a/b')?.routeKey).toBe('GET /a/{b}');
  });
});
