import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { enter, portal } from './owner.ts'

/** Every page as everybody meets it: both languages, light and dark, from a phone to a wide screen. */
const looks = [
  { language: 'en-GB', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { language: 'da-DK', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { language: 'da-DK', colorScheme: 'light', viewport: { width: 1024, height: 768 } },
  { language: 'en-GB', colorScheme: 'dark', viewport: { width: 2560, height: 1300 } },
] as const

const pages = ['', '/endpoints', '/endpoints/new', '/deadlines', '/policies', '/policies/new'] as const

for (const { language, colorScheme, viewport } of looks) {
  test(`every page is accessible and fits in ${language}, ${colorScheme}, ${viewport.width} px`, async ({
    browser,
    page,
  }) => {
    await enter(page)
    await expect(page).toHaveURL(/\/t\/[^/]+/)
    const tenant = new URL(page.url()).pathname
    const storageState = await page.context().storageState()
    // The language comes from the browser's own wish here, not from a remembered choice.
    const context = await browser.newContext({ locale: language, colorScheme, viewport, storageState })
    const visitor = await context.newPage()
    const report = await firstReport(visitor, tenant)
    for (const path of [...pages.map((path) => `${tenant}${path}`), report, '/preferences']) {
      await visitor.goto(`${portal()}${path}`)
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(visitor.locator('html')).toHaveAttribute('lang', language.slice(0, 2))
      await expect(visitor.locator('[aria-busy=true]')).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page: visitor })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
      )
      expect(found).toEqual([])
      const overflow = await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
}

async function firstReport(page: Page, tenant: string): Promise<string> {
  await page.goto(`${portal()}${tenant}/endpoints`)
  const link = page.locator(`main a[href^="${tenant}/endpoints/"]:not([href$="/new"])`).first()
  const href = await link.getAttribute('href')
  if (href === null) throw new Error('no endpoint to report on')
  return href
}
