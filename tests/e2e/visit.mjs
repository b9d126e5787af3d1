// The way of the day and a visit from beginning to end, by the names a screen reader would hear.
import assert from 'node:assert/strict';

const button = (page, name) => page.getByRole('button', { name });
const back = (page) => page.getByRole('button', { name: 'Back' }).click();
const stops = (page) => page.locator('.s-route > li .s-name').allInnerTexts();

async function until(page, names) {
  for (let go = 0; go < 50; go += 1) {
    if (JSON.stringify(await stops(page)) === JSON.stringify(names)) return;
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await stops(page), names);
}

/** From Today: the stops in another order by button and by hand, and back to the phone's own. */
export async function dayRoute(page, shoot) {
  await button(page, 'Day route').click();
  await page.getByRole('heading', { name: 'Day route' }).waitFor();
  await page.locator('.s-route > li').first().waitFor();
  const planned = await stops(page);
  assert.ok(planned.length > 2, 'the demo has a day of stops');
  await shoot('day-route');
  await button(page, `Move ${planned[0]} down`).click();
  const moved = [planned[1], planned[0], ...planned.slice(2)];
  await until(page, moved);
  const handle = await page.locator('.s-route > li .s-handle').first().boundingBox();
  const row = await page.locator('.s-route > li').first().boundingBox();
  const at = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(...at);
  await page.mouse.down();
  await page.waitForTimeout(300);
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(at[0], at[1] + (row.height * step) / 8);
  await page.waitForTimeout(200);
  await page.mouse.up();
  await until(page, planned);
  await button(page, 'Order for me').click();
  await button(page, 'Order for me').waitFor({ state: 'hidden' });
  await until(page, planned);
  await back(page);
}

/** From Today: arrives at the next stop, notes, has it signed, leaves, and looks at the record. */
export async function visit(page, shoot) {
  await button(page, 'Check in').first().click();
  await button(page, /Here since/).click();
  await page.getByRole('textbox').fill('Wants the new range in June');
  await button(page, 'Have it signed').click();
  const pad = await page.locator('.s-sign').boundingBox();
  await page.mouse.move(pad.x + 40, pad.y + 40);
  await page.mouse.down();
  await page.mouse.move(pad.x + 160, pad.y + 80, { steps: 8 });
  await page.mouse.up();
  await button(page, 'Keep the signature').click();
  await page.getByRole('img', { name: 'Signed by the customer' }).waitFor();
  await shoot('visit-open');
  await button(page, 'Check out').click();
  await page.getByText('Sealed, and unchanged since').waitFor();
  await page.getByText('Wants the new range in June').waitFor();
  await shoot('visit');
  await back(page);
}
