import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing on the page breaks WCAG, and nothing scrolls sideways; keeps a picture of it where pictures are wanted. */
export async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    name,
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  if (process.env.SUNDOWN_E2E_SHOTS)
    await page.screenshot({ path: join(process.env.SUNDOWN_E2E_SHOTS, `${name}.png`), fullPage: true })
}
