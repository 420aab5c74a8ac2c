/** Stands there if not even the console's words could be loaded, and so says it in both languages. */
export const Unloaded = () => (
  <main style={{ maxWidth: '32rem', margin: '20vh auto', padding: '0 1rem', fontFamily: 'system-ui, sans-serif' }}>
    <p lang="en">The console could not be loaded. Look at your connection, then load the page again.</p>
    <p lang="ko">콘솔을 불러오지 못했습니다. 인터넷 연결을 확인한 뒤 페이지를 새로 고쳐 주십시오.</p>
  </main>
);
