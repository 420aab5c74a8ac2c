/** Stands where the app will be, and looks again every two seconds. */
export const buildingPage = {
  status: 503,
  type: 'text/html; charset=utf-8',
  cacheControl: 'no-store',
  content: Buffer.from(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="2" />
    <title>Bulkhead</title>
    <style>
      body { font: 16px/1.6 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0; padding: 0 1rem; }
      main { max-width: 34rem; }
      p { margin: 0.25rem 0; }
    </style>
  </head>
  <body>
    <main>
      <h1>One moment</h1>
      <p>The console is being built. This page loads it as soon as it is there.</p>
      <p>If it stays like this, the terminal says why: <code>npx -y pnpm@12 start</code> builds it.</p>
      <p lang="ko">콘솔을 빌드하고 있습니다. 준비되면 자동으로 열립니다. 계속 이 화면이 보이면 터미널의 안내를 확인해 주십시오.</p>
    </main>
  </body>
</html>
`),
} as const;
