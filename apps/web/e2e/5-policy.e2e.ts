import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { startOwnServer } from './own-server.ts'
import { enter } from './owner.ts'

test('an owner sees what another policy would change, chooses it and takes it back', async ({ page }) => {
  const policies = await openPolicies(page)
  await scanOneServer(page)
  await page.goto(policies)
  await expect(page.getByText('The endpoints here are judged by Microsoft 365 readiness.')).toBeVisible()
  await page.getByRole('button', { name: 'See what would change: Mozilla modern' }).click()
  const dialog = page.getByRole('dialog', { name: /Mozilla modern/ })
  await expect(dialog.getByText(/judged again from the last scan/)).toBeVisible()
  await expect(dialog.getByText('Average score')).toBeVisible()
  await shoot(page, 'policy-preview')
  await expectClean(page)
  await dialog.getByRole('button', { name: 'Judge by this policy' }).click()
  await expect(page.getByText(/The endpoints here are judged by Mozilla modern/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The endpoints here are judged by Microsoft 365 readiness.')).toBeVisible()
})

test('an owner writes a policy, is told beside each field what is wrong, and is judged by it', async ({ page }) => {
  const policies = await openPolicies(page)
  await page.getByRole('link', { name: 'Write your own on top: RFC 9325' }).click()
  await expect(page.getByText('On top of RFC 9325.')).toBeVisible()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Our House')

  const forward = rule(page, 'offers-forward-secrecy')
  await forward.summary.click()
  await forward.cost.fill('many')
  const anchor = rule(page, 'offers-tls-1-2-or-later')
  await anchor.summary.click()
  await anchor.off.fill('We would rather not know')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(forward.cost).toHaveAccessibleDescription(/whole number from 0 to 100/)
  await expect(forward.cost).toHaveAttribute('aria-invalid', 'true')

  await forward.cost.fill('33')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(anchor.off).toHaveAccessibleDescription(/The verdict rests on this rule/)
  await anchor.off.fill('')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(name).toHaveAccessibleDescription(/lower case letters, digits and hyphens/)
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('our-house')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('region', { name: 'What would change' })).toBeVisible()
  await shoot(page, 'policy-editor')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page).toHaveURL(policies)

  await page.getByRole('button', { name: 'See what would change: our-house' }).click()
  await page.getByRole('button', { name: 'Judge by this policy' }).click()
  await expect(page.getByText('The endpoints here are judged by our-house.')).toBeVisible()
  await page.getByRole('link', { name: 'Change: our-house' }).click()
  await expect(page.getByText('1 rule is changed.')).toBeVisible()
  await rule(page, 'offers-forward-secrecy').summary.click()
  await expect(rule(page, 'offers-forward-secrecy').cost).toHaveValue('33')
  await page.goto(policies)
  await page.getByRole('button', { name: 'See what would change: Microsoft 365 readiness' }).click()
  await page.getByRole('button', { name: 'Judge by this policy' }).click()
  await expect(page.getByText('The endpoints here are judged by Microsoft 365 readiness.')).toBeVisible()
})

test('an owner limits sizes, versions and groups, is told what is out of range, and finds them again', async ({
  page,
}) => {
  const policies = await openPolicies(page)
  await page.getByRole('link', { name: 'Write your own on top: Microsoft 365 readiness' }).click()
  await page.getByLabel('Name', { exact: true }).fill('our-limits')
  const rsa = page.getByLabel('Shortest RSA key, bits')
  await rsa.fill('12')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(rsa).toHaveAccessibleDescription(/whole number from 1,024 to 16,384/)
  await rsa.fill('3072')
  await page.getByLabel('Longest certificate, days (optional)').fill('100')
  await page.getByLabel('Weakest hash in a certificate’s signature').selectOption('SHA-256')
  await page.getByLabel('Allow only some key-exchange groups').check()
  await page.getByText(/allowed$/).click()
  await page.getByLabel('secp521r1', { exact: true }).uncheck()
  await expect(page.getByText('4 limits are changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page).toHaveURL(policies)
  await page.getByRole('link', { name: 'Change: our-limits' }).click()
  await expect(rsa).toHaveValue('3072')
  await expect(page.getByText('4 limits are changed.')).toBeVisible()
  await expectClean(page)
})

for (const [language, colorScheme, width] of [
  ['en-GB', 'light', 1440],
  ['da-DK', 'dark', 390],
  ['en-GB', 'dark', 2560],
] as const) {
  test(`the pages of policies hold to WCAG and fit in ${language}, ${colorScheme}, ${width} wide`, async ({
    browser,
    page,
  }) => {
    const policies = await openPolicies(page)
    const storageState = await page.context().storageState()
    const viewport = { width, height: 900 }
    const context = await browser.newContext({ locale: language, colorScheme, viewport, storageState })
    const visitor = await context.newPage()
    for (const path of [policies, `${policies}/new?from=rfc9325`]) {
      await visitor.goto(path)
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(visitor.locator('[aria-busy=true]')).toHaveCount(0)
      if (path !== policies) await visitor.locator('summary').first().click()
      await expectClean(visitor)
      expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await shoot(visitor, `${path === policies ? 'policies' : 'new'}-${language}-${colorScheme}-${width}`)
    }
    await context.close()
  })
}

async function openPolicies(page: Page): Promise<string> {
  await enter(page)
  await page.getByRole('link', { name: 'Policies' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible()
  return page.url()
}

/** So that there is something to judge again. */
async function scanOneServer(page: Page): Promise<void> {
  const server = await startOwnServer({})
  try {
    await page.goto(page.url().replace(/\/policies$/, '/endpoints/new'))
    await page.getByLabel('Address').fill(`${server.host}:${server.port}`)
    await page.getByRole('button', { name: 'Add and scan' }).click()
    await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible({ timeout: 60_000 })
  } finally {
    await server.stop()
  }
}

function rule(page: Page, id: string) {
  const details = page.locator('details').filter({ has: page.locator(`[name="${id}-cost"]`) })
  return {
    summary: details.locator('summary'),
    cost: page.locator(`[name="${id}-cost"]`),
    off: page.locator(`[name="${id}-off"]`),
  }
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SUNDOWN_E2E_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
