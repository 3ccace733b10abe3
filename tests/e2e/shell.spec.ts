import { expect, test } from './fixture.ts';

test('the page is a secure context with storage and no way out', async ({ launch, shot }) => {
  const { page } = await launch();
  const seen = await page.evaluate(async () => ({
    secure: isSecureContext,
    desktop: typeof window.desktop,
    about: await window.desktop?.about(),
  }));
  console.log(JSON.stringify(seen));
  await shot(page, 'start');
  expect(seen.secure).toBe(true);
});
