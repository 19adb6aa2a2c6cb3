import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, nameYourself, owner, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

test('an account is looked after: name and language, other sessions, a wrong password', async ({ page, browser }) => {
  await enter(page)
  const elsewhere = await browser.newContext({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' })
  await enter(await elsewhere.newPage(), { anew: true })

  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  const other = page.getByRole('listitem').filter({ hasText: 'Firefox on Linux' })
  await expect(other).toContainText('last used')
  await other.getByRole('button', { name: 'Sign out Firefox on Linux' }).click()
  await expect(other).toHaveCount(0)
  await expect(page.getByText('This one')).toBeVisible()
  await elsewhere.close()

  await page.getByLabel('Present password').fill('not my password')
  await page.getByLabel('New password', { exact: true }).fill('a password for another day')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('This is not your present password.')).toBeVisible()

  await page.getByLabel('Language').selectOption('da')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Din konto' })).toBeVisible()
  await page.getByLabel('Sprog').selectOption('en')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
})

test('a second factor is set up by its key, asked for at sign-in, and taken away again', async ({ page }) => {
  await enter(page)
  await page.goto(`${portal()}/account`)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  const key = (
    (await page.getByText('Or type this key into the app:').locator('xpath=following-sibling::p').textContent()) ?? ''
  ).replaceAll(' ', '')
  await expectClean(page)
  await page.getByLabel('Code from the app').fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('This code is not right.')).toBeVisible()
  await page.getByLabel('Code from the app').fill(codeOf(key))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('The second factor is on')).toBeVisible()

  await page.context().clearCookies({ name: /session/ })
  await page.goto(`${portal()}/sign-in`)
  await nameYourself(page)
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Code from the app')).toBeFocused()
  await page.keyboard.type(codeOf(key))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  await page.goto(`${portal()}/account`)
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('The second factor is off')).toBeVisible()
})

test('a forgotten password is replaced by the link, which without a mail server stands in the log', async ({
  page,
}) => {
  await page.goto(`${portal()}/sign-in`)
  await nameYourself(page)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible()
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'If there is an account' })).toBeVisible()
  await expectClean(page)
  await expect.poll(() => linkInLog(/\/reset-password#\w+/)).toBeDefined()
  await page.goto(`${portal()}${linkInLog(/\/reset-password#\w+/)}`)
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('This password is too short.')).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('Your new password is saved.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${portal()}${linkInLog(/\/reset-password#\w+/)}`)
  await page.getByLabel('New password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('This link is used up or too old.')).toBeVisible()
  await enter(page)
})

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const) {
  test(`the pages of the account hold to WCAG in ${theme}, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme })
    for (const path of ['/forgot-password', '/reset-password#x', '/account']) {
      if (path === '/account') await enter(page)
      await page.goto(`${portal()}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      if (path === '/account') await expect(page.getByText('This one')).toBeVisible()
      await expectClean(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      if (process.env.SUNDOWN_E2E_SHOTS)
        await page.screenshot({
          path: join(process.env.SUNDOWN_E2E_SHOTS, `${path.replaceAll(/\W/g, '')}-${theme}-${width}.png`),
          fullPage: true,
        })
    }
  })
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

/** The newest such path in a letter that went to the API's log. */
function linkInLog(path: RegExp): string | undefined {
  const log = readFileSync(join(process.env.SUNDOWN_E2E_DATA ?? '', 'logs/api.log'), 'utf8')
  return log.match(new RegExp(path.source, 'g'))?.at(-1)
}

/** One-time code of this moment (RFC 6238). */
function codeOf(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
