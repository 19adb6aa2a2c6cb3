import { expect, test } from '@playwright/test'
import { startOwnServer } from './own-server.ts'
import { enter, owner, portal, pressNew, signIn } from './owner.ts'

test.describe.configure({ mode: 'serial' })

test('a newcomer makes the first account, and the first-run page is gone for ever', async ({ page }) => {
  await page.goto(portal())
  await expect(page).toHaveURL(/\/welcome$/)
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail address').fill('not an address')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByLabel('Organisation', { exact: true }).fill(owner.tenant)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await expect(page.getByText('This password is too short.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue(owner.name)

  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  await page.goto(`${portal()}/welcome`)
  await expect(page).not.toHaveURL(/\/welcome$/)
})

test('the practice lab is really scanned, and each server gets its verdict without a reload', async ({ page }) => {
  await enter(page)
  await page.getByRole('button', { name: 'Add the practice lab' }).click()
  await expect(page.getByText('8 practice servers were added and are being scanned')).toBeVisible()
  await page.getByRole('link', { name: 'Endpoints', exact: true }).first().click()
  const rows = page.getByRole('row')
  const verdictOf = (name: string) => rows.filter({ hasText: name })
  await expect(verdictOf('TLS 1.0 only')).toContainText('Not ready', { timeout: 60_000 })
  await expect(verdictOf('TLS 1.0 to 1.2')).toContainText('Legacy still on', { timeout: 60_000 })
  await expect(verdictOf('TLS 1.2 as Microsoft 365 accepts it')).toContainText('Ready', { timeout: 60_000 })
  await expect(verdictOf('TLS 1.3 only')).toContainText('Ready', { timeout: 60_000 })
  await expect(verdictOf('TLS 1.2 without an accepted suite')).toContainText('Not ready', { timeout: 60_000 })
  await expect(verdictOf('Expired certificate')).toContainText('Not ready', { timeout: 60_000 })
  await expect(verdictOf('Mail server with STARTTLS')).toContainText('Legacy still on', { timeout: 60_000 })
  await expect(verdictOf('A port where nothing listens')).toContainText('Could not tell', { timeout: 60_000 })
})

test('the report shows versions, suites, certificate, findings with a fix, and the deadline', async ({ page }) => {
  await enter(page)
  await page.getByRole('link', { name: 'Endpoints', exact: true }).first().click()
  await page
    .getByRole('link', { name: /TLS 1\.0 to 1\.2/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TLS 1.0 to 1.2')
  const main = page.getByRole('main')
  await expect(main).toContainText('Legacy still on')
  for (const version of ['SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'])
    await expect(main).toContainText(version)
  await expect(main.getByRole('heading', { name: 'Cipher suites' })).toBeVisible()
  await expect(main).toContainText('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384')
  await expect(main.getByRole('heading', { name: 'Certificates' })).toBeVisible()
  await expect(main).toContainText('mixed.lab.sundown.example')
  await expect(main.getByRole('heading', { name: 'What to do' })).toBeVisible()
  await expect(main).toContainText('Deadline that applies')
})

test('an own endpoint: what was pasted is understood, the scan is live, the report follows', async ({ page }) => {
  const server = await startOwnServer({ delayMilliseconds: 30 })
  try {
    await enter(page)
    await pressNew(page)
    await page.getByLabel('Address').fill(`https://${server.host}:${server.port}/owa/?layout=mini`)
    await page.getByRole('button', { name: 'Add and scan' }).click()
    const progress = page.getByRole('progressbar')
    await expect(progress).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Protocol versions', { timeout: 60_000 })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${server.host}:${server.port}`)
    await expect(page.getByRole('main')).toContainText('Not ready')
  } finally {
    await server.stop()
  }
})

test('a mistake is named beside its field and nothing typed is lost', async ({ page }) => {
  await enter(page)
  await pressNew(page)
  await page.getByLabel('Label (optional)').fill('The old gateway')
  const refused: readonly (readonly [typed: string, says: RegExp])[] = [
    ['mail.example.com:99999', /port is a number from 1 to 65535/i],
    ['not a host', /host name/i],
    ['127.0.0.1:8443', /Only public addresses are scanned/],
    ['[::1]:443', /Only public addresses are scanned/],
  ]
  for (const [typed, says] of refused) {
    await page.getByLabel('Address').fill(typed)
    await page.getByRole('button', { name: 'Add only' }).click()
    await expect(page.getByRole('main').getByText(says).first()).toBeVisible()
    await expect(page.getByLabel('Address')).toHaveValue(typed)
    await expect(page.getByLabel('Label (optional)')).toHaveValue('The old gateway')
  }
})

test('a name that does not exist and a server that is not TLS are told apart from a verdict', async ({ page }) => {
  const plain = await startOwnServer({ plainText: true })
  try {
    await enter(page)
    for (const [address, says] of [
      ['missing.sundown.invalid:443', 'The name does not exist in DNS.'],
      [`${plain.host}:${plain.port}`, 'it does not speak TLS'],
    ] as const) {
      await pressNew(page)
      await page.getByLabel('Address').fill(address)
      await page.getByRole('button', { name: 'Add and scan' }).click()
      await expect(page.getByRole('main')).toContainText('Could not tell', { timeout: 60_000 })
      await expect(page.getByRole('main')).toContainText(says)
    }
  } finally {
    await plain.stop()
  }
})

test('signing out closes the portal, and signing in opens it at the same place', async ({ page }) => {
  await enter(page)
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(portal())
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})
