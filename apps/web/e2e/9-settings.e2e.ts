import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectClean } from './clean.ts'
import { enter, owner, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

/** The organisation of the first journey; others may come before it in the menu. */
const base = () => `${portal()}/t/fabrikam`

async function openSettings(page: Page, entry: string): Promise<void> {
  await enter(page)
  await page.goto(base())
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click()
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: entry, exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible()
}

const nameOfKey = async (key: string): Promise<string> => {
  const response = await fetch(`${portal()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  })
  const { data, errors } = await response.json()
  return data?.viewer?.name ?? errors?.[0]?.extensions?.code
}

test('a key is made, shown once, works, is rotated, and is refused once it has ended', async ({ page }) => {
  await openSettings(page, 'API keys')
  await expect(page.getByText('No key yet')).toBeVisible()
  await expectClean(page, 'keys-empty')
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByText('This is needed.')).toBeVisible()
  await page.getByLabel('What is it for?').fill('pipeline')
  await page.getByLabel('Only from these addresses (optional)').fill('nonsense')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByText('This does not have the right form.')).toBeVisible()
  await page.getByLabel('Only from these addresses (optional)').fill('127.0.0.0/8 ::1/128')
  await page.getByRole('button', { name: 'Make the key' }).click()
  const first = (await page.locator('[data-secret]').textContent()) ?? ''
  expect(await nameOfKey(first)).toBe('pipeline')
  await expectClean(page, 'key-made')
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await expect(page.getByText(first)).toHaveCount(0)

  await page.getByRole('button', { name: 'Rotate pipeline' }).click()
  await page.getByLabel('The old one works on for').selectOption('0')
  await page.getByRole('button', { name: 'Make the new key' }).click()
  const second = (await page.locator('[data-secret]').textContent()) ?? ''
  expect(await nameOfKey(second)).toBe('pipeline')
  expect(await nameOfKey(first)).toBe('UNAUTHENTICATED')
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await expect(page.getByText('1 key that no longer works')).toBeVisible()

  await page.getByRole('button', { name: 'End pipeline' }).click()
  await page.getByRole('button', { name: 'End the key' }).click()
  await expect(page.getByText('pipeline has ended')).toBeVisible()
  expect(await nameOfKey(second)).toBe('UNAUTHENTICATED')
})

test('the audit log tells who did what, finds it, shows what changed, proves its chain and is taken along', async ({
  page,
}) => {
  await openSettings(page, 'General')
  await page.getByLabel('Name', { exact: true }).fill(`${owner.tenant} North`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill(owner.tenant)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: `Organisation: ${owner.tenant}. Switch` }).first()).toBeVisible()

  await openSettings(page, 'Audit log')
  await expect(page.getByRole('button', { name: /Made an API key/ }).first()).toBeVisible()
  await expect(page.getByText(/^Verified: \d+ entries, each as it was written$/)).toBeVisible()
  await expectClean(page, 'audit')
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('tenantupdate')
  await expect(page.getByRole('button', { name: /Made an API key/ })).toHaveCount(0)
  await page
    .getByRole('button', { name: /Changed the organisation/ })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(`${owner.tenant} North`)).toBeVisible()
  await expectClean(page, 'audit-entry')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
  await page.getByLabel('What').selectOption('apiKeyRotate')
  await expect(page.getByText('1 of 1')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export 1 entry' }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv.split('\r\n')[1]).toContain('apiKeyRotate')
  await page.getByLabel('What').selectOption('trustAnchorRemove')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('endpoints are tagged and grouped from their list, and a rule shows what it holds before it is saved', async ({
  page,
}) => {
  await enter(page)
  for (const address of ['mail.fabrikam.example:25', 'owa.fabrikam.example:443']) {
    await page.goto(`${base()}/endpoints/new`)
    await page.getByLabel('Address', { exact: true }).fill(address)
    await page.getByRole('button', { name: 'Add only' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(address.split(':')[0] ?? '')
  }
  await page.goto(`${base()}/endpoints?q=fabrikam.example`)
  await page.getByLabel('Select all on this page').check()
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByLabel('Tags').fill('Oslo, exchange')
  await page.getByRole('button', { name: 'Put in' }).click()
  await expect(page.getByText('2 endpoints changed')).toBeVisible()
  await page.getByLabel('Only with the tag').selectOption('oslo')
  await expect(page).toHaveURL(/tag=oslo/)
  await expect(page.getByText('2 of 2')).toBeVisible()
  await page.getByLabel('Select mail.fabrikam.example:25').check()
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('By hand')
  await page.getByRole('button', { name: 'Put in' }).click()
  await expect(page.getByText('By hand now has 1 endpoint')).toBeVisible()

  await openSettings(page, 'Groups and tags')
  await page.getByRole('button', { name: 'New group' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Mail servers')
  await page.getByText('By a rule', { exact: true }).click()
  await page.getByLabel('Ask for').selectOption('ports')
  await page.getByLabel('Port', { exact: true }).fill('25')
  await expect(page.getByText('mail.fabrikam.example:25')).toBeVisible()
  await expectClean(page, 'group-rule')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Mail servers is saved')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Port 25' })).toBeVisible()
  await expectClean(page, 'groups')
  await page.getByRole('link', { name: 'By hand' }).click()
  await expect(page.getByText('1 of 1')).toBeVisible()

  await openSettings(page, 'Groups and tags')
  await page.getByRole('button', { name: 'Delete By hand' }).click()
  await page.getByRole('button', { name: 'Delete the group' }).click()
  await expect(page.getByText('By hand is deleted')).toBeVisible()
})

test('a role of one’s own is written from the table of permissions', async ({ page }) => {
  await openSettings(page, 'Roles')
  await page.getByRole('button', { name: 'New role' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Auditor')
  await page.getByLabel('Read the audit log').check()
  await expect(page.getByLabel('As patterns')).toHaveValue('tenant.read, audit.read')
  await page.getByLabel('As patterns').fill('*.read')
  await expect(page.getByLabel('See who belongs here')).toBeChecked()
  await expectClean(page, 'role')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Auditor is saved')).toBeVisible()
  await expect(page.getByText('*.read')).toBeVisible()
})

test('an organisation is created from the menu, entered, and deleted by its name', async ({ page }) => {
  await enter(page)
  await page
    .getByRole('button', { name: /^Organisation: / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'New organisation' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Short Lived')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page).toHaveURL(/\/t\/short-lived$/)
  await expect(page.getByRole('button', { name: 'Organisation: Short Lived. Switch' }).first()).toBeVisible()
  await page.goto(`${portal()}/t/short-lived/settings/data`)
  const sure = page.getByRole('button', { name: 'Delete Short Lived for good' })
  await expect(sure).toBeDisabled()
  await page.getByLabel('Write Short Lived to go on').fill('Short Lived')
  await expectClean(page, 'delete')
  await sure.click()
  await expect(page).not.toHaveURL(/short-lived/)
  await page.goto(`${portal()}/t/short-lived`)
  await expect(page.getByText('There is nothing here')).toBeVisible()
})

const pages = ['', '/groups', '/keys', '/roles', '/partners', '/audit', '/data'] as const

for (const [language, theme, width] of [
  ['da-DK', 'dark', 375],
  ['en-GB', 'light', 375],
  ['da-DK', 'light', 1280],
  ['en-GB', 'dark', 1280],
] as const) {
  test(`the settings hold to WCAG and fit in ${language}, ${theme}, ${width} wide`, async ({ browser, page }) => {
    await enter(page)
    const storageState = await page.context().storageState()
    const viewport = { width, height: 900 }
    const context = await browser.newContext({ locale: language, colorScheme: theme, viewport, storageState })
    const visitor = await context.newPage()
    for (const path of pages) {
      await visitor.goto(`${base()}/settings${path}`)
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(visitor.locator('main h2, main table').first()).toBeVisible()
      await expectClean(visitor, `settings${path.replace('/', '-')}-${language}-${theme}-${width}`)
    }
    await context.close()
  })
}
