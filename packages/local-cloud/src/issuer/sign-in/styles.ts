/** The page's only styles; the console's colours and fonts. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1b2429; --dim: #5a676e; --page: #f3f7f8; --card: #fff; --line: #d5dfe3; --sea: #0b667d; --pale: #e6f6f9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eef0; --dim: #a5b3b9; --page: #14191c; --card: #1d2427; --line: #344047; --sea: #70bccd; --pale: #173039; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif; word-break: keep-all; }
main { width: 100%; max-width: 28rem; }
.brand { display: flex; align-items: center; gap: .625rem; font-weight: 650; font-size: 1.125rem; margin: 0 0 1.5rem; }
.brand svg { width: 2rem; height: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.3; font-weight: 650; margin: 0; }
.lead { color: var(--dim); margin: .375rem 0 1.5rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.person { display: grid; grid-template-columns: 3rem 1fr; gap: .125rem 1rem; align-items: center; padding: 1rem; border: 1px solid var(--line); border-radius: .75rem;
  background: var(--card); color: inherit; text-decoration: none; transition: border-color .12s, box-shadow .12s; }
.person:hover { border-color: var(--sea); box-shadow: 0 2px 10px rgb(0 40 60 / .1); }
.person:focus-visible { outline: 3px solid var(--sea); outline-offset: 2px; }
.face { width: 3rem; height: 3rem; border-radius: 50%; display: grid; place-items: center; background: var(--pale); color: var(--sea); font-weight: 650; }
.name { font-weight: 600; display: flex; flex-wrap: wrap; gap: .25rem .625rem; align-items: center; }
.role { font-size: .8125rem; font-weight: 500; color: var(--sea); background: var(--pale); border-radius: 1rem; padding: .0625rem .625rem; }
.may { display: block; color: var(--dim); font-size: .875rem; }
.note { color: var(--dim); font-size: .8125rem; margin: 1.5rem 0 0; }
@media (prefers-reduced-motion: reduce) { .person { transition: none; } }
`;
