import type { Locator, Page } from 'playwright-core';

/** What people do with a page, by the names that they read on it. */
export const press = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click();

export const follow = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('link', { name, exact: true }).first().click();

export const write = (page: Page, field: string, text: string): Promise<void> =>
  page.getByRole('textbox', { name: field, exact: true }).fill(text);

export const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  // Where several can be chosen the list of them stays open, and covers what is below.
  await page.keyboard.press('Escape');
};

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** Drops a file on something, as if it came from a folder. */
export const drop = async (target: Locator, { name, text }: Dropped): Promise<void> => {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' })`;
  const dataTransfer = await target
    .page()
    .evaluateHandle(`(() => { const carried = new DataTransfer(); carried.items.add(${file}); return carried; })()`);
  await target.dispatchEvent('drop', { dataTransfer });
};
