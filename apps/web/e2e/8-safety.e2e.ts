import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { enter, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

const tenantOf = (page: Page) => new URL(page.url()).pathname.split('/').slice(0, 3).join('/')

test('an owner asks to prove a domain, sees what to place, and that it is not there yet', async ({ page }) => {
  await enter(page)
  const tenant = tenantOf(page)
  await page.goto(`${portal()}${tenant}/settings/domains`)
  await page.getByLabel('Domain', { exact: true }).fill('co.uk')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('This is no domain that somebody registered')).toBeVisible()
  await page.getByLabel('Domain', { exact: true }).fill('proof-of-a-journey.example')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'proof-of-a-journey.example' }).first()
  await expect(item.getByText('Not found yet')).toBeVisible()
  await expect(item.getByText('_sundown-challenge.proof-of-a-journey.example')).toBeVisible()
  await expect(item.getByText(/^sundown-verification=[\w-]{43}$/)).toBeVisible()
  await page.getByRole('button', { name: 'Check proof-of-a-journey.example now' }).click()
  await expect(item.getByText(/Last looked for/)).toBeVisible({ timeout: 60_000 })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'Remove proof-of-a-journey.example' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('_sundown-challenge.proof-of-a-journey.example')).toHaveCount(0)
})

test('a report says why active checks are not asked, and what to do about it', async ({ page }) => {
  await enter(page)
  const tenant = tenantOf(page)
  await page.goto(`${portal()}${tenant}/endpoints/new`)
  await page.getByLabel('Address').first().fill('mail.not-proven.example.com:25')
  await page.getByRole('button', { name: /^Add/ }).first().click()
  await page.waitForURL(/\/endpoints\/Endpoint_/)
  const note = page.getByRole('region', { name: 'Active checks' })
  await expect(note).toContainText('Because nobody has shown that example.com is yours.')
  await note.getByRole('link', { name: 'Show that it is yours' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
})

test('an owner takes everything along', async ({ page }) => {
  await enter(page)
  const tenant = tenantOf(page)
  await page.goto(`${portal()}${tenant}/settings/data`)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download Spreadsheets' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^fabrikam-\d{4}-\d\d-\d\d\.zip$/)
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.includes('Endpoint.csv')).toBe(true)
})

test('no script but the portal’s own runs on any page, and no page breaks its own policy', async ({ page }) => {
  await enter(page)
  const tenant = tenantOf(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  for (const path of [
    '',
    '/endpoints',
    '/deadlines',
    '/policies',
    '/people',
    '/settings',
    '/settings/domains',
    '/settings/audit',
  ]) {
    const response = await page.goto(`${portal()}${tenant}${path}`)
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'(;|$)/)
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  }
  expect(complaints).toEqual([])
  const first = (await page.goto(`${portal()}${tenant}`))?.headers()['content-security-policy']
  expect((await page.goto(`${portal()}${tenant}`))?.headers()['content-security-policy']).not.toBe(first)
  // As if somebody had found a place where text becomes page: it comes with the page, and does not run.
  await page.route(`${portal()}${tenant}/deadlines`, async (route) => {
    const response = await route.fetch()
    const brought = [
      '<script>globalThis.intruder = "inline"</script>',
      '<img src="/nothing" onerror="globalThis.intruder = \'handler\'">',
      '<script src="https://example.com/intruder.js"></script>',
      '<iframe src="https://example.com/"></iframe>',
      '<form action="https://example.com/"><button id="brought">x</button></form>',
    ]
    const body = (await response.text()).replace('</body>', `${brought.join('')}</body>`)
    await route.fulfill({ response, body })
  })
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(globalThis, { refused: seen })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective))
  })
  await page.goto(`${portal()}${tenant}/deadlines`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const refused = () =>
    page.evaluate(() => [...new Set((globalThis as unknown as { refused: string[] }).refused)].sort())
  await expect.poll(refused).toEqual(expect.arrayContaining(['frame-src', 'script-src-attr', 'script-src-elem']))
  expect(await page.evaluate(() => (globalThis as { intruder?: string }).intruder ?? null)).toBeNull()
})

test('every answer of the portal carries its security headers', async ({ request }) => {
  for (const path of ['/sign-in', '/nowhere-at-all', '/healthz', '/graphql']) {
    const headers = (await request.get(`${portal()}${path}`, { maxRedirects: 0 })).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)/),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
  const cookies = await request.post(`${portal()}/api/auth/sign-in/email`, {
    data: { email: 'nobody@example.com', password: 'wrong password' },
    headers: { origin: portal() },
  })
  expect(cookies.status()).toBe(401)
})
